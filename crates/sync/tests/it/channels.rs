//! What channels and selects tell, in small scenes.

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
            G1 GoUnpark { go: G2, on: Global }
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
            G2 GoUnpark { go: G1, on: Global }
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
            G2 GoUnpark { go: G1, on: Global }
            G2 ChanRecv { ch: #1, value: Int(2), from: Buffer }
            G2 WaitqPush { obj: #1, role: Recv, front: false }
            G2 GoPark { reason: ChanReceive }
            G1 ChanClose { ch: #1 }
            G1 GoUnpark { go: G2, on: Global }
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
            G1 GoUnpark { go: G4, on: Global }
            G1 GoUnpark { go: G3, on: Global }
            G1 GoUnpark { go: G2, on: Global }
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
            G1 GoUnpark { go: G2, on: Global }
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
            G2 GoUnpark { go: G1, on: Global }
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
            G2 GoUnpark { go: G1, on: Global }
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
