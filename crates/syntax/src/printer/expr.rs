//! Expressions.

use super::place::Place;
use super::{FAR, Printer, Ws};
use crate::ast::*;
use crate::token::Tok;

/// Precedence of unary operators, above that of all binary ones.
const UNARY: u8 = 6;
/// Precedence of selectors, calls and the like.
const HIGHEST: u8 = 7;

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
    pub(super) fn name(&mut self, n: &Ident) {
        self.set_pos(n.pos.into());
        self.ident(&n.name);
    }

    /// Where `x` begins.
    pub(super) fn start(&self, x: &Expr) -> Place {
        let mut e = x;
        while let ExprKind::CompositeLit { typ: Some(x), .. }
        | ExprKind::KeyValue(x, _)
        | ExprKind::Selector(x, _)
        | ExprKind::Index { x, .. }
        | ExprKind::Slice { x, .. }
        | ExprKind::Assert(x, _)
        | ExprKind::Binary(_, x, _)
        | ExprKind::Call { fun: x, .. }
        | ExprKind::TypeSwitchGuard { lhs: None, x } = &e.kind
        {
            e = x;
        }
        let pos = Place::from(e.pos);
        match &e.kind {
            ExprKind::TypeSwitchGuard { lhs: Some(l), .. } => l.pos.into(),
            // The tree has the places of the parameters and, sometimes, of `chan`.
            ExprKind::FuncType(_) => self.source.before(pos).map_or(pos, |t| t.pos),
            ExprKind::ChanType(ChanDir::RecvOnly, _) => match self.source.before(pos) {
                Some(t)
                    if t.tok == Tok::Arrow
                        && self.source.at(pos).is_some_and(|t| t.tok == Tok::Chan) =>
                {
                    t.pos
                }
                _ => pos,
            },
            _ => pos,
        }
    }

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

    /// Size of an expression on one line; more than `max` if it does not fit.
    pub(super) fn expr_size(&mut self, x: &Expr, max: usize) -> usize {
        if let Some(&size) = self.sizes.exprs.get(&x.id) {
            return size;
        }
        self.sizes.exprs.insert(x.id, max + 1);
        let size = self.measure(max, |p| p.expr(x));
        self.sizes.exprs.insert(x.id, size);
        size
    }

    pub(super) fn expr(&mut self, x: &Expr) {
        self.expr1(x, 0, 1);
    }

    pub(super) fn expr0(&mut self, x: &Expr, depth: i32) {
        self.expr1(x, 0, depth);
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

    /// A binary expression, of which operators of a precedence below `cutoff` get blanks.
    fn binary_expr(
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

    pub(super) fn expr1(&mut self, x: &Expr, prec1: u8, depth: i32) {
        self.set_pos(self.start(x));
        let pos = Place::from(x.pos);
        // The last byte of the expression, a closing bracket for many.
        let close = Place::from(x.end).right(-1);
        match &x.kind {
            ExprKind::Bad => {}
            ExprKind::Name(n) => self.ident(n),
            ExprKind::BasicLit { kind, text, .. } => {
                let text = literal(*kind, text);
                self.literal(&text, *kind == LitKind::Int);
            }
            ExprKind::Binary(op, l, r) => {
                let parens = op.prec() < prec1;
                if parens {
                    self.tok("(");
                }
                let depth = if parens { reduce(depth) } else { depth };
                self.binary_expr((*op, l, r), pos, cutoff(*op, l, r, depth), depth);
                if parens {
                    self.tok(")");
                }
            }
            ExprKind::KeyValue(k, v) => {
                self.expr(k);
                self.tok_at(pos, ":");
                self.blank();
                self.expr(v);
            }
            ExprKind::Star(x) => {
                let parens = UNARY < prec1;
                if parens {
                    self.tok("(");
                }
                self.tok("*");
                self.expr(x);
                if parens {
                    self.tok(")");
                }
            }
            ExprKind::Unary(op, y) => {
                if UNARY < prec1 {
                    self.tok("(");
                    self.expr(x);
                    self.tok(")");
                } else {
                    self.tok(op.text());
                    self.expr1(y, UNARY, depth);
                }
            }
            ExprKind::FuncLit { typ, body } => {
                self.tok_at(pos, "func");
                let column = self.at.col - 4;
                self.signature(typ, &[]);
                let size = self.distance_from(pos, column);
                self.func_body(size, Ws::Blank, body);
            }
            ExprKind::Paren(inner) => {
                if matches!(inner.kind, ExprKind::Paren(_)) {
                    self.expr0(inner, depth);
                } else {
                    self.tok("(");
                    self.expr0(inner, reduce(depth));
                    self.tok_at(close, ")");
                }
            }
            ExprKind::Selector(x, sel) => {
                self.selector(x, sel, depth, false);
            }
            ExprKind::Assert(y, t) => {
                self.expr1(y, HIGHEST, depth);
                self.assertion(Some(t), pos, close);
            }
            ExprKind::TypeSwitchGuard { .. } => self.guard(x),
            ExprKind::Index { x, indices } => {
                self.expr1(x, HIGHEST, 1);
                self.tok_at(pos, "[");
                if let [index] = indices.as_slice() {
                    self.expr0(index, depth + 1);
                } else {
                    let mode = ListMode { comma: true, flush: false };
                    self.expr_list(pos, indices, depth + 1, mode, close);
                }
                self.tok_at(close, "]");
            }
            ExprKind::Slice { x, index, full } => {
                self.expr1(x, HIGHEST, 1);
                self.tok_at(pos, "[");
                self.slice_indices(index, *full, depth);
                self.tok_at(close, "]");
            }
            ExprKind::Call { fun, args, dots, rparen } => {
                self.call(fun, args, *dots, pos, (*rparen).into(), depth);
            }
            ExprKind::CompositeLit { typ, elems, lbrace, rbrace } => {
                if let Some(t) = typ {
                    self.expr1(t, HIGHEST, depth);
                }
                self.composite(elems, (*lbrace).into(), (*rbrace).into());
            }
            ExprKind::DotsType(t) => {
                self.tok("...");
                self.expr(t);
            }
            ExprKind::ArrayType { len, elem } => {
                self.tok("[");
                match len {
                    Some(n) => self.expr(n),
                    None => {
                        let dots = self.source.after(pos).map_or(Place::NONE, |t| t.pos);
                        self.tok_at(dots, "...");
                    }
                }
                self.tok("]");
                self.expr(elem);
            }
            ExprKind::SliceType(t) => {
                self.tok("[");
                self.tok("]");
                self.expr(t);
            }
            ExprKind::StructType { fields, tags, lbrace, rbrace } => {
                self.tok("struct");
                self.struct_fields(fields, tags, (*lbrace).into(), (*rbrace).into());
            }
            ExprKind::InterfaceType { methods, lbrace, rbrace } => {
                self.tok("interface");
                self.methods(methods, (*lbrace).into(), (*rbrace).into());
            }
            ExprKind::FuncType(t) => {
                self.tok("func");
                self.signature(t, &[]);
            }
            ExprKind::MapType(k, v) => {
                self.tok("map");
                self.tok("[");
                self.expr(k);
                self.tok("]");
                self.expr(v);
            }
            ExprKind::ChanType(dir, elem) => {
                if *dir == ChanDir::RecvOnly {
                    self.tok("<-");
                }
                self.tok("chan");
                if *dir == ChanDir::SendOnly {
                    let arrow = self.source.after(pos).map_or(Place::NONE, |t| t.pos);
                    self.tok_at(arrow, "<-");
                }
                self.blank();
                self.expr(elem);
            }
        }
    }

    /// `x.(type)`, without the variable that it may declare.
    pub(super) fn guard(&mut self, guard: &Expr) {
        let ExprKind::TypeSwitchGuard { x, .. } = &guard.kind else { return };
        self.expr1(x, HIGHEST, 1);
        self.assertion(None, guard.pos.into(), Place::from(guard.end).right(-1));
    }

    fn assertion(&mut self, typ: Option<&Expr>, dot: Place, close: Place) {
        self.tok(".");
        let open = self.source.after(dot).map_or(Place::NONE, |t| t.pos);
        self.tok_at(open, "(");
        match typ {
            Some(t) => self.expr(t),
            None => self.tok("type"),
        }
        self.tok_at(close, ")");
    }

    fn slice_indices(&mut self, index: &[Option<Box<Expr>>; 3], full: bool, depth: i32) {
        let indices = index.iter().take(if full { 3 } else { 2 });
        let given = indices.clone().flatten().count();
        let binary = indices.clone().flatten().any(|x| matches!(x.kind, ExprKind::Binary(..)));
        let blanks = depth <= 1 && given > 1 && binary;
        let mut before = false;
        for (i, x) in indices.enumerate() {
            if i > 0 {
                if before && blanks {
                    self.blank();
                }
                self.tok(":");
                if x.is_some() && blanks {
                    self.blank();
                }
            }
            if let Some(x) = x {
                self.expr0(x, depth + 1);
            }
            before = x.is_some();
        }
    }

    fn call(
        &mut self,
        fun: &Expr,
        args: &[Expr],
        dots: bool,
        lparen: Place,
        rparen: Place,
        depth: i32,
    ) {
        let depth = if args.len() > 1 { depth + 1 } else { depth };
        let parens =
            matches!(fun.kind, ExprKind::FuncType(_) | ExprKind::ChanType(ChanDir::RecvOnly, _));
        if parens {
            self.tok("(");
        }
        let indented = match &fun.kind {
            ExprKind::Selector(x, sel) => {
                self.set_pos(self.start(fun));
                self.selector(x, sel, depth, true)
            }
            _ => {
                self.expr1(fun, HIGHEST, depth);
                false
            }
        };
        if parens {
            self.tok(")");
        }
        self.tok_at(lparen, "(");
        if dots {
            let end = args.last().map_or(Place::NONE, |x| x.end.into());
            let ellipsis = self.source.at(end).map_or(Place::NONE, |t| t.pos);
            self.expr_list(lparen, args, depth, ListMode::default(), ellipsis);
            self.tok_at(ellipsis, "...");
            if ellipsis.line < rparen.line {
                self.tok(",");
                self.ws(Ws::Formfeed);
            }
        } else {
            let mode = ListMode { comma: true, flush: false };
            self.expr_list(lparen, args, depth, mode, rparen);
        }
        self.tok_at(rparen, ")");
        if indented {
            self.ws(Ws::Unindent);
        }
    }

    /// `x.sel`; reports whether the line breaks before the name. A call then unindents after
    /// its arguments.
    fn selector(&mut self, x: &Expr, sel: &Ident, depth: i32, call: bool) -> bool {
        self.expr1(x, HIGHEST, depth);
        self.tok(".");
        let pos = Place::from(sel.pos);
        let breaks = self.pos.line < pos.line;
        if breaks {
            self.ws(Ws::Indent);
            self.ws(Ws::Newline);
        }
        self.name(sel);
        if breaks && !call {
            self.ws(Ws::Unindent);
        }
        breaks
    }

    fn composite(&mut self, elems: &[Expr], lbrace: Place, rbrace: Place) {
        self.level += 1;
        self.tok_at(lbrace, "{");
        self.expr_list(lbrace, elems, 1, ListMode { comma: true, flush: false }, rbrace);
        // No line break after a comment before `}`: a comma might be missing.
        self.no_extra_linebreak ^= true;
        self.no_extra_blank ^= !elems.is_empty();
        // The indentation is for comments in an empty literal.
        self.ws(Ws::Indent);
        self.ws(Ws::Unindent);
        self.tok_at(rbrace, "}");
        self.no_extra_linebreak ^= true;
        self.no_extra_blank ^= !elems.is_empty();
        self.level -= 1;
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

fn diff_prec(x: &Expr, prec: u8) -> i32 {
    match &x.kind {
        ExprKind::Binary(op, ..) if op.prec() == prec => 0,
        _ => 1,
    }
}

/// Parentheses undo one level of depth.
fn reduce(depth: i32) -> i32 {
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
fn cutoff(op: BinOp, x: &Expr, y: &Expr, depth: i32) -> u8 {
    let mut ops = Operators::default();
    ops.walk(op, x, y);
    match (ops.problem, ops.has4 && ops.has5, depth == 1) {
        (1.., _, _) => ops.problem + 1,
        (_, true, true) => 5,
        (_, false, true) => 6,
        _ => 4,
    }
}

/// A literal with its prefix and exponent in lower case.
fn literal(kind: LitKind, text: &str) -> String {
    match kind {
        LitKind::Rune => return text.into(),
        LitKind::String if text.starts_with('`') => return text.replace('\r', ""),
        LitKind::String => return text.into(),
        _ => {}
    }
    let lower_last = |s: &str, from: char, to: &str| match s.rfind(from) {
        Some(i) => format!("{}{to}{}", s.get(..i).unwrap_or(""), s.get(i + 1..).unwrap_or("")),
        None => s.to_string(),
    };
    match text.get(..2).unwrap_or_default() {
        "0x" | "0X" => format!("0x{}", lower_last(text.get(2..).unwrap_or(""), 'P', "p")),
        "0o" | "0O" => format!("0o{}", text.get(2..).unwrap_or("")),
        "0b" | "0B" => format!("0b{}", text.get(2..).unwrap_or("")),
        _ if text.contains('E') => lower_last(text, 'E', "e"),
        _ if text.len() > 1 && text.ends_with('i') && !text.contains(['.', 'e']) => {
            match text.trim_start_matches(['0', '_']) {
                "i" => "0i".into(),
                rest => rest.into(),
            }
        }
        _ => text.into(),
    }
}
