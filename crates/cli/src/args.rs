//! What the command line asks for.

use lexopt::prelude::*;
use playground::{Budgets, Settings, Strategy};

/// How to call it.
pub const USAGE: &str = "\
usage: interleave run FILE.go [--race] [--seed N] [--schedule TEXT] [--gomaxprocs N] [--trace FILE.json]
                      [--schedule-out FILE] [--budget STEPS] [--] [ARGUMENT...]
       interleave check FILE.go
       interleave vet FILE.go
       interleave fmt FILE.go

run    behaves as the compiled program would: output, exit code (2 for panic and deadlock,
       1 for compile errors); without --seed Go's scheduler is modelled, with it every choice
       is random from the seed; --schedule repeats a run; --schedule-out FILE keeps its schedule;
       --race reports data races, as a program built with -race (exit code 66);
       --budget STEPS ends a run that would never end (2000000000, seconds)
check  prints gc's errors; exit code 1 if there are any
vet    prints what is likely wrong about locks, contexts, tickers, in go vet's words
fmt    prints the file as gofmt would";

/// A command.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Run a program.
    Run {
        /// File.
        file: String,
        /// Settings.
        settings: Box<Settings>,
        /// Where the trace goes.
        trace: Option<String>,
        /// Where the schedule goes.
        schedule_out: Option<String>,
    },
    /// Check a program.
    Check(String),
    /// Warn about what a program that compiles is likely to have wrong.
    Vet(String),
    /// Format a program.
    Fmt(String),
    /// Print how to call it.
    Help,
    /// Print the version.
    Version,
}

/// Reads the command line.
///
/// # Errors
/// A sentence that says what is wrong with it.
pub fn parse(mut p: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut words: Vec<String> = Vec::new();
    let settings = Settings { budgets: Budgets::command_line(), ..Settings::default() };
    let mut settings = Box::new(settings);
    let (mut trace, mut schedule_out) = (None, None);
    while let Some(arg) = p.next()? {
        match arg {
            Value(word) => words.push(word.string()?),
            Long("seed") => {
                settings.seed = p.value()?.parse()?;
                settings.strategy = Strategy::Random;
            }
            Long("race") => settings.races = true,
            Long("schedule") => settings.strategy = Strategy::Replay(p.value()?.string()?),
            Long("schedule-out") => schedule_out = Some(p.value()?.string()?),
            Long("gomaxprocs") => {
                settings.gomaxprocs = p.value()?.parse_with(|s| match s.parse() {
                    Ok(n @ 1..=64) => Ok(n),
                    _ => Err("from 1 to 64"),
                })?;
            }
            Long("budget") => settings.budgets.steps = p.value()?.parse()?,
            Long("trace") => trace = Some(p.value()?.string()?),
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            other => return Err(other.unexpected()),
        }
    }
    let mut words = words.into_iter();
    let verb = words.next().ok_or("a command is missing")?;
    if verb == "help" {
        return Ok(Command::Help);
    }
    let file = words.next().ok_or("a file is missing")?;
    settings.args = words.collect();
    if let Some(extra) = settings.args.first().filter(|_| verb != "run") {
        return Err(format!("unexpected argument {extra:?}").into());
    }
    settings.tracing = trace.is_some();
    match verb.as_str() {
        "run" => Ok(Command::Run { file, settings, trace, schedule_out }),
        "check" => Ok(Command::Check(file)),
        "vet" => Ok(Command::Vet(file)),
        "fmt" => Ok(Command::Fmt(file)),
        _ => Err(format!("unknown command {verb:?}").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        parse(lexopt::Parser::from_args(line.split(' '))).map_err(|e| e.to_string())
    }

    #[test]
    fn options_reach_the_settings() {
        let Ok(Command::Run { file, settings, trace, .. }) =
            read("run a.go --race --seed 7 --gomaxprocs 2 --trace t.json --budget 9 x -- -y")
        else {
            panic!("not a run")
        };
        assert_eq!((file.as_str(), trace.as_deref()), ("a.go", Some("t.json")));
        assert_eq!((settings.seed, settings.gomaxprocs, settings.tracing), (7, 2, true));
        assert_eq!((settings.strategy, settings.races), (Strategy::Random, true));
        assert_eq!(settings.args, ["x", "-y"]);
        assert_eq!(settings.budgets, Budgets { steps: 9, ..Budgets::command_line() });
    }

    #[test]
    fn mistakes_are_sentences() {
        assert_eq!(read("run").unwrap_err(), "a file is missing");
        assert_eq!(read("walk a.go").unwrap_err(), "unknown command \"walk\"");
        assert!(read("run a.go --gomaxprocs 0").unwrap_err().contains("from 1 to 64"));
    }
}
