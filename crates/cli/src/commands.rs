//! Carries commands out. The exit code is what the compiled program would have.

use crate::args::{Command, USAGE};
use playground::{Recording, Run, Settings, Stream, Told};
use std::io::{Read, Write};

/// Exit code of a program that was built with `-race`, if it has races and nothing else is wrong.
const RACE: i32 = 66;
/// Instructions between two looks at the output.
const SLICE: u64 = 5_000_000;

/// Carries a command out and returns the exit code.
pub fn carry_out(command: &Command) -> i32 {
    match command {
        Command::Run { file, settings, trace, schedule_out } => {
            run(file, settings, trace.as_deref(), schedule_out.as_deref())
        }
        Command::Check(file) => with_source(file, |source| {
            let wrong = playground::compile_named(source, file).err().unwrap_or_default();
            eprint!("{}", playground::render(file, &wrong));
            i32::from(!wrong.is_empty())
        }),
        Command::Vet(file) => with_source(file, |source| {
            let mut found = playground::check(source);
            if found.is_empty() {
                found = playground::vet(source);
            }
            eprint!("{}", playground::render(file, &found));
            i32::from(!found.is_empty())
        }),
        Command::Fmt(file) => with_source(file, |source| match playground::format(source) {
            Ok(text) => {
                print!("{text}");
                0
            }
            Err(wrong) => {
                eprint!("{}", playground::render(file, &wrong));
                2
            }
        }),
        Command::Help => {
            println!("{USAGE}");
            0
        }
        Command::Version => {
            println!("interleave {}", env!("CARGO_PKG_VERSION"));
            0
        }
    }
}

/// Reads a file; whatever bytes it has become text, and the checker says what is wrong with them.
fn with_source(file: &str, f: impl FnOnce(&str) -> i32) -> i32 {
    match std::fs::read(file) {
        Ok(bytes) => f(&String::from_utf8_lossy(&bytes)),
        Err(e) => {
            eprintln!("interleave: {file}: {e}");
            1
        }
    }
}

fn run(file: &str, settings: &Settings, trace: Option<&str>, schedule_out: Option<&str>) -> i32 {
    with_source(file, |source| {
        let compiled = match playground::compile_named(source, file) {
            Ok(c) => c,
            Err(wrong) => {
                eprint!("{}", playground::render(file, &wrong));
                return 1;
            }
        };
        let path = std::path::absolute(file).unwrap_or_else(|_| file.into());
        let path = path.to_string_lossy();
        let compiled = compiled.located_at(&path);
        let mut settings = settings.clone();
        if ["os.Stdin", "fmt.Scan"].iter().any(|word| source.contains(word)) {
            // What cannot be read is an empty input, as for a program whose input is closed.
            let _ = std::io::stdin().read_to_end(&mut settings.stdin);
        }
        let mut run = match Run::start(&compiled, &settings) {
            Ok(run) => run,
            Err(e) => {
                eprintln!("interleave: {e}");
                return 64;
            }
        };
        // What is written appears as the run goes on, not only at its end.
        let (mut told, mut races) = (Told::default(), 0);
        loop {
            let done = run.advance(SLICE);
            run.output_since(&mut told, |stream, bytes| {
                // Whoever stopped reading does not stop the program, as with a pipe that is closed.
                let _ = match stream {
                    Stream::Stdout => std::io::stdout().write_all(bytes),
                    Stream::Stderr => std::io::stderr().write_all(bytes),
                };
            });
            if run.race_count() > races {
                let all = run.races();
                all.iter().skip(races).for_each(|r| eprint!("{}", r.render(&path)));
                races = run.race_count();
            }
            if done {
                break;
            }
        }
        if run.races_unseen() {
            eprintln!("interleave: the program is too large to be watched; races may go unseen");
        }
        let recording = run.finish();
        let _ = std::io::stdout().flush();
        eprint!("{}", recording.outcome.message);
        let exit = match recording.outcome.exit {
            0 if races > 0 => {
                eprintln!("Found {races} data race(s)");
                RACE
            }
            exit => exit,
        };
        save(&recording, trace, schedule_out).unwrap_or(exit)
    })
}

/// Writes what was asked for; an exit code if that fails.
fn save(r: &Recording, trace: Option<&str>, schedule: Option<&str>) -> Option<i32> {
    let write = |path: Option<&str>, text: &dyn Fn() -> String| {
        let path = path?;
        let e = std::fs::write(path, text()).err()?;
        eprintln!("interleave: {path}: {e}");
        Some(1)
    };
    write(trace, &|| playground::json::trace(&r.trace)).or(write(schedule, &|| r.schedule.clone()))
}
