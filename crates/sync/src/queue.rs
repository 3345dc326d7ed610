//! A wait queue: FIFO, with dead entries skipped.

use crate::park::Park;
use std::collections::VecDeque;
use std::rc::Rc;
use trace::GoId;

/// A place in a queue.
pub(crate) struct Entry<T> {
    /// Who.
    pub(crate) park: Rc<Park<T>>,
    /// Which case of a `select`; 0 otherwise.
    pub(crate) case: u16,
    /// What a sender wants to send.
    pub(crate) value: Option<T>,
    /// Key that orders the entries of one object's several queues.
    pub(crate) order: i64,
}

/// First come, first served. Whoever was woken elsewhere (another case of its `select`) or has
/// gone leaves a dead entry, which is skipped at the head and swept out as the queue grows, so
/// that leaving costs nothing and the queue stays within twice its living.
pub(crate) struct Queue<T> {
    entries: VecDeque<Entry<T>>,
    sweep_at: usize,
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Queue { entries: VecDeque::new(), sweep_at: 8 }
    }
}

impl<T> Queue<T> {
    /// Enters at the tail.
    #[inline]
    pub(crate) fn push(&mut self, e: Entry<T>) {
        self.sweep();
        self.entries.push_back(e);
    }

    /// Enters at the head.
    pub(crate) fn push_front(&mut self, e: Entry<T>) {
        self.sweep();
        self.entries.push_front(e);
    }

    #[inline]
    fn sweep(&mut self) {
        if self.entries.len() >= self.sweep_at {
            self.entries.retain(|e| e.park.waits());
            self.sweep_at = (2 * self.entries.len()).max(8);
        }
    }

    /// Takes the first who still waits.
    #[inline]
    pub(crate) fn pop(&mut self) -> Option<Entry<T>> {
        while let Some(e) = self.entries.pop_front() {
            if e.park.waits() {
                return Some(e);
            }
        }
        None
    }

    /// Takes one that satisfies `f`, wherever it stands.
    pub(crate) fn take(&mut self, f: impl Fn(&Entry<T>) -> bool) -> Option<Entry<T>> {
        let i = self.entries.iter().position(|e| e.park.waits() && f(e))?;
        self.entries.remove(i)
    }

    /// The first who still waits.
    #[inline]
    pub(crate) fn head(&mut self) -> Option<&Entry<T>> {
        while self.entries.front().is_some_and(|e| !e.park.waits()) {
            self.entries.pop_front();
        }
        self.entries.front()
    }

    /// Whether nobody waits.
    #[inline]
    pub(crate) fn is_empty(&mut self) -> bool {
        self.head().is_none()
    }

    /// Those who wait, oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Entry<T>> {
        self.entries.iter().filter(|e| e.park.waits())
    }

    /// Their identities.
    pub(crate) fn gos(&self) -> Vec<GoId> {
        self.iter().map(|e| e.park.go()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use executor::{Executor, Fifo};
    use std::task::Waker;

    #[test]
    fn the_dead_are_swept_out_and_the_living_keep_their_order() {
        let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
        let h = ex.handle();
        let mut q: Queue<u32> = Queue::default();
        let mut tickets = Vec::new();
        for i in 0..10_000 {
            let park = Park::seat(&h, Waker::noop(), &mut None);
            q.push(Entry { park: park.clone(), case: 0, value: Some(i), order: 0 });
            let ticket = crate::Ticket::new(park);
            if i % 100 == 0 {
                tickets.push(ticket);
            }
            assert!(q.entries.len() <= 2 * tickets.len() + 8);
        }
        let order: Vec<_> = std::iter::from_fn(|| q.pop()?.value).collect();
        assert_eq!(order, (0..100).map(|i| 100 * i).collect::<Vec<_>>());
        assert!(q.is_empty());
    }
}
