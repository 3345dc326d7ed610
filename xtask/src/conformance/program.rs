//! The programs and what is stored beside them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::normal;

/// What is compared, by folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `lang`, `conc`, `std`: the same on every run.
    Plain,
    /// `testing`: files of tests.
    Tests,
    /// `order`: a set of outcomes.
    Order,
    /// `race`: whether there is one.
    Race,
    /// `invalid`: gc refuses it.
    Invalid,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::Plain => "programs",
            Kind::Tests => "tests",
            Kind::Order => "order",
            Kind::Race => "race",
            Kind::Invalid => "invalid",
        }
    }
}

/// A program of the corpus.
pub struct Program {
    /// Its path within `tests`, without the ending.
    pub name: String,
    pub kind: Kind,
    pub path: PathBuf,
}

/// What a program does, in normal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Standard output, standard error, exit code.
    Run { out: String, err: String, exit: i32 },
    /// All outcomes seen.
    Outcomes(BTreeSet<String>),
    /// Whether the race detector reported something.
    Races(bool),
    /// What gc says.
    Refused(String),
}

/// All programs.
pub fn all(tests: &Path) -> Result<Vec<Program>> {
    let folders = [
        ("programs/lang", Kind::Plain),
        ("programs/conc", Kind::Plain),
        ("programs/std", Kind::Plain),
        ("programs/testing", Kind::Tests),
        ("programs/order", Kind::Order),
        ("programs/race", Kind::Race),
        ("invalid", Kind::Invalid),
    ];
    let mut all = Vec::new();
    for (folder, kind) in folders {
        let entries =
            fs::read_dir(tests.join(folder)).with_context(|| format!("reading {folder}"))?;
        let mut paths = Vec::new();
        for entry in entries {
            paths.push(entry?.path());
        }
        paths.retain(|p| p.extension().is_some_and(|e| e == "go"));
        paths.sort();
        for path in paths {
            let name = path.strip_prefix(tests)?.with_extension("").display().to_string();
            all.push(Program { name, kind, path });
        }
    }
    Ok(all)
}

impl Program {
    /// The name under which it is compiled.
    pub fn file(&self) -> &'static str {
        if self.kind == Kind::Tests { "main_test.go" } else { "main.go" }
    }

    /// The ending of the file that every program of the kind has.
    fn main_ending(&self) -> &'static str {
        match self.kind {
            Kind::Plain | Kind::Tests => "out",
            Kind::Order => "outcomes",
            Kind::Race => "race",
            Kind::Invalid => "err",
        }
    }

    pub fn is_stored(&self) -> bool {
        self.path.with_extension(self.main_ending()).is_file()
    }

    /// What is stored beside it.
    pub fn stored(&self) -> Result<Behaviour> {
        let text = self.read(self.main_ending())?;
        Ok(match self.kind {
            Kind::Plain | Kind::Tests => {
                let exit = self.read("exit")?;
                let exit = if exit.is_empty() { 0 } else { exit.trim().parse()? };
                Behaviour::Run { out: text, err: self.read("err")?, exit }
            }
            Kind::Order => Behaviour::Outcomes(serde_json::from_str(&text)?),
            Kind::Race => Behaviour::Races(text.trim() == "race"),
            Kind::Invalid => Behaviour::Refused(text),
        })
    }

    fn read(&self, ending: &str) -> Result<String> {
        let path = self.path.with_extension(ending);
        if !path.is_file() {
            return Ok(String::new());
        }
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Stores what real Go does. Outcomes that were seen before stay.
    pub fn store(&self, seen: &Behaviour) -> Result<()> {
        let before = if self.is_stored() { self.stored()? } else { seen.clone() };
        match &before.with(seen) {
            Behaviour::Run { out, err, exit } => {
                self.write("out", out, true)?;
                self.write("err", err, !err.is_empty())?;
                self.write("exit", &format!("{exit}\n"), *exit != 0)
            }
            Behaviour::Outcomes(all) => {
                let lines: Vec<String> =
                    all.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
                self.write("outcomes", &format!("[\n {}\n]\n", lines.join(",\n ")), true)
            }
            Behaviour::Races(some) => {
                self.write("race", if *some { "race\n" } else { "none\n" }, true)
            }
            Behaviour::Refused(text) => self.write("err", text, true),
        }
    }

    fn write(&self, ending: &str, text: &str, wanted: bool) -> Result<()> {
        let path = self.path.with_extension(ending);
        if wanted {
            fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
        } else if path.exists() {
            fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
        }
        Ok(())
    }
}

impl Behaviour {
    /// What real Go does after it did another thing: outcomes add up, all else is replaced.
    pub fn with(&self, seen: &Behaviour) -> Behaviour {
        match (self, seen) {
            (Behaviour::Outcomes(a), Behaviour::Outcomes(b)) => {
                Behaviour::Outcomes(a.union(b).cloned().collect())
            }
            _ => seen.clone(),
        }
    }

    /// Whether another behaviour is what this one says; the differences if not. Of a set of outcomes, a few may be
    /// missing; of a race, the other runs may have shown none.
    pub fn admits(&self, seen: &Behaviour) -> Result<(), String> {
        let text = match (self, seen) {
            (Behaviour::Outcomes(all), Behaviour::Outcomes(some)) => {
                some.difference(all).map(|s| format!("  + {s:?}\n")).collect()
            }
            (Behaviour::Run { .. }, Behaviour::Run { .. }) => differences(self, seen),
            (Behaviour::Refused(a), Behaviour::Refused(b)) => difference("", a, b),
            (a, b) if a == b => String::new(),
            (a, b) => format!("  - {a:?}\n  + {b:?}\n"),
        };
        if text.is_empty() { Ok(()) } else { Err(text) }
    }

    /// The same without the frames of the standard library: this engine's is another.
    pub fn without_library(&self) -> Behaviour {
        match self {
            Behaviour::Run { out, err, exit } => {
                Behaviour::Run { out: out.clone(), err: normal::own_frames(err), exit: *exit }
            }
            other => other.clone(),
        }
    }
}

fn differences(want: &Behaviour, got: &Behaviour) -> String {
    let (
        Behaviour::Run { out: want_out, err: want_err, exit: want_exit },
        Behaviour::Run { out, err, exit },
    ) = (want, got)
    else {
        return String::new();
    };
    let mut text = difference("standard output", want_out, out);
    text += &difference("standard error", want_err, err);
    if want_exit != exit {
        text += &format!("  exit code\n  - {want_exit}\n  + {exit}\n");
    }
    text
}

/// The first lines that differ; nothing if none do.
pub fn difference(what: &str, want: &str, got: &str) -> String {
    if want == got {
        return String::new();
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (want.split('\n').collect(), got.split('\n').collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let part = |lines: &[&str], sign: char| -> String {
        lines.iter().skip(same).take(5).map(|l| format!("  {sign} {l}\n")).collect()
    };
    format!("  {what} line {}\n{}{}", same + 1, part(&a, '-'), part(&b, '+'))
}

#[cfg(test)]
mod tests {
    use super::Behaviour;

    #[test]
    fn fewer_outcomes_are_admitted_other_ones_are_not() {
        let set = |list: &[&str]| Behaviour::Outcomes(list.iter().map(|s| s.to_string()).collect());
        assert_eq!(set(&["a", "b"]).admits(&set(&["a"])), Ok(()));
        assert_eq!(set(&["a"]).admits(&set(&["a", "b"])), Err("  + \"b\"\n".to_owned()));
        assert_eq!(set(&["a", "b"]).with(&set(&["a", "c"])), set(&["a", "b", "c"]));
    }

    #[test]
    fn what_differs_is_named() {
        let run = |out: &str, exit| Behaviour::Run { out: out.into(), err: String::new(), exit };
        assert_eq!(run("a\n", 0).admits(&run("a\n", 0)), Ok(()));
        let text = run("a\nb\n", 0).admits(&run("a\nc\n", 2)).unwrap_err();
        assert!(text.contains("standard output line 2\n  - b\n"), "{text}");
        assert!(text.contains("exit code\n  - 0\n  + 2\n"), "{text}");
    }
}
