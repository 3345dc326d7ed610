//! Instantiations that would go on for ever, after types2's `mono.go`: a graph of how type
//! parameters flow into type arguments; a cycle on which a type grows has no end.

use super::Checker;
use crate::{NamedId, ObjId, Type, TypeId};
use std::collections::BTreeMap;
use syntax::Pos;

#[derive(Default)]
pub(super) struct Mono {
    vertices: Vec<Vertex>,
    edges: Vec<Edge>,
    /// A receiver's type parameters stand for those of its type.
    canon: BTreeMap<TypeId, TypeId>,
    index: BTreeMap<ObjId, usize>,
    local: BTreeMap<NamedId, Option<usize>>,
}

struct Vertex {
    weight: usize,
    pre: usize,
    len: usize,
    obj: ObjId,
    is_type: bool,
}

struct Edge {
    dst: usize,
    src: usize,
    weight: usize,
    pos: Pos,
    ty: TypeId,
}

impl<'a> Checker<'a> {
    pub(super) fn mono_canon(&mut self, recv: TypeId, base: TypeId) {
        self.mono.canon.insert(recv, base);
    }

    /// Notes that type parameters get type arguments at a place.
    pub(super) fn mono_instance(
        &mut self,
        at: &dyn Fn(usize) -> Pos,
        tparams: &[TypeId],
        targs: &[TypeId],
    ) {
        if self.is_std {
            return;
        }
        for (i, (&p, &t)) in tparams.iter().zip(targs).enumerate() {
            let Some(id) = self.types.as_tparam(p) else { continue };
            if self.objs[self.types.tparam(id).obj].pkg == Some(self.pkg) {
                let dst = self.mono_tparam(p);
                self.mono_flow(at(i), dst, t, t);
            }
        }
    }

    fn mono_vertex(&mut self, obj: ObjId, is_type: bool) -> usize {
        self.mono.vertices.push(Vertex { weight: 0, pre: 0, len: 0, obj, is_type });
        self.mono.vertices.len() - 1
    }

    fn mono_tparam(&mut self, t: TypeId) -> usize {
        let t = self.mono.canon.get(&t).copied().unwrap_or(t);
        let obj = match self.types.as_tparam(t) {
            Some(p) => self.types.tparam(p).obj,
            None => return 0,
        };
        if let Some(&i) = self.mono.index.get(&obj) {
            return i;
        }
        let i = self.mono_vertex(obj, false);
        self.mono.index.insert(obj, i);
        i
    }

    /// The vertex of a local type in a generic function, which depends on its type parameters.
    fn mono_local(&mut self, n: NamedId) -> Option<usize> {
        if let Some(&i) = self.mono.local.get(&n) {
            return i;
        }
        let info = self.types.named(n);
        let mut index = None;
        if info.implicit > 0 {
            let i = self.mono_vertex(info.obj, true);
            let pos = self.objs[info.obj].pos;
            for &p in info.tparams.iter() {
                let src = self.mono_tparam(p);
                self.mono.edges.push(Edge { dst: i, src, weight: 1, pos, ty: p });
            }
            index = Some(i);
        }
        self.mono.local.insert(n, index);
        index
    }

    fn mono_flow(&mut self, pos: Pos, dst: usize, t: TypeId, targ: TypeId) {
        let t = self.types.unalias(t);
        let weight = usize::from(t != self.types.unalias(targ));
        let parts: Vec<TypeId> = match self.types.get(t) {
            Type::TypeParam(_) => {
                let src = self.mono_tparam(t);
                self.mono.edges.push(Edge { dst, src, weight, pos, ty: targ });
                return;
            }
            Type::Named(n) => {
                let info = self.types.named(n);
                if let Some(src) = self.mono_local(info.origin) {
                    self.mono.edges.push(Edge { dst, src, weight, pos, ty: targ });
                }
                info.targs.to_vec()
            }
            Type::Pointer(e) | Type::Slice(e) | Type::Array(e, _) | Type::Chan(_, e) => vec![e],
            Type::Map(k, v) => vec![k, v],
            Type::Struct(s) => s.fields.iter().map(|f| f.ty).collect(),
            Type::Func(s) => s.params.iter().chain(&s.results).map(|p| p.ty).collect(),
            Type::Interface(i) => i.methods.iter().map(|m| m.ty).collect(),
            _ => return,
        };
        for p in parts {
            self.mono_flow(pos, dst, p, targ);
        }
    }

    /// Reports the first endless instantiation, if there is one.
    pub(super) fn monomorph(&mut self) {
        let mut again = true;
        while again {
            again = false;
            for i in 0..self.mono.edges.len() {
                let e = &self.mono.edges[i];
                let (src, dst) = (e.src, e.dst);
                let weight = self.mono.vertices[src].weight + e.weight;
                if weight <= self.mono.vertices[dst].weight {
                    continue;
                }
                let len = self.mono.vertices[src].len + 1;
                let total = self.mono.vertices.len();
                let v = &mut self.mono.vertices[dst];
                v.pre = i;
                v.len = len;
                if len >= total {
                    return self.report_instance_loop(dst);
                }
                v.weight = weight;
                again = true;
            }
        }
    }

    fn report_instance_loop(&mut self, start: usize) {
        let mut stack = Vec::new();
        let mut v = start;
        while !stack.contains(&v) {
            stack.push(v);
            v = self.mono.edges[self.mono.vertices[v].pre].src;
        }
        let first = stack.iter().position(|&s| s == v).unwrap_or(0);
        let mut err = self.new_error();
        err.add(self.objs[self.mono.vertices[v].obj].pos, "instantiation cycle:");
        for &s in &stack[first..] {
            let edge = &self.mono.edges[self.mono.vertices[s].pre];
            let vertex = &self.mono.vertices[edge.dst];
            let (pos, ty) = (edge.pos, edge.ty);
            let what =
                if vertex.is_type { "implicitly parameterized by" } else { "instantiated as" };
            let name = self.objs[vertex.obj].name.clone();
            let text = format!("{name} {what} {}", self.ts(ty));
            err.add(pos, text);
        }
        self.report(err);
    }
}
