//! Lists of expressions and names: on one line, or over several as in the source, with the keys
//! of composite literals in columns.

use super::place::Place;
use super::{FAR, Printer, Ws};
use crate::ast::*;

/// An element of a list: an expression, or a name that is being declared.
#[derive(Clone, Copy)]
pub(super) enum Elem<'e> {
    Expr(&'e Expr),
    Name(&'e Ident),
    /// `x.(type)` without the variable before it.
    Guard(&'e Expr),
}

/// How a list over several lines is laid out.
#[derive(Clone, Copy, Default)]
pub(super) struct ListMode {
    /// Whether a comma may stand at the end.
    pub(super) comma: bool,
    /// Whether the lines after the first are not indented.
    pub(super) flush: bool,
}

impl Printer<'_> {
    fn elem_start(&self, e: Elem<'_>) -> Place {
        match e {
            Elem::Expr(x) => self.start(x),
            Elem::Name(n) => n.pos.into(),
            Elem::Guard(x) => match &x.kind {
                ExprKind::TypeSwitchGuard { x, .. } => self.start(x),
                _ => self.start(x),
            },
        }
    }

    fn elem(&mut self, e: Elem<'_>, depth: i32) {
        match e {
            Elem::Expr(x) => self.expr0(x, depth),
            Elem::Name(n) => self.name(n),
            Elem::Guard(x) => self.guard(x),
        }
    }

    fn elem_size(&mut self, e: Elem<'_>) -> usize {
        match e {
            Elem::Expr(x) => self.expr_size(x, FAR),
            Elem::Name(n) => n.name.len(),
            Elem::Guard(x) => self.measure(FAR, |p| p.guard(x)),
        }
    }

    pub(super) fn name_list(&mut self, names: &[&Ident], indent: bool) {
        let list: Vec<Elem<'_>> = names.iter().map(|n| Elem::Name(n)).collect();
        let mode = ListMode { comma: false, flush: !indent };
        self.list(Place::NONE, &list, 1, mode, Place::NONE);
    }

    pub(super) fn expr_list(
        &mut self,
        prev: Place,
        list: &[Expr],
        depth: i32,
        mode: ListMode,
        next: Place,
    ) {
        let list: Vec<Elem<'_>> = list.iter().map(Elem::Expr).collect();
        self.list(prev, &list, depth, mode, next);
    }

    /// Prints a list between the tokens at `prev` and `next`. Line breaks of the source stay.
    pub(super) fn list(
        &mut self,
        prev: Place,
        list: &[Elem<'_>],
        depth: i32,
        mode: ListMode,
        next: Place,
    ) {
        let (Some(&first), Some(&last)) = (list.first(), list.last()) else { return };
        let mut line = self.elem_start(first).line;
        let end_line = match last {
            Elem::Expr(x) | Elem::Guard(x) => Place::from(x.end).line,
            Elem::Name(n) => Place::from(n.pos).line,
        };
        if prev.is_valid() && prev.line == line && line == end_line {
            for (i, &e) in list.iter().enumerate() {
                if i > 0 {
                    self.tok_at(self.elem_start(e), ",");
                    self.blank();
                }
                self.elem(e, depth);
            }
            return;
        }
        let mut ws = if mode.flush { Ws::Ignore } else { Ws::Indent };
        // Index of the last element that was followed by a line break.
        let mut prev_break = None;
        if prev.is_valid() && prev.line < line && self.linebreak(line, 0, ws, true) > 0 {
            ws = Ws::Ignore;
            prev_break = Some(0);
        }
        let mut size = 0;
        // Sum of the logarithms of the key sizes since the last section, and their number.
        let mut log_sum = 0.0;
        let mut count = 0u32;
        let mut prev_line = prev.line;
        for (i, &e) in list.iter().enumerate() {
            line = self.elem_start(e).line;
            let pair = match e {
                Elem::Expr(Expr { kind: ExprKind::KeyValue(k, v), pos, .. }) => {
                    Some((k, v, Place::from(*pos)))
                }
                _ => None,
            };
            let prev_size = size;
            size = self.elem_size(e);
            if size <= FAR && prev.is_valid() && next.is_valid() {
                if let Some((key, ..)) = pair {
                    size = self.expr_size(key, FAR);
                }
            } else {
                size = 0;
            }
            let section = breaks_alignment(prev_size, size, log_sum, count);
            let needs_linebreak = 0 < prev_line && prev_line < line;
            if i > 0 {
                if !needs_linebreak {
                    self.set_pos(self.elem_start(e));
                }
                self.tok(",");
                let mut needs_blank = true;
                if needs_linebreak {
                    let broken = prev_break.map_or(0, |b| b + 1) < i;
                    let breaks = self.linebreak(line, 0, ws, section || broken);
                    if breaks > 0 {
                        ws = Ws::Ignore;
                        prev_break = Some(i);
                        needs_blank = false;
                    }
                    if breaks > 1 {
                        log_sum = 0.0;
                        count = 0;
                    }
                }
                if needs_blank {
                    self.blank();
                }
            }
            match pair {
                Some((key, value, colon)) if list.len() > 1 && size > 0 && needs_linebreak => {
                    self.expr(key);
                    self.tok_at(colon, ":");
                    self.ws(Ws::Vtab);
                    self.expr(value);
                }
                _ => self.elem(e, depth),
            }
            if size > 0 {
                log_sum += log2(size);
                count += 1;
            }
            prev_line = line;
        }
        if mode.comma && next.is_valid() && self.pos.line < next.line {
            self.tok(",");
            if ws == Ws::Ignore && !mode.flush {
                self.ws(Ws::Unindent);
            }
            self.ws(Ws::Formfeed);
            return;
        }
        if ws == Ws::Ignore && !mode.flush {
            self.ws(Ws::Unindent);
        }
    }
}

/// Whether an element of this size ends the alignment of those before it: they are aligned
/// while all are small or their sizes are alike.
fn breaks_alignment(prev_size: usize, size: usize, log_sum: f64, count: u32) -> bool {
    const SMALL: usize = 40;
    const RATIO: f64 = 2.5;
    if prev_size == 0 || size == 0 {
        return true;
    }
    if count == 0 || (prev_size <= SMALL && size <= SMALL) {
        return false;
    }
    let mean = exp2(log_sum / f64::from(count));
    let ratio = size as f64 / mean;
    RATIO * ratio <= 1.0 || RATIO <= ratio
}

/// gofmt's rough logarithm to base two: linear between powers of two.
fn log2(n: usize) -> f64 {
    let exponent = (usize::BITS - n.leading_zeros()) as i32;
    let fraction = n as f64 / 2f64.powi(exponent);
    f64::from(exponent) + 2.0 * (fraction - 1.0)
}

/// The inverse of `log2`.
fn exp2(x: f64) -> f64 {
    let floor = x.floor();
    (1.0 + x - floor) * 2f64.powi(floor as i32)
}
