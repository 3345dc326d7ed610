//! A recorded run: events and the texts they name.

use crate::{Event, Sym};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A recorded run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    events: Vec<Event>,
    texts: Vec<Rc<str>>,
    index: BTreeMap<Rc<str>, Sym>,
}

impl Trace {
    /// Appends an event.
    pub fn push(&mut self, e: Event) {
        self.events.push(e);
    }

    /// The symbol of a text; `Sym(0)` is the empty text.
    pub fn intern(&mut self, text: &str) -> Sym {
        if self.texts.is_empty() {
            self.texts.push("".into());
            self.index.insert("".into(), Sym(0));
        }
        if let Some(&s) = self.index.get(text) {
            return s;
        }
        let s = Sym(self.texts.len() as u32);
        let t: Rc<str> = text.into();
        self.texts.push(t.clone());
        self.index.insert(t, s);
        s
    }

    /// The text of a symbol; empty for one of another trace.
    pub fn text(&self, s: Sym) -> &str {
        self.texts.get(s.0 as usize).map_or("", |t| t)
    }

    /// All interned texts; a [`Sym`] is an index into them.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|t| &**t)
    }

    /// All events in order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Number of events.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether there are no events.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }
}
