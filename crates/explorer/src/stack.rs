//! Call stacks that share their lower parts, so that an access can keep one for a pointer.

use std::rc::Rc;
use trace::Sym;

/// A call stack; the innermost frame first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stack(Option<Rc<Node>>);

#[derive(Debug)]
struct Node {
    func: Sym,
    /// Line where the frame below stood when it called this one.
    called: u32,
    below: Stack,
}

impl Stack {
    /// With one more frame; `line` is where the caller stands.
    pub fn push(&self, func: Sym, line: u32) -> Stack {
        Stack(Some(Rc::new(Node { func, called: line, below: self.clone() })))
    }

    /// Without the innermost frame, and the line where the caller stands.
    pub fn pop(&self) -> (Stack, u32) {
        match &self.0 {
            Some(n) => (n.below.clone(), n.called),
            None => (Stack::default(), 0),
        }
    }

    /// Function and line of each frame, innermost first, `line` being that of the innermost.
    pub fn frames(&self, mut line: u32) -> Vec<(Sym, u32)> {
        let mut out = Vec::new();
        let mut at = self;
        while let Some(n) = &at.0 {
            out.push((n.func, line));
            line = n.called;
            at = &n.below;
        }
        out
    }
}

impl Drop for Node {
    /// Frame by frame: a stack may be a million frames deep.
    fn drop(&mut self) {
        let mut below = std::mem::take(&mut self.below);
        while let Some(mut n) = below.0.take().and_then(|n| Rc::try_unwrap(n).ok()) {
            below = std::mem::take(&mut n.below);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_stacks_do_not_overflow() {
        let mut s = Stack::default();
        for i in 0..300_000 {
            s = s.push(Sym(1), i);
        }
        assert_eq!(s.frames(7)[..2], [(Sym(1), 7), (Sym(1), 299_999)]);
        assert_eq!(s.pop().1, 299_999);
        drop(s);
    }
}
