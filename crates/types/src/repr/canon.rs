//! Identity of types: each type has a canonical one, and identical types have the same.

use super::*;

impl Types {
    /// Whether two types are identical (Go spec, "Type identity").
    pub fn identical(&self, a: TypeId, b: TypeId) -> bool {
        a == b || self.canon(a) == self.canon(b)
    }

    /// The canonical type identical to `t`: without aliases, `byte`, `rune` and parameter
    /// names, its interfaces complete. Two types are identical iff these are equal.
    pub fn canon(&self, t: TypeId) -> TypeId {
        let (depth, outer) = {
            let mut inner = self.inner.borrow_mut();
            if let Some(&Some(c)) = inner.canon.get(t.0 as usize) {
                return c;
            }
            if let Some(i) = inner.busy.iter().position(|&b| b == t) {
                inner.low = inner.low.min(i as i64);
                return t;
            }
            inner.busy.push(t);
            (inner.busy.len() as i64 - 1, std::mem::replace(&mut inner.low, i64::MAX))
        };
        let (c, complete) = self.compute_canon(t);
        let mut inner = self.inner.borrow_mut();
        inner.busy.pop();
        if !complete {
            inner.low = -1;
        }
        // Within a cycle through an interface the result is still provisional.
        if inner.low >= depth {
            inner.canon[t.0 as usize] = Some(c);
            inner.canon[c.0 as usize] = Some(c);
            inner.low = outer;
        } else {
            inner.low = inner.low.min(outer);
        }
        c
    }

    fn compute_canon(&self, t: TypeId) -> (TypeId, bool) {
        let all = |list: &[TypeId]| list.iter().map(|&t| self.canon(t)).collect::<Vec<_>>();
        let params = |list: &[Param]| {
            list.iter().map(|p| Param { name: None, ty: self.canon(p.ty) }).collect::<Vec<_>>()
        };
        let c = match self.get(t) {
            Type::Basic(b) => b.canon().id(),
            Type::Named(n) => {
                let info = self.named(n);
                if info.targs.is_empty() {
                    t
                } else {
                    self.instantiate(info.origin, &all(&info.targs))
                }
            }
            Type::Pointer(e) => self.pointer(self.canon(e)),
            Type::Slice(e) => self.slice(self.canon(e)),
            Type::Array(e, n) => self.array(self.canon(e), n),
            Type::Map(k, v) => self.map(self.canon(k), self.canon(v)),
            Type::Chan(d, e) => self.chan(d, self.canon(e)),
            Type::Struct(s) => {
                let fields = s
                    .fields
                    .iter()
                    .map(|f| FieldType {
                        ty: self.canon(f.ty),
                        pkg: if is_exported(&f.name) { PkgId(0) } else { f.pkg },
                        ..f.clone()
                    })
                    .collect();
                self.intern(Type::Struct(Rc::new(StructType { fields })))
            }
            Type::Func(s) => self.signature(Signature {
                tparams: s.tparams.clone(),
                params: params(&s.params),
                results: params(&s.results),
                variadic: s.variadic,
            }),
            Type::Interface(i) => {
                if !i.embeds.iter().all(|&e| self.is_complete(e)) {
                    return (t, false);
                }
                self.complete_interface(t)
            }
            Type::Tuple(list) => self.tuple(&all(&list)),
            Type::TypeParam(_) => t,
            Type::Union(terms) => {
                let terms: Vec<Term> =
                    terms.iter().map(|m| Term { tilde: m.tilde, ty: self.canon(m.ty) }).collect();
                self.intern(Type::Union(terms.into()))
            }
            Type::Alias(_) => {
                let u = self.unalias(t);
                if u == Types::INVALID {
                    return (u, false);
                }
                self.canon(u)
            }
        };
        (c, true)
    }

    /// Whether the underlying type is known.
    fn is_complete(&self, t: TypeId) -> bool {
        let t = self.unalias(t);
        match self.get(t) {
            Type::Named(_) => self.underlying(t) != Types::INVALID,
            _ => true,
        }
    }

    /// Type and type parameters of a method declared on the type `named`: the method's
    /// signature `sig` is in terms of `recv_tparams`, the receiver's own names.
    pub fn method_type(&self, named: NamedId, recv_tparams: &[TypeId], sig: TypeId) -> TypeId {
        let targs = self.inner.borrow().named[named.0 as usize].targs.clone();
        if targs.len() != recv_tparams.len() { sig } else { self.subst(sig, recv_tparams, &targs) }
    }

    /// Makes the type arguments, right-hand sides and bounds canonical, for the tables.
    pub(crate) fn canonicalize_named(&self) {
        let (named, tparams) = {
            let inner = self.inner.borrow();
            (inner.named.len(), inner.tparams.len())
        };
        for i in 0..named {
            let rhs = self.inner.borrow().named[i].rhs;
            if let Some(rhs) = rhs {
                let rhs = self.canon(rhs);
                let mut inner = self.inner.borrow_mut();
                inner.named[i].rhs = Some(rhs);
                inner.named[i].underlying = None;
            }
        }
        for i in 0..tparams {
            let bound = self.inner.borrow().tparams[i].bound;
            let bound = self.canon(bound);
            self.inner.borrow_mut().tparams[i].bound = bound;
        }
    }
}
