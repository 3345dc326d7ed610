//! How long a jump to any moment of a long trace takes.

use cpu_time::ThreadTime;
use executor::{Executor, Model, Rng};
use sync::{Chan, Label};
use trace::{Checkpoints, Trace, Tracer, Value, World};

/// Jumps measured.
const JUMPS: usize = 400;

/// Events that a trace has at least.
const EVENTS: usize = 1_000_000;

/// Prints how long jumps take in traces of a million events.
pub fn report() {
    for tasks in [10, 1_000, 10_000] {
        let trace = record(tasks);
        let (building, checkpoints) = time(|| Checkpoints::build(&trace));
        let mut rng = Rng::new(1);
        let mut times: Vec<f64> = (0..JUMPS)
            .map(|_| {
                let n = rng.below(trace.len() as u32) as usize;
                let (took, world): (f64, World) = time(|| checkpoints.world_at(&trace, n));
                assert!(world.now <= trace.events()[n].at);
                took
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let [median, p95] = [times[JUMPS / 2], times[JUMPS * 95 / 100]];
        println!(
            "  {:>9} events, {tasks:>6} goroutines: median {median:.2} ms, p95 {p95:.2} ms, \
             checkpoints built in {building:.0} ms",
            trace.len()
        );
    }
}

/// Milliseconds, and what came of it.
fn time<R>(f: impl FnOnce() -> R) -> (f64, R) {
    let start = ThreadTime::now();
    let r = f();
    (start.elapsed().as_secs_f64() * 1e3, r)
}

/// Goroutines in pairs that send each other values, until the trace is long enough.
fn record(tasks: u32) -> Trace {
    let ex = Executor::new(Box::new(Model::new(4, 0)), Tracer::on());
    let h = ex.handle();
    for _ in 0..tasks / 2 {
        let ch = Chan::<i64>::new(&h, 1, Value::Int(0), Label::default());
        let (ch2, h1, h2) = (ch.clone(), h.clone(), h.clone());
        let sender = async move {
            for i in 0.. {
                h1.spend(100);
                if ch.send_async(&h1, i).await.is_err() {
                    break;
                }
            }
        };
        let receiver = async move {
            while ch2.recv_async(&h2).await.is_some() {
                h2.spend(150);
            }
        };
        h.spawn(sender, Default::default());
        h.spawn(receiver, Default::default());
    }
    while h.tracer().len() < EVENTS && ex.try_tick() {}
    h.tracer().take()
}
