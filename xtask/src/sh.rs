//! Commands that can be run and also shown, so that a person can repeat them.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

/// One command: program, arguments, folder, and the settings that differ from the shell's.
#[derive(Clone, Debug)]
pub struct Cmd {
    program: OsString,
    args: Vec<OsString>,
    vars: Vec<(&'static str, OsString)>,
    path: Vec<PathBuf>,
    folder: Option<PathBuf>,
}

impl Cmd {
    pub fn new(program: impl AsRef<OsStr>) -> Cmd {
        let program = program.as_ref().to_owned();
        Cmd { program, args: Vec::new(), vars: Vec::new(), path: Vec::new(), folder: None }
    }

    /// Adds arguments that hold no spaces, separated by spaces.
    pub fn words(self, words: &str) -> Cmd {
        self.args(words.split_whitespace())
    }

    pub fn arg(self, arg: impl AsRef<OsStr>) -> Cmd {
        self.args([arg])
    }

    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Cmd {
        self.args.extend(args.into_iter().map(|a| a.as_ref().to_owned()));
        self
    }

    pub fn var(mut self, name: &'static str, value: impl AsRef<OsStr>) -> Cmd {
        self.vars.push((name, value.as_ref().to_owned()));
        self
    }

    /// Puts a folder in front of the search path.
    pub fn path(mut self, folder: impl Into<PathBuf>) -> Cmd {
        let folder = folder.into();
        if !self.path.contains(&folder) {
            self.path.push(folder);
        }
        self
    }

    pub fn folder(mut self, folder: &Path) -> Cmd {
        self.folder = Some(folder.to_owned());
        self
    }

    fn command(&self) -> Command {
        let mut command = Command::new(self.resolve());
        command.args(&self.args);
        // What `cargo run` told us about this package is none of the child's business; if it leaked, cargo would see
        // changed settings and build again.
        for (name, _) in env::vars_os() {
            let Some(text) = name.to_str() else { continue };
            if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
                .iter()
                .any(|p| text.starts_with(p))
            {
                command.env_remove(&name);
            }
        }
        command.envs(self.vars.iter().map(|(n, v)| (n, v)));
        if !self.path.is_empty() {
            command.env("PATH", self.search_path());
        }
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        command
    }

    fn search_path(&self) -> OsString {
        let old = env::var_os("PATH").unwrap_or_default();
        let all = self.path.iter().cloned().chain(env::split_paths(&old));
        env::join_paths(all).unwrap_or(old)
    }

    /// `Command` would look the program up in our own search path, not in the child's.
    fn resolve(&self) -> OsString {
        let name = Path::new(&self.program);
        let found = self.path.iter().map(|folder| folder.join(name)).find(|p| p.is_file());
        found.map_or_else(|| self.program.clone(), PathBuf::into_os_string)
    }

    /// Runs it on this terminal.
    pub fn run(&self) -> Result<()> {
        let status = self.command().status().with_context(|| format!("cannot start `{self}`"))?;
        ensure!(status.success(), "`{self}` failed: {status}");
        Ok(())
    }

    /// Runs it on this terminal and gives its exit code.
    pub fn code(&self) -> Result<u8> {
        let status = self.command().status().with_context(|| format!("cannot start `{self}`"))?;
        Ok(status.code().and_then(|c| u8::try_from(c).ok()).unwrap_or(1))
    }

    /// Becomes it, where the system can, so that signals reach it; else as [`Cmd::code`].
    pub fn become_it(&self) -> Result<u8> {
        #[cfg(unix)]
        {
            use std::os::unix::process::CommandExt;
            let error = self.command().exec();
            Err(error).with_context(|| format!("cannot start `{self}`"))
        }
        #[cfg(not(unix))]
        self.code()
    }

    /// Runs it with its whole output in a file; a failure shows the file's end.
    pub fn run_to_log(&self, log: &Path) -> Result<()> {
        if let Some(folder) = log.parent() {
            fs::create_dir_all(folder)?;
        }
        let file = File::create(log).with_context(|| format!("writing {}", log.display()))?;
        let mut command = self.command();
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        let status = command.status().with_context(|| format!("cannot start `{self}`"))?;
        if !status.success() {
            let text = fs::read_to_string(log).unwrap_or_default();
            let lines: Vec<&str> = text.lines().collect();
            let end = lines[lines.len().saturating_sub(15)..].join("\n");
            bail!("`{self}` failed: {status}\n{end}\n(all of it: {})", log.display());
        }
        Ok(())
    }

    /// Its standard output, trimmed; complaints are swallowed.
    pub fn read(&self) -> Result<String> {
        let mut command = self.command();
        let output = command
            .stdin(Stdio::null())
            .output()
            .with_context(|| format!("cannot start `{self}`"))?;
        ensure!(output.status.success(), "`{self}` failed: {}", output.status);
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

impl fmt::Display for Cmd {
    /// As one would type it in the repository.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(folder) = &self.folder {
            write!(f, "cd {} && ", quoted(folder.as_os_str()))?;
        }
        if !self.path.is_empty() {
            let folders: Vec<String> = self.path.iter().map(|p| p.display().to_string()).collect();
            write!(f, "PATH=\"{}:$PATH\" ", folders.join(":"))?;
        }
        for (name, value) in &self.vars {
            write!(f, "{name}={} ", quoted(value))?;
        }
        write!(f, "{}", quoted(&self.program))?;
        self.args.iter().try_for_each(|arg| write!(f, " {}", quoted(arg)))
    }
}

/// A word as a shell takes it.
pub fn quoted(word: &OsStr) -> String {
    let text = word.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "-_./=,:@+%".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.into_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// The first file of that name in the search path.
pub fn which(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|p| p.is_file())
}

#[cfg(test)]
mod tests {
    use super::{Cmd, quoted};

    #[test]
    fn shown_as_typed() {
        let cmd = Cmd::new("trunk")
            .words("build --release")
            .arg("my dist")
            .path("/t/bin")
            .var("RUSTC", "/t/rustc");
        assert_eq!(
            cmd.to_string(),
            "PATH=\"/t/bin:$PATH\" RUSTC=/t/rustc trunk build --release 'my dist'"
        );
        assert_eq!(quoted("it's".as_ref()), r"'it'\''s'");
        assert_eq!(quoted("".as_ref()), "''");
    }

    #[test]
    fn runs_with_its_settings() {
        let cmd = Cmd::new("sh").arg("-c").arg("echo $A; echo noise >&2").var("A", "b c");
        assert_eq!(cmd.read().expect("sh runs"), "b c");
        assert!(Cmd::new("sh").arg("-c").arg("exit 3").run().is_err());
        assert_eq!(Cmd::new("sh").arg("-c").arg("exit 3").code().expect("sh runs"), 3);
    }
}
