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
    ///
    /// ```
    /// # use trace::{Checkpoints, Event, EventKind, GoId, Timeline, Trace};
    /// let mut t = Trace::default();
    /// t.push(Event { at: 7, go: GoId(1), kind: EventKind::GoEnd });
    /// assert_eq!(t.len(), 1);
    /// ```
    pub fn push(&mut self, e: Event) {
        self.events.push(e);
    }

    /// The symbol of a text; `Sym(0)` is the empty text.
    ///
    /// ```
    /// let mut t = trace::Trace::default();
    /// let s = t.intern("worker");
    /// assert_eq!(t.intern("worker"), s);
    /// assert_eq!(t.intern(""), trace::Sym(0));
    /// ```
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
    ///
    /// ```
    /// let mut t = trace::Trace::default();
    /// let s = t.intern("worker");
    /// assert_eq!(t.text(s), "worker");
    /// assert_eq!(t.text(trace::Sym(99)), "");
    /// ```
    pub fn text(&self, s: Sym) -> &str {
        self.texts.get(s.0 as usize).map_or("", |t| t)
    }

    /// All interned texts; a [`Sym`] is an index into them.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|t| &**t)
    }

    /// All events in order.
    ///
    /// ```
    /// # use trace::{Checkpoints, Event, EventKind, GoId, Timeline, Trace};
    /// let mut t = Trace::default();
    /// t.push(Event { at: 7, go: GoId(1), kind: EventKind::GoEnd });
    /// assert_eq!(t.events()[0].at, 7);
    /// ```
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Number of events.
    ///
    /// ```
    /// assert_eq!(trace::Trace::default().len(), 0);
    /// ```
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether there are no events.
    ///
    /// ```
    /// assert!(trace::Trace::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }
}
