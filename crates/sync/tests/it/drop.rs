//! Futures that are dropped, called off, or polled by a foreign waker.

use crate::lab::{anon, film, go, lab};
use executor::{Fifo, Random, SpawnInfo};
use expect_test::expect;
use futures::future::{join, select};
use std::pin::pin;
use sync::*;
use trace::Value;

#[test]
fn a_dropped_receiver_leaves_the_queue() {
    let (ex, h) = lab(Fifo::new());
    let c: Chan<i64> = Chan::new(&h, 0, Value::Int(0), anon());
    let (c2, h2) = (c.clone(), h.clone());
    let dropped =
        h.spawn(async move { assert_eq!(c2.recv_async(&h2).await, None) }, SpawnInfo::default());
    ex.run_until_stalled();
    assert_eq!(c.waiting().1, [dropped]);
    h.kill(dropped);
    assert_eq!(c.waiting().1, []);
    let (c2, h2) = (c.clone(), h.clone());
    go(&h, async move { c2.send_async(&h2, 1).await.unwrap() });
    ex.run();
    assert_eq!(c.waiting().0.len(), 1, "nobody takes it");
}

#[test]
fn a_dropped_locker_passes_the_lock_on() {
    for starve in [false, true] {
        let (ex, h) = lab(Fifo::new());
        let m = Mutex::new(&h, anon());
        assert!(m.try_lock(&h));
        let gos: Vec<_> = (0..2)
            .map(|_| {
                let (m, h2) = (m.clone(), h.clone());
                h.spawn(async move { m.lock_async(&h2).await }, SpawnInfo::default())
            })
            .collect();
        ex.run_until_stalled();
        if starve {
            // Past the threshold, the first one loses once more and starves.
            let h2 = h.clone();
            go(&h, async move { h2.spend(200_000) });
            ex.run_until_stalled();
            m.unlock(&h).unwrap();
            assert!(m.try_lock(&h));
            ex.run_until_stalled();
            assert!(m.project().starving);
        }
        m.unlock(&h).unwrap();
        h.kill(gos[0]);
        ex.run();
        assert_eq!(m.holder(), Some(gos[1]));
    }
}

#[test]
fn a_dropped_sleeper_does_not_move_the_clock() {
    let (ex, h) = lab(Fifo::new());
    let h2 = h.clone();
    let sleeper = h.spawn(async move { sleep_async(&h2, 100).await }, SpawnInfo::default());
    ex.run_until_stalled();
    h.kill(sleeper);
    ex.run();
    assert_eq!(ex.now(), 0);
}

#[test]
fn an_interrupted_wait_wakes_and_leaves_all_queues() {
    let (ex, h) = lab(Fifo::new());
    let s = Semaphore::new(&h, 2, anon());
    assert!(s.try_acquire(&h, 2));
    let waker = std::task::Waker::noop();
    let Step::Parked(big) = s.acquire(&h, waker, 2) else { panic!("taken") };
    let Step::Parked(small) = s.acquire(&h, waker, 1) else { panic!("taken") };
    let Step::Parked(hopeless) = s.acquire(&h, waker, 3) else { panic!("too much") };
    s.release(&h, 1).unwrap();
    assert!(!small.woken(), "not before the big one");
    assert!(hopeless.interrupter().interrupt(&h));
    assert!(matches!(s.resume(&h, hopeless), Step::Done(false)));
    let off = big.interrupter();
    assert!(off.interrupt(&h));
    assert!(!off.interrupt(&h), "only once");
    assert!(matches!(s.resume(&h, big), Step::Done(false)));
    assert!(matches!(s.resume(&h, small), Step::Done(true)));
    assert_eq!(s.project().count, 2);
    assert_eq!(ex.live(), 0);
}

#[test]
fn two_waits_of_one_task() {
    let told = film(|h| async move {
        let a: Chan<i64> = Chan::new(&h, 0, Value::Int(0), anon());
        let b: Chan<i64> = Chan::new(&h, 0, Value::Int(0), anon());
        let (a2, b2, h2) = (a.clone(), b.clone(), h.clone());
        go(&h, async move {
            b2.send_async(&h2, 2).await.unwrap();
            a2.send_async(&h2, 1).await.unwrap();
        });
        assert_eq!(join(a.recv_async(&h), b.recv_async(&h)).await, (Some(1), Some(2)));
        // The loser of a race is dropped, and takes nothing.
        let (b2, h2) = (b.clone(), h.clone());
        go(&h, async move { b2.send_async(&h2, 3).await.unwrap() });
        {
            let (x, y) = (pin!(a.recv_async(&h)), pin!(b.recv_async(&h)));
            select(x, y).await;
        }
        assert_eq!((a.waiting(), b.waiting()), Default::default());
    });
    expect![[r#"
        G1 WaitqPush { obj: #1, role: Recv, front: false }
        G1 GoPark { reason: ChanReceive }
        G1 WaitqPush { obj: #2, role: Recv, front: false }
        G1 GoPark { reason: ChanReceive }
        G2 ChanSend { ch: #2, value: Int(2), to: Receiver(G1) }
        G2 GoUnpark { go: G1, on: Global }
        G2 ChanSend { ch: #1, value: Int(1), to: Receiver(G1) }
        G1 WaitqPush { obj: #1, role: Recv, front: false }
        G1 GoPark { reason: ChanReceive }
        G1 WaitqPush { obj: #2, role: Recv, front: false }
        G1 GoPark { reason: ChanReceive }
        G3 ChanSend { ch: #2, value: Int(3), to: Receiver(G1) }
        G3 GoUnpark { go: G1, on: Global }
    "#]]
    .assert_eq(&told);
}

#[test]
fn select_is_fair_and_follows_the_schedule() {
    let (ex, h) = lab(Random::new(1));
    let h2 = h.clone();
    let main = async move {
        let chans: Vec<Chan<i64>> =
            (0..4).map(|_| Chan::new(&h2, 0, Value::Int(0), anon())).collect();
        for i in [0, 2, 3] {
            chans[i].close(&h2).unwrap();
        }
        let mut seen = [0; 4];
        for _ in 0..3000 {
            let cases = chans.iter().map(|c| Case::Recv(Some(c))).collect();
            let s = select_async(&h2, cases, false).await.unwrap();
            seen[s.index.unwrap()] += 1;
        }
        assert_eq!(seen[1], 0);
        assert!([0, 2, 3].iter().all(|&i| (900..1100).contains(&seen[i])), "{seen:?}");
    };
    h.spawn(main, SpawnInfo::default());
    ex.run();
    assert_eq!(ex.live(), 0);
}
