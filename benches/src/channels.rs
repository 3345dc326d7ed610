//! Ping-pong over channels: Go's unbuffered channel on our executor, and on each peer the
//! smallest bounded channel that its users would take.

use crate::contestants::{Contestant, Spawn, Work, local_executor, local_pool, local_set, ours};
use crate::work::PING_PONGS;
use executor::{Fifo, Handle};
use futures::{SinkExt, StreamExt};
use sync::{Chan, Label};
use trace::{Tracer, Value};

/// Everybody, ours first.
pub fn all() -> Vec<Contestant> {
    let one = |name, run: fn()| Contestant {
        name,
        peer: !name.starts_with("ours"),
        traced: name.ends_with("tracing on"),
        run: Box::new(run),
    };
    vec![
        one("ours, sync::Chan", || go(Tracer::off())),
        one("ours, sync::Chan, tracing on", || go(Tracer::on())),
        one("LocalPool, futures mpsc(0)", || local_pool(&Futures)),
        one("LocalExecutor, async-channel(1)", || local_executor(&Smol)),
        one("LocalSet, tokio mpsc(1)", || local_set(&Tokio)),
    ]
}

fn go(tracer: Tracer) {
    ours(&Go, Fifo::new(), tracer, true);
}

struct Go;

impl Work for Go {
    fn start(&self, on: &mut impl Spawn) {
        let h = on.handle().expect("our executor").clone();
        let new = || Chan::<i64>::new(&h, 0, Value::Int(0), Label::default());
        let (there, back) = (new(), new());
        let (there2, back2, h2) = (there.clone(), back.clone(), h.clone());
        on.spawn(async move {
            for i in 0..PING_PONGS {
                send(&there2, &h2, i.into()).await;
                back2.recv_async(&h2).await;
            }
        });
        on.spawn(async move {
            for _ in 0..PING_PONGS {
                let v = there.recv_async(&h).await;
                send(&back, &h, v.unwrap_or(0)).await;
            }
        });
    }
}

async fn send(ch: &Chan<i64>, h: &Handle, v: i64) {
    if let Err(fault) = ch.send_async(h, v).await {
        panic!("{}", fault.text());
    }
}

struct Futures;

impl Work for Futures {
    fn start(&self, on: &mut impl Spawn) {
        let (mut there, mut there_rx) = futures::channel::mpsc::channel(0);
        let (mut back, mut back_rx) = futures::channel::mpsc::channel(0);
        on.spawn(async move {
            for i in 0..PING_PONGS {
                there.send(i).await.expect("open");
                back_rx.next().await;
            }
        });
        on.spawn(async move {
            while let Some(v) = there_rx.next().await {
                back.send(v).await.expect("open");
            }
        });
    }
}

struct Smol;

impl Work for Smol {
    fn start(&self, on: &mut impl Spawn) {
        let (there, there_rx) = async_channel::bounded(1);
        let (back, back_rx) = async_channel::bounded(1);
        on.spawn(async move {
            for i in 0..PING_PONGS {
                there.send(i).await.expect("open");
                back_rx.recv().await.expect("open");
            }
        });
        on.spawn(async move {
            while let Ok(v) = there_rx.recv().await {
                back.send(v).await.expect("open");
            }
        });
    }
}

struct Tokio;

impl Work for Tokio {
    fn start(&self, on: &mut impl Spawn) {
        let (there, mut there_rx) = tokio::sync::mpsc::channel(1);
        let (back, mut back_rx) = tokio::sync::mpsc::channel(1);
        on.spawn(async move {
            for i in 0..PING_PONGS {
                there.send(i).await.expect("open");
                back_rx.recv().await;
            }
        });
        on.spawn(async move {
            while let Some(v) = there_rx.recv().await {
                back.send(v).await.expect("open");
            }
        });
    }
}
