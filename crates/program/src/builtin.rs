//! Predeclared functions.

use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::program::FuncId;
use crate::rtype::Env;
use std::rc::Rc;
use syntax::{BinOp, Expr};
use types::{Basic, BuiltinId, Mode, Type, TypeId, Types};

impl Lower<'_> {
    /// A call of a predeclared function, its value to the registers from `d`.
    pub fn builtin_into(&mut self, e: &Expr, b: BuiltinId, args: &[Expr], dots: bool, d: Reg) {
        let ty = self.ty(e);
        match b {
            BuiltinId::Append => self.append(ty, args, dots, d),
            BuiltinId::Len | BuiltinId::Cap => {
                if let Some(x) = args.first() {
                    self.len_cap(b, x, d);
                }
            }
            BuiltinId::Make => self.make(ty, args, d),
            BuiltinId::New => {
                let Some(elem) = self.pointee(ty) else { return };
                let rt = self.rtype(elem);
                let p = self.f.alloc(1);
                if let Some(x) = args.first().filter(|x| self.mode(x) != Mode::TypeExpr) {
                    let v = self.push_as(x, elem);
                    self.f.emit(Op::New(p, rt));
                    let n = self.size(elem);
                    if n > 0 {
                        self.store_mem(p, 0, v, n);
                    }
                    self.emit_move(d, p, 1);
                } else {
                    self.f.emit(Op::New(d, rt));
                    self.note_hint(elem);
                }
            }
            BuiltinId::Min | BuiltinId::Max => self.min_max(b, ty, args, d),
            BuiltinId::Complex => {
                let [x, y] = args else { return };
                let t = self.f.alloc(2);
                self.hoist(&[x, y]);
                self.eval(x, t, true);
                self.eval(y, t + 1, true);
                self.emit_move(d, t, 2);
            }
            BuiltinId::Real | BuiltinId::Imag => {
                let Some(x) = args.first() else { return };
                let s = self.operand(x);
                self.emit_move(d, if b == BuiltinId::Imag { s + 1 } else { s }, 1);
            }
            BuiltinId::Sizeof => {}
            _ => {
                let list: Vec<&Expr> = args.iter().collect();
                self.hoist(&list);
                let (regs, tys) = self.builtin_args(b, args);
                self.builtin_op(b, &regs, &tys, d);
            }
        }
    }

    /// The types that arguments of a statement-like predeclared function are converted to.
    pub fn builtin_arg_types(&self, b: BuiltinId, args: &[Expr]) -> Vec<TypeId> {
        let any = Types::EMPTY_INTERFACE;
        let of = |e: &Expr| self.default_type(self.ty(e));
        match b {
            BuiltinId::Panic => vec![any],
            BuiltinId::Print | BuiltinId::Println => args
                .iter()
                .map(|a| if self.mode(a) == Mode::Nil { Types::UNSAFE_POINTER } else { of(a) })
                .collect(),
            BuiltinId::Delete => match (args, args.first().map(|m| self.under(self.ty(m)))) {
                ([m, _], Some(Type::Map(k, _))) => vec![of(m), self.canon(k)],
                _ => Vec::new(),
            },
            _ => args.iter().map(of).collect(),
        }
    }

    fn builtin_args(&mut self, b: BuiltinId, args: &[Expr]) -> (Vec<Reg>, Vec<TypeId>) {
        let tys = self.builtin_arg_types(b, args);
        let regs = args.iter().zip(&tys).map(|(a, &t)| self.operand_as(a, t)).collect();
        (regs, tys)
    }

    /// `close`, `delete`, `panic`, `print`, `println`, `copy`, `clear`, `recover` with arguments in registers.
    pub fn builtin_op(&mut self, b: BuiltinId, args: &[Reg], tys: &[TypeId], d: Reg) {
        match (b, args, tys) {
            (BuiltinId::Recover, ..) => self.f.emit(Op::Recover(d)),
            (BuiltinId::Close, [c], _) => self.f.emit(Op::Close(*c)),
            (BuiltinId::Panic, [v], _) => self.f.emit(Op::Panic(*v)),
            (BuiltinId::Delete, [m, k], [mt, _]) => {
                let rt = self.rtype(*mt);
                self.f.emit(Op::MapDelete(*m, *k));
                self.f.emit(Op::Ext(0, 0, rt));
            }
            (BuiltinId::Clear, [x], [t]) => match self.under(*t) {
                Type::Map(..) => self.f.emit(Op::ClearMap(*x)),
                Type::Slice(e) => {
                    let rt = self.rtype(e);
                    self.f.emit(Op::ClearSlice(*x, rt));
                }
                _ => {}
            },
            (BuiltinId::Copy, [x, y], [xt, yt]) => {
                let Type::Slice(e) = self.under(*xt) else { return };
                if self.basic(*yt) == Some(Basic::String) {
                    self.f.emit(Op::CopyStr(d, *x, *y));
                } else {
                    let rt = self.rtype(e);
                    self.f.emit(Op::Copy(d, *x, *y));
                    self.f.emit(Op::Ext(0, 0, rt));
                }
            }
            (BuiltinId::Print | BuiltinId::Println, regs, tys) => self.print(b, regs, tys),
            _ => {}
        }
    }

    fn print(&mut self, b: BuiltinId, regs: &[Reg], tys: &[TypeId]) {
        let any = self.rtype(Types::EMPTY_INTERFACE);
        let s = self.f.alloc(2);
        let v = self.f.alloc(2);
        self.emit_word(v, regs.len() as u64);
        self.f.emit(Op::MakeSlice(s, v, v));
        self.f.emit(Op::Ext(0, 0, any));
        for (i, (&r, &t)) in regs.iter().zip(tys).enumerate() {
            let mut from = r;
            if !self.is_iface(t) {
                let rt = self.rtype16(t);
                self.f.emit(Op::Iface(v, r, rt));
                from = v;
            }
            self.store_mem(s, 2 * i as u32, from, 2);
        }
        let k = self.native(if b == BuiltinId::Print { "print" } else { "println" });
        self.f.release(u32::from(s) + 2);
        self.f.emit(Op::CallNative(s, k));
    }

    fn append(&mut self, ty: TypeId, args: &[Expr], dots: bool, d: Reg) {
        let Type::Slice(elem) = self.under(ty) else { return };
        let elem = self.canon(elem);
        let Some((s, rest)) = args.split_first() else { return };
        let list: Vec<&Expr> = args.iter().collect();
        self.hoist(&list);
        let base = self.operand_as(s, ty);
        let rt = self.rtype(elem);
        match rest {
            [] => self.emit_move(d, base, 2),
            [x] if dots => {
                let xt = self.ty(x);
                if self.mode(x) == Mode::Nil {
                    self.emit_move(d, base, 2);
                    return;
                }
                let t = self.operand(x);
                if self.basic(xt) == Some(Basic::String) {
                    self.f.emit(Op::AppendStr(d, base, t));
                } else {
                    self.f.emit(Op::AppendSlice(d, base, t));
                    self.f.emit(Op::Ext(0, 0, rt));
                }
            }
            rest => {
                let v = match rest {
                    [x] => self.operand_as(x, elem),
                    rest => {
                        let v = self.f.next as Reg;
                        for x in rest {
                            self.push_as(x, elem);
                        }
                        v
                    }
                };
                self.f.emit(Op::Append(d, base, v));
                self.f.emit(Op::Ext(0, rest.len() as u16, rt));
            }
        }
    }

    /// `len` or `cap` of something that is not constant.
    fn len_cap(&mut self, b: BuiltinId, x: &Expr, d: Reg) {
        let xt = self.ty(x);
        let under = match self.under(xt) {
            Type::Pointer(a) => {
                let p = self.operand(x);
                let _ = p;
                self.under(a)
            }
            u => u,
        };
        let is_len = b == BuiltinId::Len;
        match under {
            Type::Array(_, n) => {
                // Only an operand with calls gets here: without, the length is a constant.
                if self.pointee(xt).is_none() {
                    self.push(x);
                }
                self.emit_word(d, n);
            }
            Type::Slice(_) => {
                let s = self.operand(x);
                self.f.emit(if is_len { Op::SliceLen(d, s) } else { Op::SliceCap(d, s) });
            }
            Type::Map(..) => {
                let m = self.operand(x);
                self.f.emit(Op::MapLen(d, m));
            }
            Type::Chan(..) => {
                let c = self.operand(x);
                self.f.emit(if is_len { Op::ChanLen(d, c) } else { Op::ChanCap(d, c) });
            }
            _ => {
                let s = self.operand(x);
                self.f.emit(Op::StrLen(d, s));
            }
        }
    }

    fn make(&mut self, ty: TypeId, args: &[Expr], d: Reg) {
        let sizes = args.get(1..).unwrap_or_default();
        let list: Vec<&Expr> = sizes.iter().collect();
        self.hoist(&list);
        match self.under(ty) {
            Type::Slice(elem) => {
                let Some(len) = sizes.first() else { return };
                let rt = self.rtype(elem);
                let len = self.size_operand(len);
                let cap = match sizes.get(1) {
                    Some(c) => self.size_operand(c),
                    None => len,
                };
                self.f.emit(Op::MakeSlice(d, len, cap));
                self.f.emit(Op::Ext(0, 0, rt));
            }
            Type::Map(..) => {
                for h in sizes {
                    if self.has_call(h) {
                        self.operand(h);
                    }
                }
                let rt = self.rtype(ty);
                self.f.emit(Op::MakeMap(d, rt));
                self.note_hint(ty);
            }
            Type::Chan(..) => {
                let n = match sizes.first() {
                    Some(n) => self.size_operand(n),
                    None => {
                        let z = self.f.alloc(1);
                        self.f.emit(Op::Int(z, 0));
                        z
                    }
                };
                let rt = self.rtype16(ty);
                self.f.emit(Op::MakeChan(d, n, rt));
                self.note_hint(ty);
            }
            _ => {}
        }
    }

    /// A size: an integer of any type, or a constant of a float type with an integral value.
    fn size_operand(&mut self, e: &Expr) -> Reg {
        if let Some(k) = self.int_const(e) {
            let r = self.f.alloc(1);
            self.emit_word(r, k);
            return r;
        }
        self.operand(e)
    }

    fn min_max(&mut self, b: BuiltinId, ty: TypeId, args: &[Expr], d: Reg) {
        let list: Vec<&Expr> = args.iter().collect();
        self.hoist(&list);
        let acc = self.f.alloc(1);
        let Some((first, rest)) = args.split_first() else { return };
        self.convert_into(first, ty, acc, true);
        let float = self.basic(ty).is_some_and(Basic::is_float);
        for x in rest {
            let v = self.f.alloc(1);
            self.convert_into(x, ty, v, true);
            if float {
                self.f.emit(if b == BuiltinId::Min {
                    Op::MinF(acc, acc, v)
                } else {
                    Op::MaxF(acc, acc, v)
                });
                continue;
            }
            let skip = self.f.label();
            let t = self.f.alloc(1);
            let op = if b == BuiltinId::Min { BinOp::Leq } else { BinOp::Geq };
            self.compare(op, ty, t, acc, v);
            self.f.jump(Op::JTrue(t, 0), skip);
            self.emit_move(acc, v, 1);
            self.f.bind(skip);
        }
        self.emit_move(d, acc, 1);
    }

    /// Lowers a predeclared function as one to be deferred or started as a goroutine.
    pub fn lower_builtin_func(&mut self, id: FuncId, b: BuiltinId, tys: &[TypeId]) {
        self.begin(id, Rc::new(Env::default()), None, syntax::Pos::NONE);
        self.f.func.wrapper = true;
        let mut regs = Vec::new();
        for &t in tys {
            let n = self.size(t);
            regs.push(self.f.alloc(n));
        }
        self.f.func.nparams = self.f.next as u16;
        let d = self.f.alloc(2);
        // `defer recover()` does not recover: recover must be called by the deferred function.
        if b != BuiltinId::Recover {
            self.builtin_op(b, &regs, tys, d);
        }
        self.f.emit(Op::Ret);
        self.end();
    }
}
