//! The tree of contexts: who came from whom, what they carry, and that a cancellation goes down.

use super::all_along;
use std::collections::BTreeSet;

const SOURCE: &str = r#"package main

import (
	"context"
	"time"
)

type key string

func main() {
	parent, cancel := context.WithTimeout(context.Background(), time.Second)
	ctx := context.WithValue(parent, key("id"), 17)
	kept := context.WithoutCancel(ctx)
	time.Sleep(time.Millisecond)
	cancel()
	_, _ = ctx, kept
}
"#;

#[test]
fn a_context_shows_what_it_carries_and_is_cancelled_with_its_parent() {
    let (mut rows, mut locals) = (BTreeSet::new(), BTreeSet::new());
    all_along(SOURCE, |_, _, scene| {
        let of = |key: &str| scene.cards.iter().find(|c| c.key == key).map(|c| c.texts.as_slice());
        let texts = of("contexts").unwrap_or_default();
        let texts: Vec<_> = texts.iter().skip(1).map(|t| t.text.as_str()).collect();
        rows.insert(texts.join(" | "));
        let texts = of("locals").unwrap_or_default();
        locals.extend(texts.iter().map(|t| t.text.clone()));
    });
    let alive = "● WithTimeout | until 1.000 s | └ | ● WithValue | id = 17 | └ | ● WithoutCancel";
    assert!(rows.contains(alive), "{rows:#?}");
    let cancelled = "✕ WithTimeout | canceled | └ | ✕ WithValue | id = 17 | └ | ● WithoutCancel";
    assert!(rows.contains(cancelled), "{rows:#?}");
    for value in ["WithTimeout", "WithValue(id, 17)"] {
        assert!(locals.contains(value), "{value}: {locals:?}");
    }
}
