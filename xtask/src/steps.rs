//! A list of named steps: run in order, timed, each failure with the command that repeats it.

use std::collections::BTreeSet;
use std::fmt;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// One step of a list.
pub struct Step<'a> {
    /// One word, for `--only` and `--skip`.
    pub name: &'static str,
    /// What it does, for people.
    pub what: &'static str,
    /// The command that a person runs to repeat it.
    pub repeat: String,
    /// A step that must have passed before, when it is in the list at all.
    pub after: Option<&'static str>,
    /// The work.
    pub run: Box<dyn Fn() -> Result<()> + 'a>,
}

/// Which steps to run.
#[derive(Debug, Default)]
pub struct Choice {
    /// Only these, when there are any.
    pub only: BTreeSet<String>,
    /// Not these.
    pub skip: BTreeSet<String>,
}

impl Choice {
    /// Whether a step is to run.
    pub fn takes(&self, name: &str) -> bool {
        (self.only.is_empty() || self.only.contains(name)) && !self.skip.contains(name)
    }

    /// # Errors
    /// When a name is of no step.
    pub fn check(&self, names: &[&str]) -> Result<()> {
        match self.only.iter().chain(&self.skip).find(|name| !names.contains(&name.as_str())) {
            Some(name) => bail!("no step {name}; there are: {}", names.join(", ")),
            None => Ok(()),
        }
    }
}

/// How many steps passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Steps that passed.
    pub passed: usize,
    /// Steps that failed, or could not run because one before them failed.
    pub failed: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs the chosen steps, also after a failure, and prints a table at the end.
pub fn run(steps: &[Step<'_>], choice: &Choice) -> Tally {
    let mut tally = Tally::default();
    let mut failed: Vec<&Step<'_>> = Vec::new();
    let mut table = Vec::new();
    for step in steps.iter().filter(|s| choice.takes(s.name)) {
        println!("\n== {}: {}", step.name, step.what);
        let start = Instant::now();
        let blocked = step.after.filter(|name| failed.iter().any(|f| f.name == *name));
        let result = match blocked {
            Some(name) => Err(anyhow::anyhow!("not run, because `{name}` failed")),
            None => (step.run)(),
        };
        let time = start.elapsed();
        match result {
            Ok(()) => tally.passed += 1,
            Err(error) => {
                tally.failed += 1;
                println!("{}: {error:#}\nTo repeat it:\n  {}", step.name, step.repeat);
                failed.push(step);
            }
        }
        table.push((step.name, failed.iter().all(|f| f.name != step.name), time));
    }
    println!();
    for (name, passed, time) in &table {
        println!(
            "{} {name:<12} {:>7.1} s",
            if *passed { "ok    " } else { "FAILED" },
            time.as_secs_f64()
        );
    }
    println!(
        "       {:<12} {:>7.1} s",
        "in all",
        table.iter().map(|t| t.2).sum::<Duration>().as_secs_f64()
    );
    for step in failed {
        println!("To repeat {}: {}", step.name, step.repeat);
    }
    tally
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::{Choice, Step, Tally, run};

    fn steps() -> Vec<Step<'static>> {
        let step = |name, after, passes: bool| Step {
            name,
            what: "",
            repeat: String::new(),
            after,
            run: Box::new(move || if passes { Ok(()) } else { bail!("no") }),
        };
        vec![
            step("a", None, true),
            step("b", None, false),
            step("c", Some("b"), true),
            step("d", Some("a"), true),
        ]
    }

    #[test]
    fn a_failure_fails_what_builds_on_it_and_nothing_else() {
        assert_eq!(run(&steps(), &Choice::default()), Tally { passed: 2, failed: 2 });
    }

    #[test]
    fn only_and_skip() {
        let mut choice = Choice::default();
        choice.skip.insert("b".to_owned());
        assert_eq!(run(&steps(), &choice), Tally { passed: 3, failed: 0 });
        choice.only.insert("a".to_owned());
        assert_eq!(run(&steps(), &choice).to_string(), "1 passed, 0 failed");
        choice.only.insert("z".to_owned());
        assert!(choice.check(&["a", "b", "c", "d"]).is_err());
    }
}
