//! `interleave`: runs, checks, formats and explores Go programs from the command line.

mod args;
mod commands;

use std::process::ExitCode;

fn main() -> ExitCode {
    let code = match args::parse(lexopt::Parser::from_env()) {
        Ok(command) => commands::carry_out(&command),
        Err(e) => {
            eprintln!("interleave: {e}\n{}", args::USAGE);
            64
        }
    };
    ExitCode::from(u8::try_from(code & 0xff).unwrap_or(1))
}
