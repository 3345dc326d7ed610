//! Values for the eye: no method is run, and what would print itself is told as people read it.

use super::print::Printer;
use crate::std::context;
use crate::std::time::duration_text;
use program::RType;

impl Printer<'_> {
    /// Well-known types that would print themselves, for the eye.
    pub(super) fn quiet_text(&mut self, t: &RType, words: &[u64]) -> bool {
        let x = words.first().copied().unwrap_or(0);
        match &*t.name {
            "time.Duration" => {
                let s = duration_text(x as i64);
                self.out.str(&s);
            }
            "*errors.errorString" | "*fmt.wrapError" | "*fmt.wrapErrors" => match self.h.load(x) {
                Some(s) => self.out.buf.extend_from_slice(self.h.str(s)),
                None => self.out.str("<nil>"),
            },
            "time.Time" => {
                // On the virtual clock, if it was read from it: since the program began.
                let Some(since) = words.get(2).and_then(|w| w.checked_sub(1)) else { return false };
                let s = duration_text(since as i64);
                self.out.str(&s);
            }
            "atomic.Int32" | "atomic.Int64" => self.out.str(&(x as i64).to_string()),
            "atomic.Uint32" | "atomic.Uint64" | "atomic.Uintptr" => self.out.str(&x.to_string()),
            "atomic.Bool" => self.out.str(if x == 0 { "false" } else { "true" }),
            name if name == "atomic.Value" || name.starts_with("atomic.Pointer[") => {
                self.out.str(if x == 0 { "<nil>" } else { "0x…" });
            }
            // How much they hold is told on the stage.
            name @ ("sync.Map" | "sync.Pool") => self.out.str(name),
            name => match context::root(name) {
                Some(text) => self.out.str(&text),
                None => return false,
            },
        }
        true
    }
}
