//! Formatting values as package `fmt` does.

mod inside;
mod list;
mod print;
mod printf;
mod quiet;
mod sort;
mod verbs;

pub(crate) use print::{Called, Need, Printer};

use crate::heap::Heap;
use program::{Program, RTypeId};

/// A value as `%v` prints it, without running its methods.
pub(crate) fn show(p: &Program, h: &Heap, ty: RTypeId, words: &[u64]) -> String {
    let mut w = Printer::new(p, h, &[]);
    w.quiet = true;
    w.value(ty, words, 'v', 0, false);
    String::from_utf8_lossy(&w.finish()).into_owned()
}
