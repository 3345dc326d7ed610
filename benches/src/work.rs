//! What is measured: the same futures for every executor.

use crate::contestants::{Spawn, Work};
use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Yields in all.
pub const YIELDS: u32 = 1_000 * 1_000;

/// Round trips.
pub const PING_PONGS: u32 = 1_000_000;

/// Wakes itself and gives way, once.
struct Yield(bool);

impl Future for Yield {
    type Output = ();

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            return Poll::Ready(());
        }
        self.0 = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

/// 1,000 tasks that yield 1,000 times each.
pub struct Yields;

impl Work for Yields {
    fn start(&self, on: &mut impl Spawn) {
        for _ in 0..1_000 {
            on.spawn(async {
                for _ in 0..1_000 {
                    Yield(false).await;
                }
            });
        }
    }
}

/// What two tasks share who play ping-pong.
#[derive(Default)]
struct Table {
    ball: bool,
    waiting: Option<Waker>,
}

/// Two tasks that wake each other in turn.
pub struct PingPong;

impl Work for PingPong {
    fn start(&self, on: &mut impl Spawn) {
        let table = Rc::new(RefCell::new(Table::default()));
        for side in [false, true] {
            let table = table.clone();
            on.spawn(async move {
                for _ in 0..PING_PONGS {
                    poll_fn(|cx| play(&table, side, cx)).await;
                }
            });
        }
    }
}

fn play(table: &RefCell<Table>, side: bool, cx: &Context<'_>) -> Poll<()> {
    let mut t = table.borrow_mut();
    if t.ball != side {
        match &mut t.waiting {
            Some(w) => w.clone_from(cx.waker()),
            none => *none = Some(cx.waker().clone()),
        }
        return Poll::Pending;
    }
    t.ball = !side;
    let other = t.waiting.take();
    drop(t);
    if let Some(w) = other {
        w.wake();
    }
    Poll::Ready(())
}
