//! Order of initialisation (Go spec, "Package initialization"), after types2's `initorder.go`.

use super::{Checker, DeclId};
use crate::info::Initializer;
use crate::{ObjId, ObjectKind};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
struct Node {
    pred: BTreeSet<ObjId>,
    succ: BTreeSet<ObjId>,
    deps: usize,
}

impl<'a> Checker<'a> {
    fn is_dependency(&self, o: ObjId) -> bool {
        matches!(self.objs[o].kind, ObjectKind::Const(_) | ObjectKind::Var(_) | ObjectKind::Func)
    }

    fn deps_of(&self, o: ObjId) -> impl Iterator<Item = ObjId> {
        let d = self.decl_of.get(&o).map(|d| &self.decls[d.0 as usize].deps);
        let mut list: Vec<ObjId> = d.into_iter().flatten().copied().collect();
        list.sort_by_key(|o| self.orders[o.0 as usize]);
        list.into_iter()
    }

    /// Computes the order; complains about cycles.
    pub(super) fn init_order(&mut self) -> Vec<Initializer> {
        let mut graph: BTreeMap<ObjId, Node> = BTreeMap::new();
        for &o in &self.obj_lists[self.pkg.0 as usize] {
            // Of the library, only what the program uses.
            if self.is_dependency(o) && self.objs[o].ty != super::UNSET {
                graph.insert(o, Node::default());
            }
        }
        for o in graph.keys().copied().collect::<Vec<_>>() {
            for d in self.deps_of(o) {
                if !graph.contains_key(&d) {
                    continue;
                }
                if let Some(n) = graph.get_mut(&o) {
                    n.succ.insert(d);
                }
                if let Some(n) = graph.get_mut(&d) {
                    n.pred.insert(o);
                }
            }
        }
        self.eliminate_functions(&mut graph);
        for n in graph.values_mut() {
            n.deps = n.succ.len();
        }

        // By number of dependencies left, then in source order; constants first.
        let key = |c: &Self, o: ObjId, deps: usize| {
            let is_const = matches!(c.objs[o].kind, ObjectKind::Const(_));
            (!is_const, deps, c.orders[o.0 as usize], o)
        };
        let mut queue: BTreeSet<_> = graph.iter().map(|(&o, n)| key(self, o, n.deps)).collect();
        let mut emitted: BTreeSet<DeclId> = BTreeSet::new();
        let mut order = Vec::new();
        while let Some((_, deps, _, o)) = queue.pop_first() {
            if deps > 0
                && let Some(cycle) = self.find_path(o, o, &mut BTreeSet::new())
            {
                self.report_init_cycle(&cycle);
            }
            let Some(node) = graph.get(&o) else { continue };
            for p in node.pred.clone() {
                let Some(n) = graph.get_mut(&p) else { continue };
                if queue.remove(&key(self, p, n.deps)) {
                    n.deps = n.deps.saturating_sub(1);
                    queue.insert(key(self, p, n.deps));
                }
            }
            if !matches!(self.objs[o].kind, ObjectKind::Var(_)) {
                continue;
            }
            let Some(&d) = self.decl_of.get(&o) else { continue };
            let info = &self.decls[d.0 as usize];
            let Some((decl, value)) = info.var else { continue };
            if emitted.insert(d) {
                let lhs = if info.lhs.is_empty() { vec![o] } else { info.lhs.clone() };
                order.push(Initializer { lhs, decl: decl.clone(), value });
            }
        }
        order
    }

    /// Connects the users of each function with what it uses, and drops it.
    fn eliminate_functions(&self, graph: &mut BTreeMap<ObjId, Node>) {
        let mut funcs: Vec<(usize, ObjId)> = graph
            .iter()
            .filter(|(o, _)| matches!(self.objs[**o].kind, ObjectKind::Func))
            .map(|(&o, n)| (n.pred.len() * n.succ.len(), o))
            .collect();
        funcs.sort();
        for (_, f) in funcs {
            let Some(node) = graph.remove(&f) else { continue };
            for &p in node.pred.iter().filter(|&&p| p != f) {
                if let Some(n) = graph.get_mut(&p) {
                    n.succ.remove(&f);
                    n.succ.extend(node.succ.iter().filter(|&&s| s != f));
                }
            }
            for &s in node.succ.iter().filter(|&&s| s != f) {
                if let Some(n) = graph.get_mut(&s) {
                    n.pred.remove(&f);
                    n.pred.extend(node.pred.iter().filter(|&&p| p != f));
                }
            }
        }
    }

    /// A path of dependencies, last step first.
    fn find_path(&self, from: ObjId, to: ObjId, seen: &mut BTreeSet<ObjId>) -> Option<Vec<ObjId>> {
        // Depth first with an explicit stack: programs may be long chains.
        let mut stack = vec![(from, self.deps_of(from).collect::<Vec<_>>().into_iter())];
        seen.insert(from);
        while let Some((_, deps)) = stack.last_mut() {
            let Some(d) = deps.next() else {
                stack.pop();
                continue;
            };
            if d == to {
                let mut path = vec![d];
                path.extend(stack.iter().skip(1).rev().map(|s| s.0));
                return Some(path);
            }
            if seen.insert(d) {
                stack.push((d, self.deps_of(d).collect::<Vec<_>>().into_iter()));
            }
        }
        None
    }

    fn report_init_cycle(&mut self, cycle: &[ObjId]) {
        let Some(&first) = cycle.first() else { return };
        let name = |c: &Self, o: ObjId| c.objs[o].name.clone();
        let pos = self.objs[first].pos;
        if cycle.len() == 1 {
            let text = format!("initialization cycle: {} refers to itself", name(self, first));
            self.error(pos, text);
            return;
        }
        let mut err = self.new_error();
        err.add(pos, format!("initialization cycle for {}", name(self, first)));
        let mut obj = first;
        for &next in cycle.iter().rev() {
            let text = format!("{} refers to {}", name(self, obj), name(self, next));
            err.add(self.objs[obj].pos, text);
            obj = next;
        }
        self.report(err);
    }
}
