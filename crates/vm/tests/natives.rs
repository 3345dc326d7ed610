//! Natives and the library's declarations without a body stand one to one.

use std::collections::BTreeSet;

#[test]
fn each_declaration_without_body_has_one_native_and_each_native_a_declaration() {
    let declared: Vec<String> = types::library().into_iter().flat_map(|l| l.natives).collect();
    // The predeclared ones are not in a package.
    let natives: Vec<&str> = vm::natives().filter(|n| !["print", "println"].contains(n)).collect();
    let declared_set: BTreeSet<&str> = declared.iter().map(String::as_str).collect();
    let native_set: BTreeSet<&str> = natives.iter().copied().collect();
    let missing: Vec<_> = declared_set.difference(&native_set).collect();
    let superfluous: Vec<_> = native_set.difference(&declared_set).collect();
    assert!(missing.is_empty(), "declared in crates/types/src/std, without native: {missing:?}");
    assert!(superfluous.is_empty(), "natives that nothing declares: {superfluous:?}");
    assert_eq!(declared.len(), declared_set.len(), "declared twice");
    assert_eq!(natives.len(), native_set.len(), "two natives of one key");
}
