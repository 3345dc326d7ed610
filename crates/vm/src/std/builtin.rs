//! The builtins `print` and `println`.

use super::fmt::{operands, print_text};
use crate::natives::{Cx, NativeFn, Next};
use trace::Stream;

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[("print", print), ("println", println)];

fn print(cx: &mut Cx<'_>) -> Next {
    write(cx, b"", b"")
}

fn println(cx: &mut Cx<'_>) -> Next {
    write(cx, b" ", b"\n")
}

fn write(cx: &mut Cx<'_>, sep: &[u8], end: &[u8]) -> Next {
    let texts: Vec<Vec<u8>> = operands(cx, 0).iter().map(|v| print_text(cx, *v)).collect();
    let mut out = texts.join(sep);
    out.extend_from_slice(end);
    super::os::emit(cx, Stream::Stderr, &out)
}
