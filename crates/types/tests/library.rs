//! Our standard library is right as a whole, also what no program of the corpus uses.

#[test]
fn library_has_no_errors() {
    let errors: Vec<String> = types::check_library()
        .into_iter()
        .map(|(path, d)| format!("{path}:{}: {}", d.pos, d.message))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}
