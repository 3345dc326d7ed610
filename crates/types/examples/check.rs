//! Prints the errors of a Go file: `cargo run -p types --example check -- FILE.go`
fn main() {
    for path in std::env::args().skip(1) {
        let Ok(src) = std::fs::read_to_string(&path) else { continue };
        let (file, parse) = syntax::parse(&src);
        let diags = if std::env::var_os("ALL").is_some() {
            types::check_every_error(&[file], parse)
        } else {
            types::check_files(&[file], &[], parse).diagnostics
        };
        for d in diags {
            if d.pos.is_known() {
                println!("main.go:{}: {}", d.pos, d.message);
            } else {
                println!("{}", d.message);
            }
        }
    }
}
