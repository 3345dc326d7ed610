//! The one touch point of these tests to everything below the machine.
#![allow(dead_code)]

use executor::{Executor, Fifo, Scheduler};
use program::Program;
use std::rc::Rc;
use trace::{Stream, Tracer};
use vm::{Config, Leak, Outcome, Vm};

/// What a run gave.
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    pub outcome: Outcome,
    pub leaks: Vec<Leak>,
    pub steps: u64,
}

impl Run {
    /// Everything as one text.
    pub fn all(&self) -> String {
        let mut s = format!("{}{}", self.stdout, self.stderr);
        if self.outcome.exit != 0 {
            s += &format!("-- exit {}\n", self.outcome.exit);
        }
        s
    }
}

/// Compiles a program, or says what is wrong with it.
pub fn compile(source: &str, name: &str) -> Result<Rc<Program>, String> {
    let say = |d: &[syntax::Diagnostic]| {
        d.iter().map(|d| format!("{}: {}\n", d.pos, d.message)).collect::<String>()
    };
    let (file, errors) = syntax::parse(source);
    if !errors.is_empty() {
        return Err(say(&errors));
    }
    let checked = types::check_named(&[file], &[name.into()]);
    if !checked.diagnostics.is_empty() {
        return Err(say(&checked.diagnostics));
    }
    program::lower(&checked).map(Rc::new).map_err(|e| say(&e))
}

/// Runs a compiled program to its end.
pub fn execute(p: Rc<Program>, config: Config, s: Box<dyn Scheduler>, tracer: Tracer) -> Run {
    let ex = Executor::new(s, tracer);
    let vm = Vm::start(p, config, &ex);
    while !vm.drive(&ex, 100) {}
    Run {
        stdout: vm.text(Stream::Stdout),
        stderr: vm.text(Stream::Stderr),
        outcome: vm.outcome().expect("the run is over"),
        leaks: vm.leaks(),
        steps: vm.steps(),
    }
}

/// Runs a program.
pub fn run(source: &str) -> Run {
    run_with(source, Config::default())
}

/// Runs a program with settings.
pub fn run_with(source: &str, config: Config) -> Run {
    match compile(source, "main.go") {
        Ok(p) => execute(p, config, Box::new(Fifo::new()), Tracer::off()),
        Err(e) => panic!("does not compile:\n{e}"),
    }
}
