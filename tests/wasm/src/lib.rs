//! Runs whose traces are compared between the native engine and the one in the browser.
//!
//! The native test holds each trace against the stored one (`UPDATE_EXPECT=1 cargo test -p wasm-tests` stores it
//! anew); the wasm test, in Chromium, holds its own against the same file. So the two agree byte for byte.
#![deny(missing_docs)]

use executor::{Executor, Random, SpawnInfo};
use sync::{Chan, Label, sleep_async};
use trace::{Tracer, Value};

/// Producers with pauses, a buffer smaller than what they send, consumers that race for it: everything in a run that
/// chance decides, decided from the seed.
pub fn market(seed: u64) -> String {
    let executor = Executor::new(Box::new(Random::new(seed)), Tracer::on());
    let h = executor.handle();
    let market: Chan<i64> = Chan::new(&h, 2, Value::Int(0), Label::default());
    for producer in 0..3 {
        let (h, market) = (h.clone(), market.clone());
        let work = async move {
            for i in 0..4 {
                sleep_async(&h, 1_000 * (i + producer)).await;
                if market.send_async(&h, 10 * producer + i).await.is_err() {
                    return;
                }
            }
        };
        executor.handle().spawn(work, SpawnInfo::default());
    }
    for _ in 0..2 {
        let (h, market) = (h.clone(), market.clone());
        let work = async move { while market.recv_async(&h).await.is_some() {} };
        executor.handle().spawn(work, SpawnInfo::default());
    }
    executor.run();
    let events = h.tracer().take();
    let mut text = format!("{}\n", executor.schedule());
    for event in events.events() {
        text += &format!("{event:?}\n");
    }
    text
}
