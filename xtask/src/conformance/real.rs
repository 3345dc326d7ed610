//! What real Go does with a program.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, bail, ensure};

use super::normal;
use super::program::{Behaviour, Kind, Program};
use crate::tools::Go;

/// The path of a package `main` that has tests, as they cannot import `main`.
const NOT_MAIN: &str = "interleave";

/// What a program says that asks the simulated network, and what answers it in real Go.
const NET: &str = "\n//interleave:net ";
const NETWORK: &str = include_str!("network.go");

/// Real Go and the folder it works in.
pub struct Real<'a> {
    go: &'a Go,
    folder: PathBuf,
    /// Where the sources of the standard library are.
    library: String,
    goroot: String,
    runs: u32,
}

impl Real<'_> {
    /// Makes the folder.
    pub fn prepare(go: &Go, folder: PathBuf, runs: u32) -> Result<Real<'_>> {
        fs::create_dir_all(&folder)?;
        let goroot = go.cmd().words("env GOROOT").read()?;
        Ok(Real { go, folder, library: format!("{goroot}/src"), goroot, runs })
    }

    /// Where the program lies while it runs.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What a program does.
    pub fn run(&self, program: &Program) -> Result<Behaviour> {
        for old in ["main.go", "main_test.go", "network.go", "program"] {
            let path = self.folder.join(old);
            if path.exists() {
                fs::remove_file(path)?;
            }
        }
        let source = fs::read_to_string(&program.path)
            .with_context(|| format!("reading {}", program.path.display()))?;
        fs::write(self.folder.join(program.file()), &source)?;
        fs::write(self.folder.join("go.mod"), self.module(program, &source))?;
        if program.kind == Kind::Plain && source.contains(NET) {
            fs::write(self.folder.join("network.go"), NETWORK)?;
        }
        match program.kind {
            Kind::Plain => {
                self.build("build -p 1 -o program .")?;
                let seen = self.execute(&[], None)?;
                Ok(Behaviour::Run { out: seen.out, err: seen.err, exit: seen.exit })
            }
            Kind::Tests => {
                self.build("test -p 1 -c -o program .")?;
                let seen = self.execute(&["-test.v"], None)?;
                let out = normal::test_output(&seen.out);
                let err = seen.err.replace(&format!("{NOT_MAIN}."), "main.");
                Ok(Behaviour::Run { out, err, exit: seen.exit })
            }
            Kind::Order => self.outcomes(),
            Kind::Race => self.races(),
            Kind::Invalid => {
                let output = self.go_command("build -p 1 -o program .").output()?;
                ensure!(!output.status.success(), "real Go accepts it");
                Ok(Behaviour::Refused(self.diagnostics(&text(&output.stderr))))
            }
        }
    }

    /// A package of tests has the module's path, which appears in traces: it is the package's name.
    fn module(&self, program: &Program, source: &str) -> String {
        let text = self.go.mod_file();
        let package = source.lines().find_map(|l| l.strip_prefix("package "));
        match (program.kind, package) {
            (Kind::Tests, Some(name)) => {
                let name = name.split_whitespace().next().unwrap_or("main");
                let name = name.strip_suffix("_test").unwrap_or(name);
                let name = if name == "main" { NOT_MAIN } else { name };
                let rest = text.lines().skip(1).map(|l| format!("{l}\n"));
                format!("module {name}\n{}", rest.collect::<String>())
            }
            _ => text,
        }
    }

    fn outcomes(&self) -> Result<Behaviour> {
        self.build("build -p 1 -o program .")?;
        let mut all = BTreeSet::new();
        for i in 0..self.runs {
            let seen = self.execute(&[], Some(["1", "2", "4"][i as usize % 3]))?;
            all.insert(normal::outcome(&seen.out, &seen.err, seen.exit));
        }
        Ok(Behaviour::Outcomes(all))
    }

    fn races(&self) -> Result<Behaviour> {
        self.build("build -race -p 1 -o program .")?;
        for i in 0..self.runs / 2 {
            let seen = self.execute(&[], Some(["4", "2", "1"][i as usize % 3]))?;
            if seen.err.contains("WARNING: DATA RACE") {
                return Ok(Behaviour::Races(true));
            }
        }
        Ok(Behaviour::Races(false))
    }

    fn go_command(&self, words: &str) -> Command {
        let mut command = Command::new(&self.go.program);
        command.args(words.split(' ')).current_dir(&self.folder);
        command.env("GOTOOLCHAIN", "local").env("GOWORK", "off");
        for name in ["GOFLAGS", "GODEBUG", "GOEXPERIMENT"] {
            command.env_remove(name);
        }
        command
    }

    fn build(&self, words: &str) -> Result<()> {
        let output = self.go_command(words).output()?;
        if !output.status.success() {
            bail!("`go {words}`: {}", text(&output.stderr).trim_end());
        }
        Ok(())
    }

    fn execute(&self, args: &[&str], procs: Option<&str>) -> Result<Seen> {
        let mut command = Command::new(self.folder.join("program"));
        command.args(args).current_dir(&self.folder).env_remove("GOMAXPROCS");
        for name in ["GOTRACEBACK", "GODEBUG", "GOGC"] {
            command.env_remove(name);
        }
        // A program built with -race sleeps a second before it exits, so that goroutines left behind may still race.
        command.env("GORACE", "atexit_sleep_ms=20");
        if let Some(n) = procs {
            command.env("GOMAXPROCS", n);
        }
        Ok(Seen::of(command.output()?, &self.library))
    }

    /// Compiles a program of package `main`, to be run by [`once`](Self::once).
    pub fn compile(&self, source: &str) -> Result<()> {
        let tests = self.folder.join("main_test.go");
        if tests.exists() {
            fs::remove_file(tests)?;
        }
        fs::write(self.folder.join("main.go"), source)?;
        fs::write(self.folder.join("go.mod"), self.go.mod_file())?;
        self.build("build -p 1 -o program .")
    }

    /// Standard output of one run of a program with arguments.
    pub fn once_with(&self, source: &str, args: &[String]) -> Result<String> {
        self.compile(source)?;
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let seen = self.execute(&args, None)?;
        ensure!(seen.exit == 0, "exit code {}: {}", seen.exit, seen.err);
        Ok(seen.out)
    }

    /// What `go vet` says of the program compiled last; none if it says nothing.
    pub fn vet(&self) -> Result<Option<String>> {
        let output = self.go_command("vet .").output()?;
        Ok((!output.status.success()).then(|| self.diagnostics(&text(&output.stderr))))
    }

    /// One run of the program compiled last: standard output, standard error in normal form, exit code. It is ended
    /// after some seconds.
    pub fn once(&self) -> Result<(String, String, i32)> {
        let mut command = Command::new("timeout");
        command.arg("20").arg(self.folder.join("program")).current_dir(&self.folder);
        let seen = Seen::of(command.output()?, &self.library);
        Ok((seen.out, seen.err, seen.exit))
    }

    /// The formatter of this Go.
    pub fn gofmt(&self) -> PathBuf {
        self.go.program.with_file_name("gofmt")
    }

    /// What `go build` printed, with the places of this machine taken out, and the program's own path as it is when
    /// there is no module.
    fn diagnostics(&self, printed: &str) -> String {
        let lines = printed.lines().filter(|l| !l.starts_with("# "));
        let lines =
            lines.map(|l| l.replace("./main.go", "main.go").replace(&self.goroot, "$GOROOT"));
        let lines = lines.map(|l| match l == "package interleave.test" {
            true => "package command-line-arguments".to_owned(),
            false => l,
        });
        let folder = format!("{}/", self.folder.display());
        lines.map(|l| l.replace(&folder, "") + "\n").collect()
    }
}

/// What a process did, in normal form.
pub struct Seen {
    pub out: String,
    pub err: String,
    pub exit: i32,
}

impl Seen {
    pub fn of(output: Output, library: &str) -> Seen {
        Seen {
            out: text(&output.stdout),
            err: normal::stderr(&text(&output.stderr), library),
            exit: output.status.code().unwrap_or(-1),
        }
    }
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
