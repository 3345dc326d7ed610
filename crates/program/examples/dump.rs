//! Prints the instructions of a Go file: `cargo run -p program --example dump -- FILE.go [FUNCTION]`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let Some(path) = args.next() else {
        eprintln!("usage: dump FILE.go [FUNCTION]");
        return ExitCode::FAILURE;
    };
    let only = args.next();
    let source = match std::fs::read_to_string(&path) {
        Ok(s) => s,
        Err(e) => {
            eprintln!("{path}: {e}");
            return ExitCode::FAILURE;
        }
    };
    let (file, errors) = syntax::parse(&source);
    let checked = types::check(&[file]);
    let lowered = match errors.is_empty() && checked.diagnostics.is_empty() {
        true => program::lower(&checked),
        false => Err(errors.into_iter().chain(checked.diagnostics).collect()),
    };
    match lowered {
        Ok(p) => {
            for f in &p.funcs {
                if only
                    .as_ref()
                    .map_or(f.name.starts_with("main."), |o| f.name.contains(o.as_str()))
                {
                    print!("{}", p.dump_func(f));
                }
            }
            for fault in p.verify() {
                println!("fault: {fault}");
            }
            ExitCode::SUCCESS
        }
        Err(list) => {
            for d in list {
                eprintln!("{path}:{}: {}", d.pos, d.message);
            }
            ExitCode::FAILURE
        }
    }
}
