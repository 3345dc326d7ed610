//! Wakers. On the executor's own thread and during its run a wake takes effect at once; from
//! anywhere else it goes through an inbox that the executor empties before its next slice.

use crate::core::Inner;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Wake;
use trace::GoId;

thread_local! {
    /// The executor that is running on this thread.
    static RUNNING: RefCell<Option<Rc<Inner>>> = const { RefCell::new(None) };
}

/// Makes `inner` the running executor until the guard is dropped.
pub(crate) struct Entered(Option<Rc<Inner>>);

impl Entered {
    pub fn new(inner: &Rc<Inner>) -> Self {
        Entered(RUNNING.with(|r| r.borrow_mut().replace(inner.clone())))
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        let outer = self.0.take();
        // The value is dropped after the borrow ends: it may own tasks that wake others.
        let _inner = RUNNING.with(|r| std::mem::replace(&mut *r.borrow_mut(), outer));
    }
}

/// Wake-ups from outside.
#[derive(Default)]
pub(crate) struct Inbox {
    any: AtomicBool,
    woken: Mutex<Vec<GoId>>,
}

impl Inbox {
    fn push(&self, go: GoId) {
        let mut woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
        woken.push(go);
        self.any.store(true, Ordering::Release);
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        !self.any.load(Ordering::Acquire)
    }

    pub fn take(&self) -> Vec<GoId> {
        let mut woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
        self.any.store(false, Ordering::Release);
        std::mem::take(&mut *woken)
    }
}

/// What a task's waker holds.
pub(crate) struct TaskWaker {
    pub go: GoId,
    pub inbox: Arc<Inbox>,
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    #[inline]
    fn wake_by_ref(self: &Arc<Self>) {
        let done = RUNNING.try_with(|r| {
            let r = r.try_borrow().ok()?;
            let inner = r.as_ref()?;
            (Arc::ptr_eq(&inner.inbox, &self.inbox) && inner.try_wake(self.go)).then_some(())
        });
        if !matches!(done, Ok(Some(()))) {
            self.inbox.push(self.go);
        }
    }
}
