//! The sources of our standard library.

/// Source of a package.
pub(super) fn source(path: &str) -> Option<&'static str> {
    Some(match path {
        "errors" => include_str!("../std/errors.go"),
        "fmt" => include_str!("../std/fmt.go"),
        "internal/region" => include_str!("../std/internal_region.go"),
        "io" => include_str!("../std/io.go"),
        "iter" => include_str!("../std/iter.go"),
        "os" => include_str!("../std/os.go"),
        "runtime" => include_str!("../std/runtime.go"),
        "strconv" => include_str!("../std/strconv.go"),
        "strings" => include_str!("../std/strings.go"),
        "sync" => include_str!("../std/sync.go"),
        "time" => include_str!("../std/time.go"),
        "unicode" => include_str!("../std/unicode.go"),
        "unicode/utf8" => include_str!("../std/unicode_utf8.go"),
        _ => return None,
    })
}
