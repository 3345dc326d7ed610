//! The corpus: what real Go did with each program, this engine does too. `tests/programs/README.md`
//! describes the files and their normal form.

mod common;

use common::corpus::{self, Program};
use common::known::Report;
use common::{compile, difference, guarded, normal, plain, random, record};
use playground::{Compiled, Settings};
use std::collections::BTreeSet;

/// Runs of a program whose output depends on order, at most.
const SEEDS: u64 = 3000;

/// Standard output, exit code and standard error of a run, in normal form.
struct Seen {
    stdout: String,
    stderr: String,
    exit: i32,
}

fn run(compiled: &Compiled, settings: &Settings) -> Seen {
    let outcome = record(compiled, settings).outcome;
    let stderr = normal::stderr(&outcome.stderr, "");
    Seen { stdout: outcome.stdout, stderr, exit: outcome.exit }
}

#[test]
fn programs_do_what_real_go_did() {
    let mut report = Report::new("run");
    let mut to_the_frame = 0;
    for program in &report.choose(corpus::deterministic()) {
        let result = guarded(|| {
            let compiled =
                compile(&program.source, program.file).map_err(|e| format!("refused:\n{e}"))?;
            let seen = run(&compiled, &plain());
            to_the_frame += u32::from(seen.stderr == normal::stderr(&program.stored("err"), ""));
            compare(program, &seen)
        });
        report.add(&program.id, result.flatten());
    }
    println!("with the library's frames too: {to_the_frame}");
    report.finish();
}

fn compare(program: &Program, seen: &Seen) -> Result<(), String> {
    let mut wrong = String::new();
    let (want, got) = match program.file {
        "main_test.go" => {
            (normal::test_output(&program.stored("out")), normal::test_output(&seen.stdout))
        }
        _ => (program.stored("out"), seen.stdout.clone()),
    };
    if want != got {
        wrong += &format!("stdout, {}", difference(&want, &got));
    }
    let want = normal::own_frames(&normal::stderr(&program.stored("err"), ""));
    let got = normal::own_frames(&seen.stderr);
    if want != got {
        wrong += &format!("stderr, {}", difference(&want, &got));
    }
    if program.exit() != seen.exit {
        wrong += &format!("exit code {}, expected {}", seen.exit, program.exit());
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

#[test]
fn invalid_programs_are_refused_in_the_same_words() {
    let mut verdict = Report::new("verdict");
    let mut words = Report::new("words");
    let mut columns = 0;
    for program in &verdict.choose(corpus::programs("invalid")) {
        let result = guarded(|| compile(&program.source, program.file).err());
        let got = match result {
            Ok(Some(text)) => text,
            Ok(None) => {
                verdict.add(&program.id, Err("accepted".into()));
                words.add(&program.id, Err("accepted".into()));
                continue;
            }
            Err(panic) => {
                verdict.add(&program.id, Err(panic.clone()));
                words.add(&program.id, Err(panic));
                continue;
            }
        };
        verdict.add(&program.id, Ok(()));
        let want = normal::diagnostics(&program.stored("err"));
        let got = normal::diagnostics(&got);
        columns += u32::from(want == got);
        let set = |list: &[normal::Fault]| -> BTreeSet<String> {
            list.iter().map(|f| format!("{}: {}", f.line, f.message)).collect()
        };
        let (want, got) = (set(&want), set(&got));
        let lines = |sign: char, a: &BTreeSet<String>, b: &BTreeSet<String>| -> String {
            a.difference(b).map(|f| format!("  {sign} {f}\n")).collect()
        };
        let equal = want == got;
        let wrong = || lines('-', &want, &got) + &lines('+', &got, &want);
        words.add(&program.id, if equal { Ok(()) } else { Err(wrong()) });
    }
    println!("with columns and order too: {columns}");
    verdict.finish();
    words.finish();
}

#[test]
fn whatever_go_printed_can_happen_here() {
    let mut report = Report::new("order");
    let mut outside = 0;
    for program in &report.choose(corpus::programs("order")) {
        let result = guarded(|| {
            let compiled =
                compile(&program.source, program.file).map_err(|e| format!("refused:\n{e}"))?;
            let mut missing: BTreeSet<String> =
                serde_json::from_str(&program.stored("outcomes")).map_err(|e| e.to_string())?;
            let stored = missing.clone();
            let mut other: BTreeSet<String> = BTreeSet::new();
            for settings in orders() {
                if missing.is_empty() {
                    break;
                }
                let seen = run(&compiled, &settings);
                let outcome = normal::outcome(&seen.stdout, &seen.stderr, seen.exit);
                missing.remove(&outcome);
                if !stored.contains(&outcome) {
                    other.insert(outcome);
                }
            }
            outside += other.len();
            for outcome in &other {
                println!("  {} can also end so: {outcome:?}", program.id);
            }
            if missing.is_empty() { Ok(()) } else { Err(unseen(&stored, &missing, &other)) }
        });
        report.add(&program.id, result.flatten());
    }
    println!("outcomes that Go's 200 runs did not show: {outside}");
    report.finish();
}

/// As Go's scheduler would run it, on one, two and four processors, then at random.
fn orders() -> impl Iterator<Item = Settings> {
    (1..=SEEDS).flat_map(|seed| {
        let gomaxprocs = [1, 2, 4][(seed % 3) as usize];
        [Settings { seed, gomaxprocs, ..plain() }, Settings { gomaxprocs, ..random(seed) }]
    })
}

fn unseen(
    stored: &BTreeSet<String>,
    missing: &BTreeSet<String>,
    other: &BTreeSet<String>,
) -> String {
    let list = |sign: char, set: &BTreeSet<String>| -> String {
        set.iter().take(8).map(|s| format!("  {sign} {s:?}\n")).collect()
    };
    let (n, of) = (missing.len(), stored.len());
    format!("{n} of {of} outcomes never seen:\n{}{}", list('-', missing), list('+', other))
}

#[test]
fn what_is_stored_is_in_normal_form() {
    for program in corpus::deterministic() {
        let stored = program.stored("err");
        assert_eq!(normal::stderr(&stored, ""), stored, "{}", program.id);
    }
}

#[test]
fn the_normal_form_has_nothing_of_the_machine() {
    let raw = "\
panic: boom

goroutine 7 [running]:
sync.(*Mutex).Unlock(0xc0000120a8)
\t/opt/go/src/sync/mutex.go:65 +0x1d
main.worker(0xc000100000?, {0x1, 0x2})
\t/home/somebody/x/main.go:9 +0x25
golang.org/x/sync/errgroup.(*Group).Go.func1()
\t/home/somebody/mod/golang.org/x/sync/errgroup/errgroup.go:78 +0x50
created by main.main in goroutine 1
\t/home/somebody/x/main.go:5 +0x26
exit status 2
";
    let normal = "\
panic: boom

goroutine N [running]:
sync.(*Mutex).Unlock(...)
\tsync/mutex.go:65
main.worker(...)
\tmain.go:9
golang.org/x/sync/errgroup.(*Group).Go.func1(...)
\tgolang.org/x/sync/errgroup/errgroup.go:78
created by main.main in goroutine 1
\tmain.go:5
";
    assert_eq!(normal::stderr(raw, "/opt/go/src"), normal);
    let own = "\
panic: boom

goroutine N [running]:
main.worker(...)
\tmain.go:9
created by main.main in goroutine 1
\tmain.go:5
";
    assert_eq!(normal::own_frames(normal), own);
    assert_eq!(normal::outcome("a\n", normal, 2), "a\npanic: boom\nexit 2\n");
    assert_eq!(
        normal::test_output("  --- PASS: A/b (1.23s)\nx (2s)\n"),
        "  --- PASS: A/b (0.00s)\nx (2s)\n"
    );
    let faults = normal::diagnostics("# p\nmain.go:3:4: a: b\n\thave ()\n\twant (int)\n");
    assert_eq!(faults.len(), 1);
    assert_eq!((faults[0].line, faults[0].col), (3, 4));
    assert_eq!(faults[0].message, "a: b\n\thave ()\n\twant (int)");
}
