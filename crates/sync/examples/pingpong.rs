//! Measures an unbuffered round trip: two sends, two receives, two switches; tracing off.
//! `cargo run --release -p sync --example pingpong`
#![allow(clippy::disallowed_types, clippy::disallowed_methods)]

use executor::{Executor, Fifo, SpawnInfo};
use std::time::Instant;
use sync::{Chan, Label};
use trace::{Tracer, Value};

fn main() {
    const N: i64 = 1_000_000;
    for round in 0..5 {
        let ex = Executor::new(Box::new(Fifo::new()), Tracer::off());
        let h = ex.handle();
        let ping: Chan<i64> = Chan::new(&h, 0, Value::Int(0), Label::default());
        let pong = Chan::new(&h, 0, Value::Int(0), Label::default());
        let (h1, a, b) = (h.clone(), ping.clone(), pong.clone());
        let player = async move {
            while let Some(v) = a.recv_async(&h1).await {
                if b.send_async(&h1, v + 1).await.is_err() {
                    return;
                }
            }
        };
        h.spawn(player, SpawnInfo::default());
        let h2 = h.clone();
        let server = async move {
            let mut v = 0;
            while v < N {
                if ping.send_async(&h2, v).await.is_err() {
                    return;
                }
                v = pong.recv_async(&h2).await.unwrap_or(N);
            }
            let _closed = ping.close(&h2);
        };
        h.spawn(server, SpawnInfo::default());
        let start = Instant::now();
        ex.run();
        let ns = start.elapsed().as_nanos() as f64 / N as f64;
        println!("round {round}: {ns:.0} ns a round trip, {} tasks left", ex.live());
    }
}
