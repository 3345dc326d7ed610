//! The command as teachers' scripts see it: what goes to which stream, and the exit code.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A folder of its own for a test, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(&path).expect("the target folder can be written");
        Folder(path)
    }

    fn file(&self, name: &str, text: &str) -> String {
        fs::write(self.0.join(name), text).expect("the target folder can be written");
        name.to_owned()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("the command wrote it")
    }

    /// Standard output, standard error, exit code.
    fn run(&self, args: &[&str]) -> (String, String, i32) {
        self.run_with("", args)
    }

    /// [`run`](Self::run) with standard input.
    fn run_with(&self, stdin: &str, args: &[&str]) -> (String, String, i32) {
        self.file("stdin", stdin);
        let stdin = fs::File::open(self.0.join("stdin")).expect("the file just written");
        let out = Command::new(env!("CARGO_BIN_EXE_interleave"))
            .args(args)
            .current_dir(&self.0)
            .stdin(stdin)
            .output()
            .expect("the command starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        (text(out.stdout), text(out.stderr), out.status.code().expect("no signal"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

const RACY: &str = "package main

import \"fmt\"

func main() {
	ch := make(chan int)
	for i := range 4 {
		go func() { ch <- i }()
	}
	for range 4 {
		fmt.Print(<-ch)
	}
	fmt.Println()
}
";

#[test]
fn output_and_exit_codes_are_the_programs() {
    let f = Folder::new("codes");
    f.file("ok.go", "package main\n\nfunc main() { print(\"err\"); _ = 1 }\n");
    assert_eq!(f.run(&["run", "ok.go"]), (String::new(), "err".into(), 0));

    f.file("exit.go", "package main\n\nimport \"os\"\n\nfunc main() { os.Exit(7) }\n");
    assert_eq!(f.run(&["run", "exit.go"]).2, 7);

    f.file("panic.go", "package main\n\nfunc main() {\n\tpanic(\"no\")\n}\n");
    let (out, err, code) = f.run(&["run", "panic.go"]);
    assert_eq!((out.as_str(), code), ("", 2));
    let place = f.0.join("panic.go");
    let frames = format!("goroutine 1 [running]:\nmain.main()\n\t{}:4", place.display());
    assert!(err.starts_with("panic: no\n\n"), "{err}");
    assert!(err.contains(&frames), "frames name the file as compiled Go does: {err}");

    f.file("deadlock.go", "package main\n\nfunc main() { select {} }\n");
    let (_, err, code) = f.run(&["run", "deadlock.go"]);
    assert_eq!(code, 2);
    assert!(err.starts_with("fatal error: all goroutines are asleep - deadlock!\n"), "{err}");
}

#[test]
fn standard_input_is_the_programs() {
    let f = Folder::new("stdin");
    f.file(
        "upper.go",
        "package main

import (
	\"bufio\"
	\"fmt\"
	\"os\"
	\"strings\"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		fmt.Println(strings.ToUpper(lines.Text()))
	}
}
",
    );
    assert_eq!(f.run_with("a\nβ\n", &["run", "upper.go"]).0, "A\nΒ\n");
    assert_eq!(f.run(&["run", "upper.go"]), (String::new(), String::new(), 0));
}

#[test]
fn arguments_are_the_programs() {
    let f = Folder::new("args");
    f.file(
        "args.go",
        "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc main() { fmt.Println(os.Args[1:]) }\n",
    );
    assert_eq!(f.run(&["run", "args.go", "a", "--", "-b"]).0, "[a -b]\n");
}

#[test]
fn bytes_that_are_no_text_come_out_as_they_are() {
    let f = Folder::new("bytes");
    f.file("raw.go", "package main\n\nimport \"os\"\n\nfunc main() { os.Stdout.Write([]byte{0xff, 'a', 0xfe}) }\n");
    let out = Command::new(env!("CARGO_BIN_EXE_interleave"))
        .args(["run", "raw.go"])
        .current_dir(&f.0)
        .output()
        .expect("the command starts");
    assert_eq!(out.stdout, [0xff, b'a', 0xfe]);
}

#[test]
fn what_never_ends_is_ended_by_the_budget() {
    let f = Folder::new("endless");
    f.file("loop.go", "package main\n\nfunc main() {\n\tfor {\n\t}\n}\n");
    let (_, err, code) = f.run(&["run", "--budget", "100000", "loop.go"]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("stopped at line 4: the budget of 100000 steps is used up"), "{err}");
    // Hardly an instruction a slice, and still it ends.
    let waits =
        "package main\n\nimport \"time\"\n\nfunc main() {\n\tfor range time.Tick(1) {\n\t}\n}\n";
    f.file("tick.go", waits);
    let (_, err, _) = f.run(&["run", "--budget", "100000", "tick.go"]);
    assert!(err.contains("the budget of 100000 steps is used up"), "{err}");
}

#[test]
fn compile_errors_have_gcs_form() {
    let f = Folder::new("errors");
    let source = "package main\n\nfunc main() {\n\tx := 1\nL:\n\tfor {\n\t\tbreak L\n\t}\nL:\n\treturn 2\n}\n";
    f.file("bad.go", source);
    let expected = "bad.go:4:2: declared and not used: x\n\
                    bad.go:9:1: label L already defined at bad.go:5:1\n\
                    bad.go:10:9: too many return values\n\thave (number)\n\twant ()\n";
    for command in ["run", "check"] {
        let (out, err, code) = f.run(&[command, "bad.go"]);
        assert_eq!((out.as_str(), code), ("", 1), "{command}");
        assert_eq!(sorted(&err), sorted(expected), "{command}");
    }
    f.file("good.go", RACY);
    assert_eq!(f.run(&["check", "good.go"]), (String::new(), String::new(), 0));
}

fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn picks_in_a_schedule_are_replayed() {
    let f = Folder::new("picks");
    f.file("p.go", RACY);
    let usual = f.run(&["run", "p.go", "--schedule", "v1 fifo"]).0;
    let picked = f.run(&[
        "run",
        "p.go",
        "--schedule",
        "v1 fifo picks=1+0g4",
        "--trace",
        "a.json",
        "--schedule-out",
        "s.txt",
    ]);
    assert_ne!(picked.0, usual);
    let schedule = f.read("s.txt");
    assert!(schedule.starts_with("v1 fifo procs=4 picks=1+0g4; "), "{schedule}");
    let again = f.run(&["run", "p.go", "--schedule", schedule.trim(), "--trace", "b.json"]);
    assert_eq!((again, f.read("b.json")), (picked, f.read("a.json")));
}

#[test]
fn a_schedule_repeats_a_run_and_its_trace() {
    let f = Folder::new("schedule");
    f.file("p.go", RACY);
    let args = ["run", "p.go", "--trace", "a.json", "--schedule-out", "s.txt", "--seed"];
    let outputs: Vec<String> =
        (1..=20).map(|seed| f.run(&[&args[..], &[&seed.to_string()]].concat()).0).collect();
    assert!(outputs.iter().any(|o| *o != outputs[0]), "seeds choose different orders: {outputs:?}");
    let (schedule, trace) = (f.read("s.txt"), f.read("a.json"));
    let again = f.run(&["run", "p.go", "--schedule", schedule.trim(), "--trace", "b.json"]);
    assert_eq!(again, (outputs[19].clone(), String::new(), 0));
    assert!(trace.starts_with(['[', '{']) && trace == f.read("b.json"));
}

/// What the program was told of its processors is part of the schedule.
#[test]
fn a_schedule_needs_no_other_setting() {
    let f = Folder::new("alone");
    f.file(
        "p.go",
        "package main\n\nimport \"runtime\"\n\nfunc main() { println(runtime.GOMAXPROCS(0)) }\n",
    );
    for strategy in ["v1 fifo", "v1 random seed=5", "v1 free; g1"] {
        let args =
            ["run", "p.go", "--schedule", strategy, "--gomaxprocs", "3", "--trace", "a.json"];
        let first = f.run(&[&args[..], &["--schedule-out", "s.txt"]].concat());
        assert_eq!(first, (String::new(), "3\n".into(), 0));
        let schedule = f.read("s.txt");
        let again = f.run(&["run", "p.go", "--schedule", schedule.trim(), "--trace", "b.json"]);
        assert_eq!((again, f.read("b.json")), (first, f.read("a.json")));
    }
}

#[test]
fn formats_or_says_why_not() {
    let f = Folder::new("fmt");
    f.file("p.go", "package main\nfunc main(){x:=1;_=x}\n");
    let formatted = "package main\n\nfunc main() { x := 1; _ = x }\n";
    assert_eq!(f.run(&["fmt", "p.go"]), (formatted.into(), String::new(), 0));
    f.file("bad.go", "package main\nfunc main( {\n");
    let (out, err, code) = f.run(&["fmt", "bad.go"]);
    assert_eq!((out.as_str(), code), ("", 2));
    assert!(err.starts_with("bad.go:2:12: "), "{err}");
}

#[test]
fn test_files_run_their_tests() {
    let f = Folder::new("tests");
    let source = "package shop\n\nimport \"testing\"\n\nfunc TestGood(t *testing.T) {}\n\n\
                  func TestBad(t *testing.T) { t.Error(\"broken\") }\n";
    f.file("shop_test.go", source);
    let (out, _, code) = f.run(&["run", "shop_test.go"]);
    assert_eq!(code, 1);
    assert!(out.contains("--- PASS: TestGood") && out.contains("--- FAIL: TestBad"), "{out}");
    assert!(out.contains("shop_test.go:7: broken"), "{out}");

    // With a `main` too.
    let source = "package main\n\nimport \"testing\"\n\nfunc main() { println(\"main\") }\n\n\
                  func TestGood(t *testing.T) {}\n";
    f.file("main_test.go", source);
    let (out, err, code) = f.run(&["run", "main_test.go"]);
    assert_eq!((err.as_str(), code), ("", 0), "{out}");
    assert!(out.contains("--- PASS: TestGood"), "{out}");
}

#[test]
fn wrong_use_is_told_and_writes_nothing() {
    let f = Folder::new("misuse");
    f.file("p.go", RACY);
    let wrong: [&[&str]; 6] = [
        &[],
        &["dance"],
        &["run", "p.go", "--seed", "many"],
        &["run", "p.go", "--gomaxprocs", "0"],
        &["run", "p.go", "--schedule", "garbage"],
        &["run", "p.go", "--what"],
    ];
    for args in wrong {
        let (out, err, code) = f.run(args);
        assert_eq!((out.as_str(), code), ("", 64), "{args:?}");
        assert!(err.starts_with("interleave: "), "{args:?}: {err}");
    }
    let (out, err, code) = f.run(&["run", "nowhere.go"]);
    assert_eq!((out.as_str(), code), ("", 1));
    assert!(err.starts_with("interleave: nowhere.go: "), "{err}");
}
