//! What things are called, and what they hold.

use super::Narrator;
use crate::i18n::time;
use crate::say;
use trace::{Frame, GoId, ObjId, ObjKind, Object, Value};

impl Narrator<'_> {
    /// `G4 worker`
    pub fn go(&self, go: GoId) -> String {
        match self.world.gos.get(&go) {
            Some(g) => format!("{go} {}", self.trace.text(g.func)),
            None => go.to_string(),
        }
    }

    /// The variable's name, numbered if several have it; or the kind and identity of an object that has none.
    pub fn obj(&self, id: ObjId) -> String {
        let Some(o) = self.world.objs.get(&id) else { return id.to_string() };
        let name = self.trace.text(o.name);
        if !name.is_empty() {
            return self.numbered(id, name);
        }
        let typ = self.trace.text(o.typ);
        if typ == "<-chan time.Time" && o.line > 0 {
            return say!(self.lang, "say.timers_chan", line = o.line.to_string());
        }
        if o.line > 0 { format!("{typ} @{}", o.line) } else { typ.to_string() }
    }

    /// A name, with its number if it is not the first of that name.
    pub fn numbered(&self, id: ObjId, name: &str) -> String {
        match self.twins.and_then(|twins| twins.get(&id)) {
            Some(n) => format!("{name} #{n}"),
            None => name.to_string(),
        }
    }

    /// A value as text.
    pub fn value(&self, v: Value) -> String {
        match v {
            Value::Unit => "struct{}{}".to_string(),
            Value::Nil => "nil".to_string(),
            Value::Bool(b) => b.to_string(),
            Value::Int(i) => i.to_string(),
            Value::Text(s) => self.trace.text(s).to_string(),
            Value::Obj(o) => self.obj(o),
        }
    }

    /// The variables of a frame that are in scope at its line, with their values, in the order in which they came to
    /// life. Of those with one name the last is meant.
    pub fn locals(&self, f: &Frame) -> Vec<(&str, String)> {
        let mut shown: Vec<(&str, String)> = Vec::new();
        for (_, name, v) in &f.vars {
            let name = self.trace.text(*name);
            if self.scopes.is_some_and(|s| !s.shows(name, f.line)) {
                continue;
            }
            shown.retain(|(n, _)| *n != name);
            shown.push((name, self.held_by(name, *v)));
        }
        shown
    }

    /// The value of a variable called `name`; an object of the same name is told by its type.
    fn held_by(&self, name: &str, v: Value) -> String {
        let text = self.held(v);
        match v {
            Value::Obj(id) if text == name => {
                let typ = self.world.objs.get(&id).map_or("", |o| self.trace.text(o.typ));
                typ.trim_start_matches("sync.").to_string()
            }
            _ => text,
        }
    }

    /// A variable's value; a shared object is told by its state, for its name is the variable's.
    pub fn held(&self, v: Value) -> String {
        let Value::Obj(id) = v else {
            let text = self.value(v);
            return if text.is_empty() { "\"\"".to_string() } else { text };
        };
        let Some(o) = self.world.objs.get(&id) else { return self.obj(id) };
        match (o.kind, self.carried(o)) {
            (ObjKind::Chan { cap }, _) if cap > 0 => {
                let n = o.values.len().to_string();
                say!(self.lang, "value.chan", n = n, cap = cap.to_string())
            }
            (ObjKind::Chan { .. }, _) => say!(self.lang, "value.chan_meet"),
            (_, Some((key, value))) => format!("{}({key}, {value})", self.obj(id)),
            (_, None) => self.obj(id),
        }
    }

    /// How many values a channel holds, and its capacity.
    pub(super) fn count(&self, id: ObjId) -> (usize, u32) {
        self.world.objs.get(&id).map_or((0, 0), |o| match o.kind {
            ObjKind::Chan { cap } => (o.values.len(), cap),
            _ => (o.values.len(), 0),
        })
    }

    /// The key and the value that a context carries: `id = order-17`.
    fn carried(&self, o: &Object) -> Option<(String, String)> {
        match (o.kind, o.values.as_slice()) {
            (ObjKind::Context, [key, value]) => Some((self.value(*key), self.value(*value))),
            _ => None,
        }
    }

    /// Whether a context is cancelled; one that only carries a value is when its parent is.
    pub fn cancelled(&self, o: &Object) -> bool {
        let mut o = o;
        while !o.values.is_empty() {
            match o.parent.and_then(|parent| self.world.objs.get(&parent)) {
                Some(parent) => o = parent,
                None => return false,
            }
        }
        o.closed
    }

    /// How a context stands: what it carries, or why it is cancelled, else when it will be; empty if nothing is known.
    pub fn context(&self, o: &Object) -> String {
        if let Some((key, value)) = self.carried(o) {
            return format!("{key} = {value}");
        }
        match (o.closed, o.cause, o.deadline) {
            (true, Some(cause), _) => self.trace.text(cause).to_string(),
            (true, None, _) => say!(self.lang, "stage.cancelled"),
            (false, _, Some(when)) => say!(self.lang, "stage.deadline", when = time(when)),
            (false, _, None) => String::new(),
        }
    }

    /// Whether an object is a `sync.Pool` or a `sync.Map`, whose use tells how much it holds.
    pub(super) fn is_collection(&self, id: ObjId) -> bool {
        let kind = self.world.objs.get(&id).map(|o| o.kind);
        matches!(kind, Some(ObjKind::Pool | ObjKind::Map))
    }

    /// Who holds an object.
    pub fn holder(&self, id: ObjId) -> String {
        let holders = self.world.objs.get(&id).map(|o| o.holders.clone()).unwrap_or_default();
        if holders.is_empty() {
            return "—".to_string();
        }
        holders.iter().map(|&g| self.go(g)).collect::<Vec<_>>().join(", ")
    }
}
