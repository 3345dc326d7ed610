//! `cargo xtask serve` and `cargo xtask env`.

use std::ffi::{OsStr, OsString};
use std::net::TcpListener;
use std::process::ExitCode;

use anyhow::Result;

use crate::house::House;
use crate::tools::{Need, Tools};

/// What `trunk serve` needs.
const NEEDS: [Need; 3] = [Need::WasmTarget, Need::Trunk, Need::WasmBindgen];
/// As in Trunk.toml.
const PORT: u16 = 8080;

/// Provides the tools and ends in `trunk serve`, to which `args` go.
pub fn run(house: &House, args: &[OsString]) -> Result<ExitCode> {
    let tools = Tools::provide(house, &NEEDS)?;
    let mut trunk = tools.wasm("trunk").arg("serve").folder(&house.repo);
    let port = match value_of(args, "--port", "-p") {
        Some(port) => port,
        None => {
            let port = free_port();
            trunk = trunk.arg("--port").arg(&port);
            port
        }
    };
    if value_of(args, "--dist", "-d").is_none() {
        // Apart from `dist/`, which holds the page for a host.
        trunk = trunk.arg("--dist").arg(house.target().join("serve"));
    }
    let address = value_of(args, "--address", "-a").unwrap_or_else(|| "127.0.0.1".to_owned());
    eprintln!("The first build takes a minute or two, later ones seconds.");
    eprintln!("Then the page is at http://{address}:{port}/ (Ctrl-C ends it)");
    Ok(ExitCode::from(trunk.args(args).become_it()?))
}

/// Prints the settings with which plain `trunk` and `cargo build --target wasm32-unknown-unknown` work in a shell.
pub fn print_env(house: &House) -> Result<ExitCode> {
    let tools = Tools::provide(house, &NEEDS)?;
    for setting in tools.settings() {
        println!("export {setting}");
    }
    Ok(ExitCode::SUCCESS)
}

/// The usual port, or the next one that nobody listens on.
fn free_port() -> String {
    let free = (PORT..PORT + 100).find(|&port| TcpListener::bind(("127.0.0.1", port)).is_ok());
    free.unwrap_or(PORT).to_string()
}

/// The value of `--long VALUE`, `--long=VALUE`, `-s VALUE` or `-sVALUE`.
fn value_of(args: &[OsString], long: &str, short: &str) -> Option<String> {
    let mut args = args.iter().filter_map(|a| OsStr::to_str(a));
    while let Some(arg) = args.next() {
        if arg == long || arg == short {
            return args.next().map(str::to_owned);
        }
        if let Some(value) = arg.strip_prefix(long).and_then(|rest| rest.strip_prefix('=')) {
            return Some(value.to_owned());
        }
        if let Some(value) = arg.strip_prefix(short).filter(|_| !arg.starts_with("--")) {
            return Some(value.trim_start_matches('=').to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::value_of;

    #[test]
    fn values_in_every_spelling() {
        let port = |line: &str| {
            let args: Vec<_> = line.split_whitespace().map(Into::into).collect();
            value_of(&args, "--port", "-p")
        };
        for line in ["--release --port 9000", "--port=9000", "-p 9000 --open", "-p9000"] {
            assert_eq!(port(line).as_deref(), Some("9000"), "{line}");
        }
        assert_eq!(port("--release --open"), None);
    }
}
