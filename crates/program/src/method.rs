//! Methods: finding them, method values and expressions, and the functions that adapt receivers.

use crate::func::Home;
use crate::lower::{FuncKey, Job, Lower, MethodStyle};
use crate::op::{Op, Reg};
use crate::place::Place;
use crate::program::{FuncId, MethodId, RMethod, RTypeId};
use crate::rtype::Env;
use std::collections::BTreeMap;
use std::rc::Rc;
use syntax::{Expr, Ident};
use types::{Lookup, LookupKind, ObjId, PkgId, Signature, Type, TypeId};

/// What a selected method turns out to be.
#[derive(Clone, Debug)]
pub(crate) enum Method {
    /// A declared one.
    Static { obj: ObjId, targs: Vec<TypeId>, ptr_recv: bool },
    /// One of an interface.
    Dynamic { id: MethodId },
}

impl Lower<'_> {
    /// Finds method `name` of a type, as seen from the package being lowered.
    pub fn find_method(&self, recv: TypeId, name: &str) -> Option<Lookup> {
        self.c.types.lookup(recv, true, self.f.pkg, name)
    }

    /// What a found method is, and its signature without receiver.
    pub fn method_of(&mut self, found: &Lookup) -> Option<(Method, Rc<Signature>)> {
        let types = &self.c.types;
        match &found.kind {
            LookupKind::Field(_) => None,
            LookupKind::Method(m) => {
                let o = self.obj(m.obj);
                let (targs, sig) = match types.as_named(found.holder) {
                    Some(n) => {
                        (types.named(n).targs.to_vec(), types.method_type(n, &o.recv_tparams, o.ty))
                    }
                    None => (Vec::new(), o.ty),
                };
                let sig = self.canon(sig);
                let sig = self.signature(sig)?;
                Some((Method::Static { obj: m.obj, targs, ptr_recv: m.ptr_recv }, sig))
            }
            LookupKind::IfaceMethod { method, .. } => {
                let sig = self.canon(method.ty);
                let id = self.method_id(&method.name, method.pkg, sig);
                Some((Method::Dynamic { id }, self.signature(sig)?))
            }
        }
    }

    /// Slots of parameters and of results.
    pub fn sig_slots(&mut self, sig: &Signature) -> (u32, u32) {
        let params = sig.params.iter().map(|p| self.size(p.ty)).sum();
        let results = sig.results.iter().map(|p| self.size(p.ty)).sum();
        (params, results)
    }

    /// Puts the receiver that a method wants into new registers at the top, given the place that the path led to.
    pub fn push_receiver(&mut self, p: Place, ty: TypeId, m: &Method) -> Reg {
        match (m, self.pointee(ty)) {
            (Method::Static { ptr_recv: true, .. }, None) => {
                let d = self.f.alloc(1);
                let p = match p {
                    Place::Reg(r) => self.spill(r, ty),
                    p => p,
                };
                self.address_into(p, d);
                d
            }
            (Method::Static { ptr_recv: false, .. }, Some(elem))
                if !self.is_receiver_pointer(m) =>
            {
                let n = self.size(elem);
                let d = self.f.alloc(n);
                let mark = self.f.next;
                let r = self.place_reg(p, ty);
                self.load_mem(d, r, 0, n);
                self.f.release(mark);
                d
            }
            _ => {
                let n = self.size(ty);
                let d = self.f.alloc(n);
                self.load(p, ty, d);
                d
            }
        }
    }

    /// Whether the receiver's declared type is itself a pointer type under a name (it cannot have methods; kept for safety).
    fn is_receiver_pointer(&self, m: &Method) -> bool {
        match m {
            Method::Static { obj, .. } => {
                self.obj(*obj).recv.is_some_and(|r| matches!(self.under(r), Type::Pointer(_)))
            }
            Method::Dynamic { .. } => false,
        }
    }

    /// `x.m` as a value.
    pub fn method_value(&mut self, e: &Expr, x: &Expr, sel: &Ident, d: Reg) {
        let recv = self.ty(x);
        let Some(found) = self.find_method(recv, &sel.name) else { return };
        let Some((m, _)) = self.method_of(&found) else { return };
        let (place, ty) = self.walk(x, &found.path);
        let pos = std::mem::replace(&mut self.f.pos, e.pos);
        let r = self.push_receiver(place, ty, &m);
        // The receiver is evaluated and bound now: what remains is a type that has the method directly.
        let bound = match &m {
            Method::Static { ptr_recv, .. } => {
                let base = self.pointee(ty).unwrap_or(ty);
                if *ptr_recv { self.c.types.pointer(base) } else { base }
            }
            Method::Dynamic { .. } => {
                self.f.emit(Op::NilCheck(r));
                ty
            }
        };
        let bound = self.canon(bound);
        let Some(direct) = self.find_method(bound, &sel.name) else { return };
        let f = self.method_func(bound, &sel.name, &direct, MethodStyle::Captured);
        self.emit_closure(d, r, f);
        self.f.pos = pos;
    }

    /// A closure of function `f` with captures from `R[a]`.
    pub fn emit_closure(&mut self, d: Reg, a: Reg, f: FuncId) {
        match u16::try_from(f) {
            Ok(f) => self.f.emit(Op::Closure(d, a, f)),
            Err(_) => self.too_big("program has too many functions"),
        }
    }

    /// `T.m` as a value.
    pub fn method_expr(&mut self, x: &Expr, sel: &Ident, d: Reg) {
        let recv = self.ty(x);
        if let Some(f) = self.method_expr_func(recv, &sel.name) {
            self.f.emit(Op::Func(d, f));
        }
    }

    /// `T.m` as a function.
    pub fn method_expr_func(&mut self, recv: TypeId, name: &Rc<str>) -> Option<FuncId> {
        let found = self.find_method(recv, name)?;
        Some(self.method_func(recv, name, &found, MethodStyle::Param))
    }

    /// A method as a function that gets its receiver in the given way.
    pub fn method_func(
        &mut self,
        recv: TypeId,
        name: &Rc<str>,
        found: &Lookup,
        style: MethodStyle,
    ) -> FuncId {
        if found.path.is_empty()
            && style != MethodStyle::Captured
            && let Some((Method::Static { obj, targs, ptr_recv }, _)) = self.method_of(found)
        {
            let is_ptr = self.pointee(recv).is_some();
            let word = style == MethodStyle::Param || self.size(recv) == 1;
            if is_ptr == ptr_recv && word {
                return self.func_for(obj, &targs);
            }
        }
        let pkg = self.f.pkg;
        let key = FuncKey::Method(recv, name.clone(), pkg, style);
        self.func_by_key(key, |l| {
            let t = l.c.types.runtime_string(recv);
            let t = if t.starts_with('*') { format!("({t})") } else { t };
            let suffix = if style == MethodStyle::Captured { "-fm" } else { "" };
            let job = Job::Method { recv, name: name.clone(), found: found.clone(), style };
            (format!("{t}.{name}{suffix}").into(), syntax::Pos::NONE, Some(job))
        })
    }

    /// Lowers a function made by [`Lower::method_func`].
    pub fn lower_method(
        &mut self,
        id: FuncId,
        recv: TypeId,
        _name: &str,
        found: &Lookup,
        style: MethodStyle,
    ) {
        let Some((m, sig)) = self.method_of(found) else { return };
        let pos = match &m {
            Method::Static { obj, .. } => self.obj(*obj).pos,
            Method::Dynamic { .. } => syntax::Pos::NONE,
        };
        let (nparams, nresults) = self.sig_slots(&sig);
        let size = self.size(recv);
        self.begin(id, Rc::new(Env::default()), None, pos);
        self.f.func.wrapper = true;
        self.f.func.nresults = nresults as u16;
        self.f.alloc(nresults);
        let place = match style {
            MethodStyle::Word => {
                let w = self.f.alloc(1);
                self.f.func.nparams = nparams as u16 + 1;
                if size > 1 { Place::Mem { p: w, off: 0, checked: true } } else { Place::Reg(w) }
            }
            MethodStyle::Param => {
                self.f.func.nparams = (nparams + size) as u16;
                Place::Reg(self.f.alloc(size))
            }
            MethodStyle::Captured => {
                self.f.func.nparams = nparams as u16;
                Place::Blank
            }
        };
        let args = self.f.alloc(nparams);
        let place = if style == MethodStyle::Captured {
            self.f.func.captures = size as u16;
            let r = self.f.alloc(size);
            if size > 0 {
                self.f.emit(Op::Capture(r, 0, size as u16));
            }
            Place::Reg(r)
        } else {
            place
        };
        let (place, ty) = self.walk_from(place, recv, &found.path);
        let iface = match m {
            Method::Dynamic { .. } => self.place_reg(place, ty),
            Method::Static { .. } => 0,
        };
        let b = self.f.alloc(nresults);
        match &m {
            Method::Static { .. } => {
                self.push_receiver(place, ty, &m);
            }
            Method::Dynamic { .. } => {
                self.f.alloc(1);
            }
        }
        let a = self.f.alloc(nparams);
        self.emit_move(a, args, nparams);
        match &m {
            Method::Static { obj, targs, .. } => {
                let f = self.func_for(*obj, targs);
                self.f.emit(Op::Call(b, f));
            }
            Method::Dynamic { id } => self.f.emit(Op::CallIface(b, iface, *id)),
        }
        self.emit_move(0, b, nresults);
        self.f.emit(Op::Ret);
        self.end();
    }

    /// Fills in the method set of a runtime type.
    pub fn fill_methods(&mut self, id: RTypeId, t: TypeId) {
        if self.is_iface(t) {
            return;
        }
        let mut names = BTreeMap::new();
        self.method_names(t, &mut Vec::new(), &mut names);
        let mut methods = Vec::new();
        for (name, pkg) in names.into_keys() {
            let saved = std::mem::replace(&mut self.f.pkg, pkg);
            if let Some(found) = self.c.types.lookup(t, false, pkg, &name)
                && let Some((m, sig)) = self.method_of(&found)
            {
                let sig_id = self.canon(self.c.types.signature((*sig).clone()));
                let mid = match m {
                    Method::Dynamic { id } => id,
                    Method::Static { obj, .. } => {
                        let pkg = self.obj(obj).pkg.unwrap_or(PkgId(0));
                        self.method_id(&name, pkg, sig_id)
                    }
                };
                let func = self.method_func(t, &name, &found, MethodStyle::Word);
                methods.push(RMethod { id: mid, func });
            }
            self.f.pkg = saved;
        }
        methods.sort_by_key(|m| m.id);
        methods.dedup_by_key(|m| m.id);
        self.prog.types[id as usize].methods = methods;
    }

    /// Names of all methods that a type may have, with the packages they are to be looked up from.
    fn method_names(
        &self,
        t: TypeId,
        seen: &mut Vec<TypeId>,
        out: &mut BTreeMap<(Rc<str>, Option<PkgId>), ()>,
    ) {
        let types = &self.c.types;
        let (base, _) = types.deref(t);
        let base = self.canon(base);
        if seen.contains(&base) {
            return;
        }
        seen.push(base);
        if let Some(n) = types.as_named(base) {
            for m in types.named(n).methods.iter() {
                let pkg =
                    if crate::rtype::is_exported(&m.name) { None } else { self.obj(m.obj).pkg };
                out.insert((m.name.clone(), pkg), ());
            }
        }
        match self.under(base) {
            Type::Struct(s) => {
                for f in s.fields.iter().filter(|f| f.embedded) {
                    self.method_names(f.ty, seen, out);
                }
            }
            Type::Interface(_) if seen.len() > 1 => {
                for m in &types.type_set(base).methods {
                    let pkg = if crate::rtype::is_exported(&m.name) { None } else { Some(m.pkg) };
                    out.insert((m.name.clone(), pkg), ());
                }
            }
            _ => {}
        }
    }

    /// The register that holds the pointer of a boxed variable, or its own.
    pub fn home_reg(h: Home) -> Reg {
        match h {
            Home::Reg(r) | Home::Heap(r) => r,
        }
    }
}
