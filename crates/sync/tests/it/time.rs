//! Sleep, timers, tickers.

use crate::lab::{anon, film, go, lab};
use executor::{Fifo, Handle, SpawnInfo};
use expect_test::{Expect, expect};
use std::future::Future;
use sync::*;
use trace::Value;

fn check<F: Future<Output = ()> + 'static>(main: impl FnOnce(Handle) -> F, e: Expect) {
    e.assert_eq(&film(main));
}

fn timer(h: &Handle, d: i64) -> Timer<i64> {
    Timer::new(h, d, |now| now as i64, anon(), anon())
}

#[test]
fn sleep() {
    check(
        |h| async move {
            sleep_async(&h, 0).await;
            sleep_async(&h, -1).await;
            sleep_async(&h, 100).await;
            assert_eq!(h.now(), 100);
        },
        expect![[r#"
            G1 TimerSet { obj: #1, when: 100, kind: Sleep(G1) }
            G1 GoPark { reason: Sleep }
               100 G0 TimeAdvance { to: 100 }
               100 G0 TimerFire { obj: #1 }
               100 G0 GoUnpark { go: G1, on: Global }
        "#]],
    );
}

#[test]
fn after_in_a_select() {
    check(
        |h| async move {
            let t = timer(&h, 100);
            let c: Chan<i64> = Chan::new(&h, 0, Value::Int(0), anon());
            let cases = vec![Case::Recv(Some(&c)), Case::Recv(t.chan())];
            let s = select_async(&h, cases, false).await.unwrap();
            assert_eq!((s.index, s.value), (Some(1), Some(100)));
        },
        expect![[r#"
            G1 TimerSet { obj: #1, when: 100, kind: Chan { chan: #2, period: 0 } }
            G1 SelectCase { index: 0, ch: Some(#3), send: false, ready: false }
            G1 SelectCase { index: 1, ch: Some(#2), send: false, ready: false }
            G1 WaitqPush { obj: #3, role: Recv, front: false }
            G1 WaitqPush { obj: #2, role: Recv, front: false }
            G1 GoPark { reason: Select }
               100 G0 TimeAdvance { to: 100 }
               100 G0 TimerFire { obj: #1 }
               100 G0 ChanSend { ch: #2, value: Int(100), to: Receiver(G1) }
               100 G0 GoUnpark { go: G1, on: Global }
               100 G1 SelectChoose { index: Some(1) }
        "#]],
    );
}

#[test]
fn nobody_looks_so_the_clock_does_not_jump() {
    let (ex, h) = lab(Fifo::new());
    let h2 = h.clone();
    let main = async move {
        let _ticker = Timer::<i64>::ticker(&h2, 10, |n| n as i64, anon(), anon()).unwrap();
        let c: Chan<i64> = Chan::new(&h2, 0, Value::Int(0), anon());
        c.recv_async(&h2).await;
    };
    h.spawn(main, SpawnInfo::default());
    ex.run();
    assert_eq!((ex.live(), ex.now()), (1, 0), "a deadlock, at once");
}

#[test]
fn a_select_that_went_elsewhere_releases_the_clock() {
    let (ex, h) = lab(Fifo::new());
    let h2 = h.clone();
    let main = async move {
        let t = timer(&h2, 1000);
        let c: Chan<i64> = Chan::new(&h2, 0, Value::Int(0), anon());
        let (c2, h3) = (c.clone(), h2.clone());
        go(&h2, async move { c2.send_async(&h3, 1).await.unwrap() });
        let cases = vec![Case::Recv(Some(&c)), Case::Recv(t.chan())];
        select_async(&h2, cases, false).await.unwrap();
        std::future::pending::<()>().await;
    };
    h.spawn(main, SpawnInfo::default());
    ex.run();
    assert_eq!((ex.live(), ex.now()), (1, 0));
}

#[test]
fn stop_and_reset_leave_nothing_stale() {
    check(
        |h| async move {
            let t = timer(&h, 10);
            let c = t.chan().unwrap().clone();
            assert_eq!((c.len(), c.cap()), (0, 0));
            sleep_async(&h, 20).await;
            // Due, and unseen: it counts as stopped.
            assert!(t.stop(&h));
            assert!(!t.stop(&h));
            assert!(!t.reset(&h, 10));
            sleep_async(&h, 20).await;
            // Seen by somebody who did not take it: the value is in the buffer.
            let nil = Case::Recv(None);
            let seen = vec![nil, Case::Recv(Some(&c))];
            assert_eq!(select_async(&h, seen, true).await.unwrap().value, Some(30));
            assert!(!t.stop(&h));
            assert!(!t.reset(&h, 5));
            assert_eq!(c.recv_async(&h).await, Some(45));
        },
        expect![[r#"
            G1 TimerSet { obj: #1, when: 10, kind: Chan { chan: #2, period: 0 } }
            G1 TimerSet { obj: #3, when: 20, kind: Sleep(G1) }
            G1 GoPark { reason: Sleep }
                20 G0 TimeAdvance { to: 20 }
                20 G0 TimerFire { obj: #3 }
                20 G0 GoUnpark { go: G1, on: Global }
                20 G1 TimerStop { obj: #1 }
                20 G1 TimerSet { obj: #1, when: 30, kind: Chan { chan: #2, period: 0 } }
                20 G1 TimerSet { obj: #4, when: 40, kind: Sleep(G1) }
                20 G1 GoPark { reason: Sleep }
                40 G0 TimeAdvance { to: 40 }
                40 G0 TimerFire { obj: #4 }
                40 G0 GoUnpark { go: G1, on: Global }
                40 G1 TimerFire { obj: #1 }
                40 G1 ChanSend { ch: #2, value: Int(30), to: Buffer }
                40 G1 SelectCase { index: 0, ch: None, send: false, ready: false }
                40 G1 SelectCase { index: 1, ch: Some(#2), send: false, ready: true }
                40 G1 SelectChoose { index: Some(1) }
                40 G1 ChanRecv { ch: #2, value: Int(30), from: Buffer }
                40 G1 TimerSet { obj: #1, when: 45, kind: Chan { chan: #2, period: 0 } }
                40 G1 WaitqPush { obj: #2, role: Recv, front: false }
                40 G1 GoPark { reason: ChanReceive }
                45 G0 TimeAdvance { to: 45 }
                45 G0 TimerFire { obj: #1 }
                45 G0 ChanSend { ch: #2, value: Int(45), to: Receiver(G1) }
                45 G0 GoUnpark { go: G1, on: Global }
        "#]],
    );
}

#[test]
fn ticker_drops_what_nobody_takes() {
    check(
        |h| async move {
            let t = Timer::ticker(&h, 10, |n| n as i64, anon(), anon()).unwrap();
            let c = t.chan().unwrap().clone();
            assert_eq!(c.recv_async(&h).await, Some(10));
            sleep_async(&h, 35).await;
            assert_eq!(c.recv_async(&h).await, Some(20));
            assert_eq!(c.recv_async(&h).await, Some(50));
            t.reset_ticker(&h, 7).unwrap();
            assert_eq!(c.recv_async(&h).await, Some(57));
            assert!(t.stop(&h));
            assert_eq!(t.reset_ticker(&h, 0), Err(Fault::NonPositiveTickerReset));
        },
        expect![[r#"
            G1 TimerSet { obj: #1, when: 10, kind: Chan { chan: #2, period: 10 } }
            G1 WaitqPush { obj: #2, role: Recv, front: false }
            G1 GoPark { reason: ChanReceive }
                10 G0 TimeAdvance { to: 10 }
                10 G0 TimerFire { obj: #1 }
                10 G0 TimerSet { obj: #1, when: 20, kind: Chan { chan: #2, period: 10 } }
                10 G0 ChanSend { ch: #2, value: Int(10), to: Receiver(G1) }
                10 G0 GoUnpark { go: G1, on: Global }
                10 G1 TimerSet { obj: #3, when: 45, kind: Sleep(G1) }
                10 G1 GoPark { reason: Sleep }
                45 G0 TimeAdvance { to: 45 }
                45 G0 TimerFire { obj: #3 }
                45 G0 GoUnpark { go: G1, on: Global }
                45 G1 TimerFire { obj: #1 }
                45 G1 TimerSet { obj: #1, when: 50, kind: Chan { chan: #2, period: 10 } }
                45 G1 ChanSend { ch: #2, value: Int(20), to: Buffer }
                45 G1 ChanRecv { ch: #2, value: Int(20), from: Buffer }
                45 G1 WaitqPush { obj: #2, role: Recv, front: false }
                45 G1 GoPark { reason: ChanReceive }
                50 G0 TimeAdvance { to: 50 }
                50 G0 TimerFire { obj: #1 }
                50 G0 TimerSet { obj: #1, when: 60, kind: Chan { chan: #2, period: 10 } }
                50 G0 ChanSend { ch: #2, value: Int(50), to: Receiver(G1) }
                50 G0 GoUnpark { go: G1, on: Global }
                50 G1 TimerSet { obj: #1, when: 57, kind: Chan { chan: #2, period: 7 } }
                50 G1 WaitqPush { obj: #2, role: Recv, front: false }
                50 G1 GoPark { reason: ChanReceive }
                57 G0 TimeAdvance { to: 57 }
                57 G0 TimerFire { obj: #1 }
                57 G0 TimerSet { obj: #1, when: 64, kind: Chan { chan: #2, period: 7 } }
                57 G0 ChanSend { ch: #2, value: Int(57), to: Receiver(G1) }
                57 G0 GoUnpark { go: G1, on: Global }
                57 G1 TimerStop { obj: #1 }
        "#]],
    );
    let (_ex, h) = lab(Fifo::new());
    let t = Timer::<i64>::ticker(&h, 0, |n| n as i64, anon(), anon());
    assert_eq!(t.err(), Some(Fault::NonPositiveTickerInterval));
}

#[test]
fn after_func() {
    check(
        |h| async move {
            let c: Chan<i64> = Chan::new(&h, 0, Value::Int(0), anon());
            let c2 = c.clone();
            let call = move |h: &Handle| {
                let (c, h2) = (c2.clone(), h.clone());
                go(h, async move { c.send_async(&h2, 1).await.unwrap() });
            };
            let t = Timer::<i64>::after_func(&h, 10, call, anon());
            assert!(t.reset(&h, 20));
            assert_eq!(c.recv_async(&h).await, Some(1));
            assert_eq!(h.now(), 20);
            assert!(!t.stop(&h));
        },
        expect![[r#"
            G1 TimerSet { obj: #2, when: 10, kind: Func }
            G1 TimerSet { obj: #2, when: 20, kind: Func }
            G1 WaitqPush { obj: #1, role: Recv, front: false }
            G1 GoPark { reason: ChanReceive }
                20 G0 TimeAdvance { to: 20 }
                20 G0 TimerFire { obj: #2 }
                20 G2 ChanSend { ch: #1, value: Int(1), to: Receiver(G1) }
                20 G2 GoUnpark { go: G1, on: Global }
        "#]],
    );
}

#[test]
fn a_value_that_was_seen_and_not_taken_is_dropped() {
    check(
        |h| async move {
            let t = timer(&h, 10);
            let c = t.chan().unwrap().clone();
            let ready: Chan<i64> = Chan::new(&h, 0, Value::Int(0), anon());
            ready.close(&h).unwrap();
            let look =
                || select_async(&h, vec![Case::Recv(Some(&ready)), Case::Recv(Some(&c))], true);
            let none = || select_async(&h, vec![Case::Recv(Some(&c))], true);
            for again in [None, Some(1000)] {
                sleep_async(&h, 10).await;
                assert_eq!(look().await.unwrap().index, Some(0));
                assert_eq!(c.project().values.len(), 1);
                match again {
                    None => assert!(t.stop(&h)),
                    Some(d) => assert!(t.reset(&h, d)),
                }
                assert_eq!(none().await.unwrap().index, None);
                t.reset(&h, 10);
            }
        },
        expect![[r#"
            G1 TimerSet { obj: #1, when: 10, kind: Chan { chan: #2, period: 0 } }
            G1 ChanClose { ch: #3 }
            G1 TimerSet { obj: #4, when: 10, kind: Sleep(G1) }
            G1 GoPark { reason: Sleep }
                10 G0 TimeAdvance { to: 10 }
                10 G0 TimerFire { obj: #4 }
                10 G0 GoUnpark { go: G1, on: Global }
                10 G1 TimerFire { obj: #1 }
                10 G1 ChanSend { ch: #2, value: Int(10), to: Buffer }
                10 G1 SelectCase { index: 0, ch: Some(#3), send: false, ready: true }
                10 G1 SelectCase { index: 1, ch: Some(#2), send: false, ready: true }
                10 G1 SelectChoose { index: Some(0) }
                10 G1 ChanRecv { ch: #3, value: Int(0), from: Closed }
                10 G1 ChanRecv { ch: #2, value: Int(10), from: Buffer }
                10 G1 SelectCase { index: 0, ch: Some(#2), send: false, ready: false }
                10 G1 SelectChoose { index: None }
                10 G1 TimerSet { obj: #1, when: 20, kind: Chan { chan: #2, period: 0 } }
                10 G1 TimerSet { obj: #5, when: 20, kind: Sleep(G1) }
                10 G1 GoPark { reason: Sleep }
                20 G0 TimeAdvance { to: 20 }
                20 G0 TimerFire { obj: #5 }
                20 G0 GoUnpark { go: G1, on: Global }
                20 G1 TimerFire { obj: #1 }
                20 G1 ChanSend { ch: #2, value: Int(20), to: Buffer }
                20 G1 SelectCase { index: 0, ch: Some(#3), send: false, ready: true }
                20 G1 SelectCase { index: 1, ch: Some(#2), send: false, ready: true }
                20 G1 SelectChoose { index: Some(0) }
                20 G1 ChanRecv { ch: #3, value: Int(0), from: Closed }
                20 G1 ChanRecv { ch: #2, value: Int(20), from: Buffer }
                20 G1 TimerSet { obj: #1, when: 1020, kind: Chan { chan: #2, period: 0 } }
                20 G1 SelectCase { index: 0, ch: Some(#2), send: false, ready: false }
                20 G1 SelectChoose { index: None }
                20 G1 TimerSet { obj: #1, when: 30, kind: Chan { chan: #2, period: 0 } }
        "#]],
    );
}

#[test]
fn a_stopped_timer_does_not_move_the_clock() {
    let (ex, h) = lab(Fifo::new());
    let (c, called) =
        (Chan::new(&h, 0, Value::Int(0), anon()), Chan::new(&h, 1, Value::Int(0), anon()));
    let (c2, called2, h2) = (c.clone(), called.clone(), h.clone());
    let main = async move {
        let call = move |h: &Handle| {
            let (c, h2) = (called2.clone(), h.clone());
            go(h, async move { c.send_async(&h2, 1i64).await.unwrap() });
        };
        let t = Timer::<i64>::after_func(&h2, 10, call, anon());
        assert!(t.stop(&h2));
        let _: Option<i64> = c2.recv_async(&h2).await;
        t.reset(&h2, 70);
        std::future::pending().await
    };
    h.spawn(main, SpawnInfo::default());
    ex.run();
    assert_eq!((ex.now(), called.len()), (0, 0));
    c.close(&h).unwrap();
    ex.run();
    assert_eq!((ex.now(), called.len()), (70, 1));
}
