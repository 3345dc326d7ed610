//! Tasks, wakers and the clock.

mod common;

use executor::{Config, Executor, Fifo, Handle, SpawnInfo};
use expect_test::expect;
use futures::channel::oneshot;
use futures::task::AtomicWaker;
use std::cell::{Cell, RefCell};
use std::future::{pending, poll_fn};
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Poll, Waker};
use trace::{EventKind, GoId, Tracer};

fn fifo() -> (Executor, Handle) {
    let ex = Executor::new(Box::new(Fifo::new()), Tracer::on());
    let h = ex.handle();
    (ex, h)
}

fn spawn(h: &Handle, f: impl Future<Output = ()> + 'static) -> GoId {
    h.spawn(f, SpawnInfo::default())
}

fn text(h: &Handle) -> String {
    let t = h.tracer().take();
    t.events().iter().map(|e| format!("{} {} {:?}\n", e.at, e.go, e.kind)).collect()
}

#[test]
fn a_wake_says_who_woke() {
    let (ex, h) = fifo();
    let (tx, rx) = oneshot::channel();
    spawn(&h, async move { assert_eq!(rx.await, Ok(7)) });
    spawn(&h, async move { assert_eq!(tx.send(7), Ok(())) });
    ex.run();
    assert_eq!(ex.live(), 0);
    expect![[r#"
        0 G0 GoCreate { go: G1, func: $0, line: 0 }
        0 G0 Enqueue { go: G1, on: Global }
        0 G0 GoCreate { go: G2, func: $0, line: 0 }
        0 G0 Enqueue { go: G2, on: Global }
        0 G0 ThreadCreate { thread: M0 }
        0 G0 ProcStart { proc: P0, thread: M0 }
        0 G0 GoStart { go: G1, proc: P0 }
        0 G0 GoStart { go: G2, proc: P0 }
        0 G2 GoUnpark { go: G1, on: Global }
        0 G2 GoEnd
        0 G0 GoStart { go: G1, proc: P0 }
        0 G1 GoEnd
    "#]]
    .assert_eq(&text(&h));
}

#[test]
fn a_sleep_in_events() {
    let (ex, h) = fifo();
    let h2 = h.clone();
    spawn(&h, async move { h2.sleep_until(500).await });
    ex.run();
    expect![[r#"
        0 G0 GoCreate { go: G1, func: $0, line: 0 }
        0 G0 Enqueue { go: G1, on: Global }
        0 G0 ThreadCreate { thread: M0 }
        0 G0 ProcStart { proc: P0, thread: M0 }
        0 G0 GoStart { go: G1, proc: P0 }
        0 G1 TimerSet { obj: #1, when: 500, kind: Sleep(G1) }
        0 G1 GoPark { reason: Sleep }
        500 G0 TimeAdvance { to: 500 }
        500 G0 TimerFire { obj: #1 }
        500 G0 GoUnpark { go: G1, on: Global }
        500 G0 GoStart { go: G1, proc: P0 }
        500 G1 GoEnd
    "#]]
    .assert_eq(&text(&h));
}

/// Futures of other crates wake themselves to give way.
#[test]
fn a_task_that_wakes_itself_gives_way() {
    let (ex, h) = fifo();
    let mut first = true;
    spawn(
        &h,
        poll_fn(move |cx| {
            if !std::mem::take(&mut first) {
                return Poll::Ready(());
            }
            cx.waker().wake_by_ref();
            cx.waker().wake_by_ref();
            Poll::Pending
        }),
    );
    spawn(&h, async {});
    assert_eq!(ex.run_until_stalled(), 3);
    assert_eq!(ex.schedule().to_string(), "v1 fifo; g1 g2 g1");
}

#[test]
fn many_wakes_are_one() {
    let (ex, h) = fifo();
    let sleeper = spawn(&h, pending());
    ex.run();
    let h2 = h.clone();
    spawn(&h, async move {
        for _ in 0..3 {
            h2.wake(sleeper);
        }
    });
    ex.run();
    let t = h.tracer().take();
    let woken = t.events().iter().filter(|e| matches!(e.kind, EventKind::GoUnpark { .. }));
    assert_eq!(woken.count(), 1);
}

#[test]
#[allow(clippy::disallowed_methods)]
fn wakers_work_on_other_threads() {
    let (ex, h) = fifo();
    let shared = Arc::new(AtomicWaker::new());
    let (waker, mut polls) = (shared.clone(), 0);
    spawn(
        &h,
        poll_fn(move |cx| {
            waker.register(cx.waker());
            polls += 1;
            if polls == 3 { Poll::Ready(()) } else { Poll::Pending }
        }),
    );
    for _ in 0..2 {
        ex.run();
        assert_eq!((ex.live(), ex.runnable()), (1, 0));
        let shared = shared.clone();
        std::thread::spawn(move || shared.wake()).join().expect("the thread is well");
        assert_eq!(ex.runnable(), 1);
    }
    ex.run();
    assert_eq!(ex.live(), 0);
}

#[test]
fn wakers_outlive_their_executor() {
    let (ex, h) = fifo();
    let kept = Rc::new(RefCell::new(None::<Waker>));
    let keep = kept.clone();
    spawn(
        &h,
        poll_fn(move |cx| {
            *keep.borrow_mut() = Some(cx.waker().clone());
            Poll::Pending
        }),
    );
    ex.run();
    drop(ex);
    let waker = kept.borrow_mut().take().expect("it was polled");
    waker.wake();
}

#[test]
fn an_executor_within_a_task_of_another() {
    let (ex, h) = fifo();
    let (tx, rx) = oneshot::channel();
    let woken = Rc::new(Cell::new(false));
    let (w, h2) = (woken.clone(), h.clone());
    spawn(&h, async move { w.set(rx.await.is_ok()) });
    spawn(&h, async move {
        let (inner, ih) = fifo();
        spawn(&ih, async move {
            // Wakes a task of the outer executor from a poll of the inner one.
            assert_eq!(tx.send(()), Ok(()));
        });
        inner.run();
        assert_eq!(h2.current(), GoId(2));
    });
    ex.run();
    assert!(woken.get());
}

struct OnDrop(Rc<Cell<u32>>);

impl Drop for OnDrop {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

#[test]
fn every_task_is_dropped_once() {
    for how in 0..4 {
        let dropped = Rc::new(Cell::new(0));
        let (ex, h) = fifo();
        let mut all = vec![];
        for i in 0..6 {
            let (guard, h2) = (OnDrop(dropped.clone()), h.clone());
            all.push(spawn(&h, async move {
                let _guard = guard;
                match i % 3 {
                    0 => pending().await,
                    1 => h2.sleep_until(100).await,
                    _ => h2.yield_now().await,
                }
            }));
        }
        match how {
            0 => ex.run(),
            1 => {
                ex.try_tick();
                h.drop_all();
                assert!(!ex.try_tick());
                let guard = OnDrop(dropped.clone());
                spawn(&h, async move { drop(guard) });
                h.timer_call(5, |_| unreachable!());
                ex.run();
                dropped.set(dropped.get() - 1);
            }
            2 => {
                ex.try_tick();
                ex.try_tick();
                all.into_iter().for_each(|go| h.kill(go));
                ex.run();
                assert_eq!(ex.live(), 0);
            }
            _ => {}
        }
        drop(ex);
        assert_eq!(dropped.get(), 6, "way {how}");
    }
}

#[test]
fn a_task_may_kill_itself_and_others() {
    let (ex, h) = fifo();
    let h2 = h.clone();
    spawn(&h, async move {
        h2.kill(GoId(2));
        h2.kill(GoId(3));
        h2.kill(h2.current());
        h2.yield_now().await;
        unreachable!("it was killed");
    });
    spawn(&h, async { unreachable!("killed before it ran") });
    spawn(&h, async { unreachable!("killed before it ran") });
    ex.run();
    assert_eq!((ex.live(), ex.runnable()), (0, 0));
    let t = h.tracer().take();
    assert_eq!(t.events().iter().filter(|e| e.kind == EventKind::GoEnd).count(), 3);
}

#[test]
fn timers_fire_in_order_and_once() {
    let (ex, h) = fifo();
    let fired = Rc::new(RefCell::new(vec![]));
    for (name, when) in [("c", 30), ("a", 10), ("b", 20), ("b2", 20)] {
        let fired = fired.clone();
        h.timer_call(when, move |h| fired.borrow_mut().push((name, h.now())));
    }
    let cancelled = h.timer_call(15, |_| unreachable!());
    assert!(h.cancel(cancelled));
    ex.run();
    assert_eq!(*fired.borrow(), [("a", 10), ("b", 20), ("b2", 20), ("c", 30)]);
    assert!(!ex.advance());
}

#[test]
fn a_due_timer_fires_while_others_run() {
    let (ex, h) = fifo();
    let stop = Rc::new(Cell::new(false));
    let (stop2, h2) = (stop.clone(), h.clone());
    h.timer_call(5_000, move |_| stop2.set(true));
    spawn(&h, async move {
        while !stop.get() {
            h2.spend(10);
            h2.yield_now().await;
        }
    });
    ex.run();
    assert_eq!(ex.now(), 5_000);
}

#[test]
fn time_stands_still_without_cost() {
    let config = Config { cost: 0, record: false, ..Config::default() };
    let ex = Executor::with_config(Box::new(Fifo::new()), Tracer::off(), config);
    let h = ex.handle();
    ex.handle().spawn(async move { h.spend(1_000) }, SpawnInfo::default());
    ex.run();
    assert_eq!(ex.now(), 0);
    assert!(ex.schedule().decisions.is_empty());
}

#[test]
fn a_panic_in_a_task_leaves_the_executor_usable() {
    let (ex, h) = fifo();
    spawn(&h, async { std::panic::panic_any(()) });
    let h2 = h.clone();
    let ran = Rc::new(Cell::new(false));
    let ran2 = ran.clone();
    spawn(&h, async move {
        h2.yield_now().await;
        ran2.set(true);
    });
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| ex.run()));
    assert!(caught.is_err());
    assert_eq!((h.current(), ex.live()), (GoId::RUNTIME, 1));
    ex.run();
    assert!(ran.get());
}

#[test]
fn a_hand_decides() {
    let (manual, hand) = executor::Manual::new();
    let ex = Executor::new(Box::new(manual), Tracer::on());
    let h = ex.handle();
    for _ in 0..2 {
        let h2 = h.clone();
        spawn(&h, async move {
            h2.yield_now().await;
            h2.spend(h2.choose(executor::Choice::Custom, 3));
        });
    }
    hand.run(GoId(2), Some(50));
    hand.run(GoId(9), None);
    hand.run(GoId(2), None);
    hand.choose(executor::Choice::Custom, 3, 2);
    ex.run();
    assert_eq!((ex.live(), hand.ready()), (1, vec![GoId(1)]));
    hand.run(GoId(1), None);
    hand.run(GoId(1), None);
    ex.run();
    // What a hand decided can be repeated.
    let schedule = ex.schedule();
    assert_eq!(schedule.to_string(), "v1 free; g2x2 c2/3 g1x2 c0/3");
    assert_eq!(ex.now(), 20);
}
