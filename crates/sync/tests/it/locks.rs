//! What locks and counters tell, in small scenes.

use crate::lab::{anon, film, go};
use executor::Handle;
use expect_test::{Expect, expect};
use std::future::Future;
use sync::*;

fn check<F: Future<Output = ()> + 'static>(main: impl FnOnce(Handle) -> F, e: Expect) {
    e.assert_eq(&film(main));
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
            G1 GoUnpark { go: G2, on: Global }
            G1 Lock { obj: #1, shared: false }
            G1 GoStop { why: Gosched }
            G2 WaitqPush { obj: #1, role: Lock, front: true }
            G2 GoPark { reason: MutexLock }
            G1 Unlock { obj: #1, shared: false, to: None }
            G1 GoUnpark { go: G2, on: Global }
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
            2000000 G1 GoUnpark { go: G2, on: Global }
            2000000 G1 Lock { obj: #1, shared: false }
            2000000 G1 GoStop { why: Gosched }
            2000000 G2 MutexMode { obj: #1, starving: true }
            2000000 G2 WaitqPush { obj: #1, role: Lock, front: true }
            2000000 G2 GoPark { reason: MutexLock }
            2000000 G1 Unlock { obj: #1, shared: false, to: Some(G2) }
            2000000 G1 GoUnpark { go: G2, on: Global }
            2000000 G2 Unlock { obj: #1, shared: false, to: Some(G3) }
            2000000 G2 GoUnpark { go: G3, on: Global }
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
            G1 GoUnpark { go: G2, on: Global }
            G1 WaitqPush { obj: #1, role: Lock, front: false }
            G1 GoPark { reason: MutexLock }
            G2 GoStop { why: Gosched }
            G2 Unlock { obj: #1, shared: false, to: None }
            G3 Lock { obj: #1, shared: true }
            G2 GoUnpark { go: G3, on: Global }
            G4 Lock { obj: #1, shared: true }
            G2 GoUnpark { go: G4, on: Global }
            G2 GoUnpark { go: G1, on: Global }
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
            G3 GoUnpark { go: G1, on: Global }
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
            G2 GoUnpark { go: G1, on: Global }
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
            G1 GoUnpark { go: G2, on: Global }
            G2 GoUnpark { go: G3, on: Global }
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
            G1 GoUnpark { go: G2, on: Global }
            G1 CondSignal { obj: #1, all: true }
            G1 GoUnpark { go: G3, on: Global }
            G1 GoUnpark { go: G4, on: Global }
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
            G1 GoUnpark { go: G2, on: Global }
            G1 TimerSet { obj: #2, when: 5, kind: Sleep(G1) }
            G1 GoPark { reason: Sleep }
            G2 Counter { obj: #1, delta: -3, value: 0 }
            G3 Counter { obj: #1, delta: 1, value: 1 }
            G2 GoUnpark { go: G3, on: Global }
            G3 Counter { obj: #1, delta: -1, value: 0 }
                 5 G0 TimeAdvance { to: 5 }
                 5 G0 TimerFire { obj: #2 }
                 5 G0 GoUnpark { go: G1, on: Global }
                 5 G1 Counter { obj: #1, delta: -1, value: -1 }
        "#]],
    );
}
