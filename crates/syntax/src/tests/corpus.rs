//! The project's corpus of programs, sound and unsound, with what the Go tools say about them.

use super::sources;

/// gc's errors for unsound programs. Where there are syntax errors they are all; others that
/// the parser finds come together with those of the type checker.
#[test]
fn invalid_programs() {
    let mut checked = 0;
    for (path, src) in sources("invalid") {
        let Ok(expected) = std::fs::read_to_string(path.with_extension("err")) else { continue };
        let expected: Vec<&str> =
            expected.lines().filter(|l| !l.contains("too many errors")).collect();
        let (_, errors) = crate::parse(&src);
        let ours: Vec<String> =
            errors.iter().map(|d| format!("main.go:{}: {}", d.pos, d.message)).collect();
        let syntax = expected.iter().any(|l| l.contains(": syntax error: "));
        if syntax || errors.iter().any(crate::Diagnostic::is_syntax) {
            assert_eq!(ours, expected, "{}", path.display());
        } else {
            let stray: Vec<_> = ours.iter().filter(|l| !expected.contains(&l.as_str())).collect();
            assert!(stray.is_empty(), "{}: {stray:?}", path.display());
        }
        checked += 1;
    }
    assert!(checked > 100, "the corpus is missing: {checked}");
}

#[test]
fn sound_programs() {
    let programs = sources("programs");
    assert!(!programs.is_empty());
    for (path, src) in programs {
        let (_, errors) = crate::parse(&src);
        assert_eq!(errors, [], "{}", path.display());
        let formatted = crate::format(&src).unwrap_or_default();
        assert_eq!(crate::format(&formatted).as_deref(), Ok(&*formatted), "{}", path.display());
    }
}
