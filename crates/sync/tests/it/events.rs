//! What each primitive tells, in small scenes.

use crate::lab::{anon, film, go};
use executor::Handle;
use expect_test::{Expect, expect};
use std::future::Future;
use sync::*;
use trace::Value;

fn check<F: Future<Output = ()> + 'static>(main: impl FnOnce(Handle) -> F, e: Expect) {
    e.assert_eq(&film(main));
}

fn chan(h: &Handle, cap: u32) -> Chan<i64> {
    Chan::new(h, cap, Value::Int(0), anon())
}

#[test]
fn unbuffered_receiver_first() {
    check(
        |h| async move {
            let c = chan(&h, 0);
            let (c2, h2) = (c.clone(), h.clone());
            go(&h, async move { assert_eq!(c2.recv_async(&h2).await, Some(7)) });
            h.yield_now().await;
            c.send_async(&h, 7).await.unwrap();
        },
        expect![[r#"
            G1 GoStop { why: Gosched }
            G2 WaitqPush { obj: #1, role: Recv, front: false }
            G2 GoPark { reason: ChanReceive }
            G1 ChanSend { ch: #1, value: Int(7), to: Receiver(G2) }
            G1 GoUnpark { go: G2 }
        "#]],
    );
}

#[test]
fn unbuffered_sender_first() {
    check(
        |h| async move {
            let c = chan(&h, 0);
            let (c2, h2) = (c.clone(), h.clone());
            go(&h, async move { assert_eq!(c2.recv_async(&h2).await, Some(7)) });
            c.send_async(&h, 7).await.unwrap();
        },
        expect![[r#"
            G1 WaitqPush { obj: #1, role: Send(Int(7)), front: false }
            G1 GoPark { reason: ChanSend }
            G2 ChanRecv { ch: #1, value: Int(7), from: Sender(G1) }
            G2 GoUnpark { go: G1 }
        "#]],
    );
}

#[test]
fn buffer_refilled_by_a_parked_sender() {
    check(
        |h| async move {
            let c = chan(&h, 1);
            let (c2, h2) = (c.clone(), h.clone());
            go(&h, async move {
                for v in 1..=2 {
                    assert_eq!(c2.recv_async(&h2).await, Some(v));
                }
                assert_eq!(c2.recv_async(&h2).await, None);
            });
            c.send_async(&h, 1).await.unwrap();
            c.send_async(&h, 2).await.unwrap();
            c.close(&h).unwrap();
        },
        expect![[r#"
            G1 ChanSend { ch: #1, value: Int(1), to: Buffer }
            G1 WaitqPush { obj: #1, role: Send(Int(2)), front: false }
            G1 GoPark { reason: ChanSend }
            G2 ChanRecv { ch: #1, value: Int(1), from: BufferRefilled(G1, Int(2)) }
            G2 GoUnpark { go: G1 }
            G2 ChanRecv { ch: #1, value: Int(2), from: Buffer }
            G2 WaitqPush { obj: #1, role: Recv, front: false }
            G2 GoPark { reason: ChanReceive }
            G1 ChanClose { ch: #1 }
            G1 GoUnpark { go: G2 }
        "#]],
    );
}

#[test]
fn close_wakes_receivers_youngest_first() {
    check(
        |h| async move {
            let c = chan(&h, 0);
            for _ in 0..3 {
                let (c, h2) = (c.clone(), h.clone());
                go(&h, async move { assert_eq!(c.recv_async(&h2).await, None) });
            }
            h.yield_now().await;
            c.close(&h).unwrap();
            assert_eq!(c.close(&h), Err(Fault::CloseOfClosedChannel));
            assert_eq!(c.send_async(&h, 1).await, Err(Fault::SendOnClosedChannel));
        },
        expect![[r#"
            G1 GoStop { why: Gosched }
            G2 WaitqPush { obj: #1, role: Recv, front: false }
            G2 GoPark { reason: ChanReceive }
            G3 WaitqPush { obj: #1, role: Recv, front: false }
            G3 GoPark { reason: ChanReceive }
            G4 WaitqPush { obj: #1, role: Recv, front: false }
            G4 GoPark { reason: ChanReceive }
            G1 ChanClose { ch: #1 }
            G1 GoUnpark { go: G4 }
            G1 GoUnpark { go: G3 }
            G1 GoUnpark { go: G2 }
        "#]],
    );
}

#[test]
fn close_panics_a_parked_sender() {
    check(
        |h| async move {
            let c = chan(&h, 0);
            let (c2, h2) = (c.clone(), h.clone());
            go(&h, async move {
                let sent = c2.send_async(&h2, 1).await;
                assert_eq!(sent, Err(Fault::SendOnClosedChannel));
            });
            h.yield_now().await;
            c.close(&h).unwrap();
        },
        expect![[r#"
            G1 GoStop { why: Gosched }
            G2 WaitqPush { obj: #1, role: Send(Int(1)), front: false }
            G2 GoPark { reason: ChanSend }
            G1 ChanClose { ch: #1 }
            G1 GoUnpark { go: G2 }
        "#]],
    );
}

#[test]
fn select_default_ready_and_parked() {
    check(
        |h| async move {
            let (a, b) = (chan(&h, 0), chan(&h, 1));
            let cases = || vec![Case::Recv(Some(&a)), Case::Recv(Some(&b)), Case::Recv(None)];
            let s = select_async(&h, cases(), true).await.unwrap();
            assert_eq!(s.index, None);
            b.send_async(&h, 5).await.unwrap();
            let s = select_async(&h, cases(), true).await.unwrap();
            assert_eq!((s.index, s.value), (Some(1), Some(5)));
            let (a2, h2) = (a.clone(), h.clone());
            go(&h, async move { a2.send_async(&h2, 6).await.unwrap() });
            let s = select_async(&h, cases(), false).await.unwrap();
            assert_eq!((s.index, s.value), (Some(0), Some(6)));
            // The place in b's queue died with that.
            b.send_async(&h, 7).await.unwrap();
            assert_eq!(b.len(), 1);
        },
        expect![[r#"
            G1 SelectCase { index: 0, ch: Some(#1), send: false, ready: false }
            G1 SelectCase { index: 1, ch: Some(#2), send: false, ready: false }
            G1 SelectCase { index: 2, ch: None, send: false, ready: false }
            G1 SelectChoose { index: None }
            G1 ChanSend { ch: #2, value: Int(5), to: Buffer }
            G1 SelectCase { index: 0, ch: Some(#1), send: false, ready: false }
            G1 SelectCase { index: 1, ch: Some(#2), send: false, ready: true }
            G1 SelectCase { index: 2, ch: None, send: false, ready: false }
            G1 SelectChoose { index: Some(1) }
            G1 ChanRecv { ch: #2, value: Int(5), from: Buffer }
            G1 SelectCase { index: 0, ch: Some(#1), send: false, ready: false }
            G1 SelectCase { index: 1, ch: Some(#2), send: false, ready: false }
            G1 SelectCase { index: 2, ch: None, send: false, ready: false }
            G1 WaitqPush { obj: #1, role: Recv, front: false }
            G1 WaitqPush { obj: #2, role: Recv, front: false }
            G1 GoPark { reason: Select }
            G2 ChanSend { ch: #1, value: Int(6), to: Receiver(G1) }
            G2 GoUnpark { go: G1 }
            G1 SelectChoose { index: Some(0) }
            G1 ChanSend { ch: #2, value: Int(7), to: Buffer }
        "#]],
    );
}

#[test]
fn select_sends_and_closed() {
    check(
        |h| async move {
            let (a, b) = (chan(&h, 0), chan(&h, 0));
            let (a2, h2) = (a.clone(), h.clone());
            go(&h, async move { assert_eq!(a2.recv_async(&h2).await, Some(1)) });
            let cases = || vec![Case::Send(Some(&a), 1), Case::Recv(Some(&b))];
            let s = select_async(&h, cases(), false).await.unwrap();
            assert_eq!((s.index, s.value), (Some(0), None));
            b.close(&h).unwrap();
            let s = select_async(&h, cases(), false).await.unwrap();
            assert_eq!((s.index, s.value), (Some(1), None));
            a.close(&h).unwrap();
            let only_send = vec![Case::Send(Some(&a), 1)];
            let s = select_async(&h, only_send, false).await;
            assert_eq!(s, Err(Fault::SendOnClosedChannel));
        },
        expect![[r#"
            G1 SelectCase { index: 0, ch: Some(#1), send: true, ready: false }
            G1 SelectCase { index: 1, ch: Some(#2), send: false, ready: false }
            G1 WaitqPush { obj: #1, role: Send(Int(1)), front: false }
            G1 WaitqPush { obj: #2, role: Recv, front: false }
            G1 GoPark { reason: Select }
            G2 ChanRecv { ch: #1, value: Int(1), from: Sender(G1) }
            G2 GoUnpark { go: G1 }
            G1 SelectChoose { index: Some(0) }
            G1 ChanClose { ch: #2 }
            G1 SelectCase { index: 0, ch: Some(#1), send: true, ready: false }
            G1 SelectCase { index: 1, ch: Some(#2), send: false, ready: true }
            G1 SelectChoose { index: Some(1) }
            G1 ChanRecv { ch: #2, value: Int(0), from: Closed }
            G1 ChanClose { ch: #1 }
            G1 SelectCase { index: 0, ch: Some(#1), send: true, ready: true }
            G1 SelectChoose { index: Some(0) }
        "#]],
    );
}

#[test]
fn waiting_for_ever() {
    check(
        |h| async move {
            let h2 = h.clone();
            go(&h, async move {
                send_nil(&h2);
                std::future::pending().await
            });
            let h2 = h.clone();
            go(&h, async move {
                recv_nil(&h2);
                std::future::pending().await
            });
            let none: Vec<Case<'_, i64>> = vec![];
            select_async(&h, none, false).await.unwrap();
        },
        expect![[r#"
            G1 GoPark { reason: SelectNoCases }
            G2 GoPark { reason: ChanSendNil }
            G3 GoPark { reason: ChanReceiveNil }
        "#]],
    );
}

#[test]
fn mutex_normal_mode_newcomer_wins() {
    check(
        |h| async move {
            let m = Mutex::new(&h, anon());
            m.lock_async(&h).await;
            let (m2, h2) = (m.clone(), h.clone());
            go(&h, async move {
                m2.lock_async(&h2).await;
                m2.unlock(&h2).unwrap();
            });
            h.yield_now().await;
            m.unlock(&h).unwrap();
            // The waiter is awake but has not run: we are faster.
            assert!(m.try_lock(&h));
            h.yield_now().await;
            m.unlock(&h).unwrap();
            h.yield_now().await;
            assert_eq!(m.unlock(&h), Err(Fault::UnlockOfUnlockedMutex));
        },
        expect![[r#"
            G1 Lock { obj: #1, shared: false }
            G1 GoStop { why: Gosched }
            G2 WaitqPush { obj: #1, role: Lock, front: false }
            G2 GoPark { reason: MutexLock }
            G1 Unlock { obj: #1, shared: false, to: None }
            G1 GoUnpark { go: G2 }
            G1 Lock { obj: #1, shared: false }
            G1 GoStop { why: Gosched }
            G2 WaitqPush { obj: #1, role: Lock, front: true }
            G2 GoPark { reason: MutexLock }
            G1 Unlock { obj: #1, shared: false, to: None }
            G1 GoUnpark { go: G2 }
            G1 GoStop { why: Gosched }
            G2 Lock { obj: #1, shared: false }
            G2 Unlock { obj: #1, shared: false, to: None }
        "#]],
    );
}

#[test]
fn mutex_starves_and_hands_over() {
    check(
        |h| async move {
            let m = Mutex::new(&h, anon());
            m.lock_async(&h).await;
            for _ in 0..2 {
                let (m2, h2) = (m.clone(), h.clone());
                go(&h, async move {
                    m2.lock_async(&h2).await;
                    m2.unlock(&h2).unwrap();
                });
            }
            h.yield_now().await;
            h.spend(200_000);
            m.unlock(&h).unwrap();
            m.lock_async(&h).await;
            h.yield_now().await;
            assert_eq!(m.unlock(&h), Ok(true));
            assert!(!m.try_lock(&h));
            assert_eq!(m.unlock(&h), Err(Fault::UnlockOfUnlockedMutex));
        },
        expect![[r#"
            G1 Lock { obj: #1, shared: false }
            G1 GoStop { why: Gosched }
            G2 WaitqPush { obj: #1, role: Lock, front: false }
            G2 GoPark { reason: MutexLock }
            G3 WaitqPush { obj: #1, role: Lock, front: false }
            G3 GoPark { reason: MutexLock }
            2000000 G1 Unlock { obj: #1, shared: false, to: None }
            2000000 G1 GoUnpark { go: G2 }
            2000000 G1 Lock { obj: #1, shared: false }
            2000000 G1 GoStop { why: Gosched }
            2000000 G2 MutexMode { obj: #1, starving: true }
            2000000 G2 WaitqPush { obj: #1, role: Lock, front: true }
            2000000 G2 GoPark { reason: MutexLock }
            2000000 G1 Unlock { obj: #1, shared: false, to: Some(G2) }
            2000000 G1 GoUnpark { go: G2 }
            2000000 G2 Unlock { obj: #1, shared: false, to: Some(G3) }
            2000000 G2 GoUnpark { go: G3 }
            2000000 G3 MutexMode { obj: #1, starving: false }
            2000000 G3 Unlock { obj: #1, shared: false, to: None }
        "#]],
    );
}

#[test]
fn rwmutex_pending_writer_keeps_readers_out() {
    check(
        |h| async move {
            let m = RWMutex::new(&h, anon());
            m.rlock_async(&h).await;
            let (m2, h2) = (m.clone(), h.clone());
            go(&h, async move {
                m2.lock_async(&h2).await;
                h2.yield_now().await;
                m2.unlock(&h2).unwrap();
            });
            for _ in 0..2 {
                let (m2, h2) = (m.clone(), h.clone());
                go(&h, async move {
                    m2.rlock_async(&h2).await;
                    m2.runlock(&h2).unwrap();
                });
            }
            h.yield_now().await;
            assert!(!m.try_rlock(&h));
            m.runlock(&h).unwrap();
            m.lock_async(&h).await;
            m.unlock(&h).unwrap();
            assert_eq!(m.unlock(&h), Err(Fault::UnlockOfUnlockedRWMutex));
            assert_eq!(m.runlock(&h), Err(Fault::RUnlockOfUnlockedRWMutex));
        },
        expect![[r#"
            G1 Lock { obj: #1, shared: true }
            G1 GoStop { why: Gosched }
            G2 WaitqPush { obj: #1, role: Lock, front: false }
            G2 GoPark { reason: RWMutexLock }
            G3 WaitqPush { obj: #1, role: RLock, front: false }
            G3 GoPark { reason: RWMutexRLock }
            G4 WaitqPush { obj: #1, role: RLock, front: false }
            G4 GoPark { reason: RWMutexRLock }
            G1 Unlock { obj: #1, shared: true, to: Some(G2) }
            G1 GoUnpark { go: G2 }
            G1 WaitqPush { obj: #1, role: Lock, front: false }
            G1 GoPark { reason: MutexLock }
            G2 GoStop { why: Gosched }
            G2 Unlock { obj: #1, shared: false, to: None }
            G3 Lock { obj: #1, shared: true }
            G2 GoUnpark { go: G3 }
            G4 Lock { obj: #1, shared: true }
            G2 GoUnpark { go: G4 }
            G2 GoUnpark { go: G1 }
            G3 Unlock { obj: #1, shared: true, to: None }
            G4 Unlock { obj: #1, shared: true, to: None }
            G1 Lock { obj: #1, shared: false }
            G1 Unlock { obj: #1, shared: false, to: None }
        "#]],
    );
}

#[test]
fn waitgroup() {
    check(
        |h| async move {
            let wg = WaitGroup::new(&h, anon());
            wg.wait_async(&h).await.unwrap();
            wg.add(&h, 2).unwrap();
            for _ in 0..2 {
                let (wg, h2) = (wg.clone(), h.clone());
                go(&h, async move { wg.add(&h2, -1).unwrap() });
            }
            wg.wait_async(&h).await.unwrap();
            assert_eq!(wg.add(&h, -1), Err(Fault::NegativeWaitGroupCounter));
        },
        expect![[r#"
            G1 Counter { obj: #1, delta: 0, value: 0 }
            G1 Counter { obj: #1, delta: 2, value: 2 }
            G1 WaitqPush { obj: #1, role: Wait, front: false }
            G1 GoPark { reason: WaitGroupWait }
            G2 Counter { obj: #1, delta: -1, value: 1 }
            G3 Counter { obj: #1, delta: -1, value: 0 }
            G3 GoUnpark { go: G1 }
            G1 Counter { obj: #1, delta: -1, value: -1 }
        "#]],
    );
}

#[test]
fn waitgroup_reused() {
    check(
        |h| async move {
            let wg = WaitGroup::new(&h, anon());
            wg.add(&h, 1).unwrap();
            let (wg2, h2) = (wg.clone(), h.clone());
            go(&h, async move {
                wg2.add(&h2, -1).unwrap();
                wg2.add(&h2, 1).unwrap();
            });
            assert_eq!(wg.wait_async(&h).await, Err(Fault::WaitGroupReused));
        },
        expect![[r#"
            G1 Counter { obj: #1, delta: 1, value: 1 }
            G1 WaitqPush { obj: #1, role: Wait, front: false }
            G1 GoPark { reason: WaitGroupWait }
            G2 Counter { obj: #1, delta: -1, value: 0 }
            G2 GoUnpark { go: G1 }
            G2 Counter { obj: #1, delta: 1, value: 1 }
        "#]],
    );
}

#[test]
fn once_runs_once() {
    check(
        |h| async move {
            let o = Once::new(&h, anon());
            for _ in 0..2 {
                let (o, h2) = (o.clone(), h.clone());
                go(&h, async move { assert_eq!(o.begin_async(&h2).await, OnceTurn::Done) });
            }
            assert_eq!(o.begin_async(&h).await, OnceTurn::Run);
            h.yield_now().await;
            o.finish(&h);
            assert_eq!(o.begin_async(&h).await, OnceTurn::Done);
        },
        expect![[r#"
            G1 OnceState { obj: #1, done: false }
            G1 GoStop { why: Gosched }
            G2 WaitqPush { obj: #1, role: Wait, front: false }
            G2 GoPark { reason: MutexLock }
            G3 WaitqPush { obj: #1, role: Wait, front: false }
            G3 GoPark { reason: MutexLock }
            G1 OnceState { obj: #1, done: true }
            G1 GoUnpark { go: G2 }
            G2 GoUnpark { go: G3 }
        "#]],
    );
}

#[test]
fn cond_wakes_in_order() {
    check(
        |h| async move {
            let c = Cond::new(&h, anon());
            for _ in 0..3 {
                let (c, h2) = (c.clone(), h.clone());
                go(&h, async move {
                    let n = c.enter();
                    c.wait_async(&h2, n).await;
                });
            }
            let early = c.enter();
            c.signal(&h);
            // Called before we parked: we do not wait.
            c.wait_async(&h, early).await;
            h.yield_now().await;
            c.signal(&h);
            c.broadcast(&h);
            c.signal(&h);
        },
        expect![[r#"
            G1 CondSignal { obj: #1, all: false }
            G1 GoStop { why: Gosched }
            G2 WaitqPush { obj: #1, role: Wait, front: false }
            G2 GoPark { reason: CondWait }
            G3 WaitqPush { obj: #1, role: Wait, front: false }
            G3 GoPark { reason: CondWait }
            G4 WaitqPush { obj: #1, role: Wait, front: false }
            G4 GoPark { reason: CondWait }
            G1 CondSignal { obj: #1, all: false }
            G1 GoUnpark { go: G2 }
            G1 CondSignal { obj: #1, all: true }
            G1 GoUnpark { go: G3 }
            G1 GoUnpark { go: G4 }
            G1 CondSignal { obj: #1, all: false }
        "#]],
    );
}

#[test]
fn semaphore_does_not_overtake() {
    check(
        |h| async move {
            let s = Semaphore::new(&h, 3, anon());
            assert!(s.acquire_async(&h, 2).await);
            for n in [3, 1] {
                let (s, h2) = (s.clone(), h.clone());
                go(&h, async move {
                    assert!(s.acquire_async(&h2, n).await);
                    s.release(&h2, n).unwrap();
                });
            }
            h.yield_now().await;
            assert!(!s.try_acquire(&h, 1));
            s.release(&h, 2).unwrap();
            sleep_async(&h, 5).await;
            assert_eq!(s.release(&h, 1), Err(Fault::SemaphoreReleasedTooMuch));
        },
        expect![[r#"
            G1 Counter { obj: #1, delta: 2, value: 2 }
            G1 GoStop { why: Gosched }
            G2 WaitqPush { obj: #1, role: Wait, front: false }
            G2 GoPark { reason: Select }
            G3 WaitqPush { obj: #1, role: Wait, front: false }
            G3 GoPark { reason: Select }
            G1 Counter { obj: #1, delta: -2, value: 0 }
            G2 Counter { obj: #1, delta: 3, value: 3 }
            G1 GoUnpark { go: G2 }
            G1 TimerSet { obj: #2, when: 5, kind: Sleep(G1) }
            G1 GoPark { reason: Sleep }
            G2 Counter { obj: #1, delta: -3, value: 0 }
            G3 Counter { obj: #1, delta: 1, value: 1 }
            G2 GoUnpark { go: G3 }
            G3 Counter { obj: #1, delta: -1, value: 0 }
                 5 G0 TimeAdvance { to: 5 }
                 5 G0 TimerFire { obj: #2 }
                 5 G0 GoUnpark { go: G1 }
                 5 G1 Counter { obj: #1, delta: -1, value: -1 }
        "#]],
    );
}
