//! Binary expressions: blanks around operators show how they group.

use super::place::Place;
use super::{Printer, Ws};
use crate::ast::*;

impl Printer<'_> {
    /// A binary expression, of which operators of a precedence below `cutoff` get blanks.
    pub(super) fn binary_expr(
        &mut self,
        (op, x, y): (BinOp, &Expr, &Expr),
        op_pos: Place,
        cutoff: u8,
        depth: i32,
    ) {
        let prec = op.prec();
        let mut print_blank = prec < cutoff;
        let mut ws = Ws::Indent;
        self.expr1(x, prec, depth + diff_prec(x, prec));
        if print_blank {
            self.blank();
        }
        let x_line = self.pos.line;
        let y_line = self.start(y).line;
        self.tok_at(op_pos, op.text());
        if x_line != y_line && self.linebreak(y_line, 1, ws, true) > 0 {
            ws = Ws::Ignore;
            print_blank = false;
        }
        if print_blank {
            self.blank();
        }
        self.expr1(y, prec + 1, depth + 1);
        if ws == Ws::Ignore {
            self.ws(Ws::Unindent);
        }
    }
}

fn diff_prec(x: &Expr, prec: u8) -> i32 {
    match &x.kind {
        ExprKind::Binary(op, ..) if op.prec() == prec => 0,
        _ => 1,
    }
}

/// Parentheses undo one level of depth.
pub(super) fn reduce(depth: i32) -> i32 {
    (depth - 1).max(1)
}

/// What operators a binary expression contains.
#[derive(Default)]
struct Operators {
    has4: bool,
    has5: bool,
    /// Precedence that needs blanks, lest two operators make another one.
    problem: u8,
}

impl Operators {
    fn walk(&mut self, op: BinOp, x: &Expr, y: &Expr) {
        match op.prec() {
            4 => self.has4 = true,
            5 => self.has5 = true,
            _ => {}
        }
        if let ExprKind::Binary(l, lx, ly) = &x.kind
            && l.prec() >= op.prec()
        {
            self.walk(*l, lx, ly);
        }
        match &y.kind {
            ExprKind::Binary(r, rx, ry) if r.prec() > op.prec() => self.walk(*r, rx, ry),
            ExprKind::Star(_) if op == BinOp::Div => self.problem = 5,
            ExprKind::Unary(UnOp::Addr | UnOp::Xor, _) if op == BinOp::And => self.problem = 5,
            ExprKind::Unary(UnOp::Plus, _) if op == BinOp::Add => {
                self.problem = self.problem.max(4);
            }
            ExprKind::Unary(UnOp::Minus, _) if op == BinOp::Sub => {
                self.problem = self.problem.max(4);
            }
            _ => {}
        }
    }
}

/// The precedence from which operators get no blanks: they show how operands group when
/// sums and products mix, and make deeper expressions compact.
pub(super) fn cutoff(op: BinOp, x: &Expr, y: &Expr, depth: i32) -> u8 {
    let mut ops = Operators::default();
    ops.walk(op, x, y);
    match (ops.problem, ops.has4 && ops.has5, depth == 1) {
        (1.., _, _) => ops.problem + 1,
        (_, true, true) => 5,
        (_, false, true) => 6,
        _ => 4,
    }
}
