//! The door for facts: who wants to record holds a [`Tracer`], which is passed, never global.

use crate::{Event, EventKind, GoId, Sym, Trace, Value, Watch};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A cheap handle to the trace being recorded, or to nothing.
///
/// Cloning shares the trace. With [`Tracer::off`] every call costs one branch.
#[derive(Clone, Default)]
pub struct Tracer {
    inner: Option<Rc<Inner>>,
}

#[derive(Default)]
struct Inner {
    trace: RefCell<Trace>,
    now: Cell<u64>,
    watch: Option<Rc<RefCell<dyn Watch>>>,
    /// Only the texts are kept, not the events.
    fleeting: bool,
    /// Number of events at which `hook` is called; 0 for never.
    alarm: Cell<usize>,
    hook: RefCell<Option<Hook>>,
}

type Hook = Box<dyn FnOnce()>;

impl Inner {
    #[cold]
    fn call(&self) {
        let hook = self.hook.take();
        if let Some(hook) = hook {
            hook();
        }
    }
}

impl Tracer {
    /// Records nothing.
    ///
    /// ```
    /// assert!(!trace::Tracer::off().is_on());
    /// ```
    pub fn off() -> Self {
        Tracer { inner: None }
    }

    /// Records into a fresh trace.
    ///
    /// ```
    /// assert!(trace::Tracer::on().is_on());
    /// ```
    pub fn on() -> Self {
        Tracer { inner: Some(Rc::default()) }
    }

    /// Tells `watch` of everything while it happens. With `keep` the events are recorded as well;
    /// without, only the texts that they name.
    ///
    /// ```
    /// # use std::{cell::RefCell, rc::Rc};
    /// # use trace::*;
    /// struct Count(usize);
    /// impl Watch for Count {
    ///     fn event(&mut self, _: &Event) {
    ///         self.0 += 1;
    ///     }
    /// #   fn access(&mut self, _: MemoryAccess) -> bool { false }
    /// #   fn name(&mut self, _: &str, _: &str, _: u32) {}
    /// #   fn order(&mut self, _: GoId, _: Order, _: bool, _: bool) {}
    /// #   fn forget(&mut self, _: &dyn Fn(u64) -> bool) {}
    /// }
    /// let count = Rc::new(RefCell::new(Count(0)));
    /// let t = Tracer::watched(count.clone(), false);
    /// t.emit(GoId::MAIN, EventKind::GoEnd);
    /// assert_eq!((count.borrow().0, t.len()), (1, 0));
    /// ```
    pub fn watched(watch: Rc<RefCell<dyn Watch>>, keep: bool) -> Self {
        let inner = Inner { watch: Some(watch), fleeting: !keep, ..Inner::default() };
        Tracer { inner: Some(Rc::new(inner)) }
    }

    /// Whoever watches: to be told of what no event tells.
    ///
    /// ```
    /// assert!(trace::Tracer::on().watch().is_none());
    /// ```
    #[inline]
    pub fn watch(&self) -> Option<&RefCell<dyn Watch>> {
        self.inner.as_ref()?.watch.as_deref()
    }

    /// Whether events are recorded, and not only told to whoever watches.
    ///
    /// ```
    /// assert!(trace::Tracer::on().keeps());
    /// ```
    #[inline]
    pub fn keeps(&self) -> bool {
        self.inner.as_ref().is_some_and(|i| !i.fleeting)
    }

    /// Whether anything is recorded; ask before computing what only a trace needs.
    ///
    /// ```
    /// assert!(!trace::Tracer::default().is_on());
    /// ```
    #[inline]
    pub fn is_on(&self) -> bool {
        self.inner.is_some()
    }

    /// Sets the virtual time (nanoseconds) of the events to come. Time never goes back: an
    /// earlier time than the last is ignored.
    ///
    /// ```
    /// # use trace::{EventKind, GoId, Tracer, Value};
    /// let t = Tracer::on();
    /// t.set_now(9);
    /// t.set_now(5);
    /// t.emit(GoId::MAIN, EventKind::GoEnd);
    /// assert_eq!(t.take().events()[0].at, 9);
    /// ```
    #[inline]
    pub fn set_now(&self, ns: u64) {
        if let Some(i) = &self.inner {
            i.now.set(i.now.get().max(ns));
        }
    }

    /// Records an event that `go` causes, now.
    ///
    /// ```
    /// # use trace::{EventKind, GoId, Tracer, Value};
    /// let t = Tracer::on();
    /// t.emit(GoId::MAIN, EventKind::GoEnd);
    /// assert_eq!(t.len(), 1);
    /// ```
    #[inline]
    pub fn emit(&self, go: GoId, kind: EventKind) {
        if let Some(i) = &self.inner {
            let e = Event { at: i.now.get(), go, kind };
            if let Some(w) = &i.watch {
                w.borrow_mut().event(&e);
                if i.fleeting {
                    return;
                }
            }
            let mut trace = i.trace.borrow_mut();
            trace.push(e);
            if trace.len() == i.alarm.get() {
                drop(trace);
                i.call();
            }
        }
    }

    /// Calls `hook` right after event number `n` (from 1) has been recorded, if it ever is.
    ///
    /// ```
    /// # use std::{cell::Cell, rc::Rc};
    /// # use trace::{EventKind, GoId, Tracer};
    /// let (t, seen) = (Tracer::on(), Rc::new(Cell::new(0)));
    /// let (t2, seen2) = (t.clone(), seen.clone());
    /// t.call_at(2, move || seen2.set(t2.len()));
    /// for _ in 0..3 {
    ///     t.emit(GoId::MAIN, EventKind::GoEnd);
    /// }
    /// assert_eq!(seen.get(), 2);
    /// ```
    pub fn call_at(&self, n: usize, hook: impl FnOnce() + 'static) {
        if let Some(i) = &self.inner {
            i.alarm.set(n);
            *i.hook.borrow_mut() = Some(Box::new(hook));
        }
    }

    /// Interns a text in the trace; the empty symbol when off.
    ///
    /// ```
    /// # use trace::{EventKind, GoId, Tracer, Value};
    /// let t = Tracer::on();
    /// let s = t.sym("worker");
    /// assert_eq!(t.take().text(s), "worker");
    /// ```
    pub fn sym(&self, text: &str) -> Sym {
        match &self.inner {
            Some(i) => i.trace.borrow_mut().intern(text),
            None => Sym(0),
        }
    }

    /// A text value; [`Value::Unit`] when off.
    ///
    /// ```
    /// # use trace::{EventKind, GoId, Tracer, Value};
    /// let t = Tracer::on();
    /// assert_eq!(t.text("hi"), Value::Text(t.sym("hi")));
    /// assert_eq!(Tracer::off().text("hi"), Value::Unit);
    /// ```
    pub fn text(&self, text: &str) -> Value {
        if self.is_on() { Value::Text(self.sym(text)) } else { Value::Unit }
    }

    /// Events recorded so far.
    ///
    /// ```
    /// assert_eq!(trace::Tracer::on().len(), 0);
    /// ```
    pub fn len(&self) -> usize {
        self.inner.as_ref().map_or(0, |i| i.trace.borrow().len())
    }

    /// Whether nothing has been recorded.
    ///
    /// ```
    /// assert!(trace::Tracer::off().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Looks at the trace as recorded so far.
    ///
    /// ```
    /// # use trace::{EventKind, GoId, Tracer, Value};
    /// let t = Tracer::on();
    /// assert_eq!(t.with(|trace| trace.len()), Some(0));
    /// assert_eq!(Tracer::off().with(|trace| trace.len()), None);
    /// ```
    pub fn with<R>(&self, f: impl FnOnce(&Trace) -> R) -> Option<R> {
        self.inner.as_ref().map(|i| f(&i.trace.borrow()))
    }

    /// Takes the trace out; the tracer starts afresh.
    ///
    /// ```
    /// # use trace::{EventKind, GoId, Tracer, Value};
    /// let t = Tracer::on();
    /// t.emit(GoId::MAIN, EventKind::GoEnd);
    /// assert_eq!(t.take().len(), 1);
    /// assert!(t.is_empty());
    /// ```
    pub fn take(&self) -> Trace {
        self.inner.as_ref().map(|i| i.trace.take()).unwrap_or_default()
    }
}
