//! Small programs for tests of schedulers.
#![allow(dead_code)]

use executor::{Executor, Handle, Schedule, Scheduler, Strategy};
use std::cell::{Cell, RefCell};
use std::fmt::Write;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;
use trace::*;

/// A step of a program.
#[derive(Clone, Debug)]
pub enum Act {
    /// Starts a goroutine.
    Go(Vec<Act>),
    /// Uses so much fuel.
    Spend(u32),
    /// `runtime.Gosched`.
    Yield,
    /// Sleeps so many nanoseconds.
    Sleep(u64),
    /// Blocks in the kernel for so many nanoseconds.
    Syscall(u64),
    /// Writes down the time.
    Mark,
    /// With a new goroutine, wakes each other so often, using so much fuel each time.
    PingPong(u32, u32),
    /// Chooses among so many.
    Choose(u32),
}

/// A goroutine's worth of work.
pub fn busy(fuel: u32) -> Vec<Act> {
    vec![Act::Spend(fuel)]
}

/// What came of a run.
pub struct Run {
    pub trace: Trace,
    pub schedule: Schedule,
    pub marks: Vec<u64>,
    pub end: u64,
    pub live: usize,
}

impl Run {
    pub fn kinds(&self) -> impl Iterator<Item = &EventKind> {
        self.trace.events().iter().map(|e| &e.kind)
    }

    pub fn count(&self, f: impl Fn(&EventKind) -> bool) -> usize {
        self.kinds().filter(|k| f(k)).count()
    }

    pub fn starts(&self) -> impl Iterator<Item = (GoId, ProcId)> {
        self.kinds().filter_map(|k| match k {
            EventKind::GoStart { go, proc } => Some((*go, *proc)),
            _ => None,
        })
    }

    /// The world after all events.
    pub fn world(&self) -> World {
        Checkpoints::build(&self.trace).world_at(&self.trace, self.trace.len())
    }

    /// One line for each event.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for e in self.trace.events() {
            writeln!(out, "{} {} {:?}", e.at, e.go, e.kind).expect("a string takes all");
        }
        out
    }
}

pub fn run(procs: u16, program: Vec<Act>) -> Run {
    run_on(Strategy::Model { procs, seed: 1 }.scheduler(), program)
}

pub fn run_on(scheduler: Box<dyn Scheduler>, program: Vec<Act>) -> Run {
    finish(Executor::new(scheduler, Tracer::on()), program)
}

/// Runs a program as main to its end.
pub fn finish(ex: Executor, program: Vec<Act>) -> Run {
    let h = ex.handle();
    let marks = Rc::new(RefCell::new(vec![]));
    h.spawn(goroutine(h.clone(), program, marks.clone()), Default::default());
    ex.run();
    let marks = marks.borrow().clone();
    let (schedule, end, live) = (ex.schedule(), ex.now(), ex.live());
    Run { trace: h.tracer().take(), schedule, marks, end, live }
}

/// Spawns a program as main.
pub fn start(ex: &Executor, program: Vec<Act>) {
    let h = ex.handle();
    h.spawn(goroutine(h.clone(), program, Marks::default()), Default::default());
}

/// A program of all kinds of steps.
pub fn random_program(seed: u64) -> Vec<Act> {
    let mut rng = executor::Rng::new(seed);
    (0..12).map(|_| random_act(&mut rng, 3)).collect()
}

fn random_act(rng: &mut executor::Rng, depth: u32) -> Act {
    match rng.below(if depth > 0 { 12 } else { 7 }) {
        0 => Act::Yield,
        1 => Act::Sleep(u64::from(rng.below(200_000))),
        2 => Act::Syscall(u64::from(rng.below(200_000))),
        3 => Act::Choose(2 + rng.below(5)),
        4 => Act::PingPong(1 + rng.below(4), rng.below(3_000)),
        5 => Act::Spend(rng.below(2_000_000)),
        6 => Act::Spend(rng.below(10_000)),
        _ => Act::Go((0..rng.below(6)).map(|_| random_act(rng, depth - 1)).collect()),
    }
}

type Marks = Rc<RefCell<Vec<u64>>>;

fn goroutine(h: Handle, program: Vec<Act>, marks: Marks) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        for act in program {
            match act {
                Act::Go(child) => {
                    h.spawn(goroutine(h.clone(), child, marks.clone()), Default::default());
                }
                Act::Spend(n) => spend(&h, n).await,
                Act::Yield => h.yield_now().await,
                Act::Sleep(ns) => h.sleep_until(h.now() + ns).await,
                Act::Syscall(ns) => syscall(&h, ns).await,
                Act::Mark => marks.borrow_mut().push(h.now()),
                Act::PingPong(n, fuel) => {
                    let turn = Rc::new(Cell::new(GoId(0)));
                    let (h2, me, turn2) = (h.clone(), h.current(), turn.clone());
                    let other = h.spawn(
                        async move { rally(&h2, n, fuel, me, &turn2).await },
                        Default::default(),
                    );
                    turn.set(me);
                    rally(&h, n, fuel, other, &turn).await;
                }
                Act::Choose(n) => {
                    let pick = h.choose(executor::Choice::Custom, n);
                    spend(&h, pick).await;
                }
            }
        }
    })
}

async fn spend(h: &Handle, n: u32) {
    let mut left = n;
    poll_fn(|_| {
        let now = h.fuel().min(left);
        h.spend(now);
        left -= now;
        if left == 0 {
            return Poll::Ready(());
        }
        h.preempted();
        Poll::Pending
    })
    .await;
}

async fn syscall(h: &Handle, ns: u64) {
    let until = h.now() + ns;
    poll_fn(|_| {
        if h.now() >= until {
            return Poll::Ready(());
        }
        h.enter_syscall(Sym(0), until);
        Poll::Pending
    })
    .await;
}

async fn rally(h: &Handle, n: u32, fuel: u32, other: GoId, turn: &Cell<GoId>) {
    for _ in 0..n {
        let me = h.current();
        poll_fn(|_| {
            if turn.get() == me {
                return Poll::Ready(());
            }
            h.tracer().emit(me, EventKind::GoPark { reason: WaitReason::Semacquire });
            Poll::Pending
        })
        .await;
        spend(h, fuel).await;
        turn.set(other);
        h.wake(other);
    }
}
