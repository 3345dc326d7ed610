//! A kernel thread for each goroutine, for comparison: no scheduler but the kernel's.

use super::costs::{CREATE_THREAD, KERNEL_SLICE, QUANTUM, SWITCH_THREAD, WAKE_THREAD};
use crate::{Choice, Env, Queues, Ready, Rng, Scheduler, Slice, Stop, Stopped, Strategy};
use std::collections::BTreeMap;
use trace::{EventKind, GoId, ProcId, Processor, RunQueue, StopReason, ThreadId};

/// 1:1 mapping: every goroutine is a kernel thread, which cores run in turn.
///
/// A simple kernel: one run queue, first come, first served, slices of 3 ms while others wait.
/// What threads cost in creation and switching passes as virtual time.
///
/// ```
/// use executor::{Executor, Threads};
/// let ex = Executor::new(Box::new(Threads::new(2, 0)), trace::Tracer::off());
/// let h = ex.handle();
/// h.clone().spawn(async move { h.spawn(async {}, Default::default()); }, Default::default());
/// ex.run();
/// assert!(ex.now() > 20_000, "a thread was created");
/// ```
#[derive(Debug)]
pub struct Threads {
    seed: u64,
    rng: Rng,
    cores: Vec<Core>,
    /// Who is ready, by the time from when on, and then by arrival.
    queue: BTreeMap<(u64, u64), GoId>,
    arrivals: u64,
    /// Core whose thread is being run by the executor.
    current: Option<usize>,
    /// Core that acts next, whatever the clocks say.
    forced: Option<usize>,
    booted: bool,
}

#[derive(Debug, Default)]
struct Core {
    now: u64,
    running: Option<GoId>,
    /// When its slice began.
    since: u64,
    /// Thread that ran here last.
    thread: Option<ThreadId>,
    /// Slices begun.
    tick: u32,
    /// Whether the trace knows that it is idle.
    stopped: bool,
}

impl Threads {
    /// A kernel with `cores` cores (at least 1, at most 1024).
    ///
    /// ```
    /// let threads = executor::Threads::new(4, 7);
    /// ```
    pub fn new(cores: u16, seed: u64) -> Self {
        Threads {
            seed,
            rng: Rng::new(seed),
            cores: (0..cores.clamp(1, 1024)).map(|_| Core::default()).collect(),
            queue: BTreeMap::new(),
            arrivals: 0,
            current: None,
            forced: None,
            booted: false,
        }
    }

    fn put(&mut self, go: GoId, at: u64, env: &Env<'_>) {
        self.arrivals += 1;
        self.queue.insert((at, self.arrivals), go);
        env.enqueue(go, RunQueue::Global);
    }

    /// The core that acts next, and when.
    fn first(&self) -> Option<(usize, u64)> {
        let front = self.queue.first_key_value().map(|((at, _), _)| *at);
        let times = self.cores.iter().enumerate().filter_map(|(i, c)| match c.running {
            Some(_) => Some((i, c.now)),
            None => front.map(|at| (i, c.now.max(at))),
        });
        times.min_by_key(|(i, at)| (*at, *i))
    }

    fn dispatch(&mut self, i: usize, at: u64, env: &mut Env<'_>) -> Option<GoId> {
        let (_, go) = self.queue.pop_first()?;
        let core = &mut self.cores[i];
        core.now = at;
        let thread = thread(go);
        let switches = core.thread != Some(thread);
        if switches {
            core.now += SWITCH_THREAD;
        }
        env.now = core.now;
        if switches || core.stopped {
            env.emit(GoId::RUNTIME, EventKind::ProcStart { proc: proc(i), thread });
        }
        env.start(go, proc(i));
        *core = Core {
            now: core.now,
            running: Some(go),
            since: core.now,
            thread: Some(thread),
            tick: core.tick.wrapping_add(1),
            stopped: false,
        };
        Some(go)
    }

    fn grant(&mut self, i: usize, go: GoId, env: &Env<'_>) -> Slice {
        let cost = u64::from(env.cost);
        if cost == 0 {
            return Slice::new(go);
        }
        let core = &mut self.cores[i];
        if core.now >= core.since.saturating_add(KERNEL_SLICE) {
            // Nobody waits: it goes on with a new slice.
            core.since = core.now;
        }
        let now = core.now;
        let mut until = core.since.saturating_add(KERNEL_SLICE);
        for (k, other) in self.cores.iter().enumerate() {
            if k != i && other.running.is_some() {
                until = until.min(other.now.saturating_add(QUANTUM));
            }
        }
        until = env.next_timer.map_or(until, |t| until.min(t));
        let fuel = until.saturating_sub(now).div_ceil(cost);
        Slice { go, fuel: fuel.clamp(1, u64::from(u32::MAX)) as u32 }
    }

    /// Tells of cores that have become idle.
    fn settle(&mut self, env: &Env<'_>) {
        for (i, core) in self.cores.iter_mut().enumerate() {
            if core.running.is_none() && !core.stopped {
                core.stopped = true;
                env.emit(GoId::RUNTIME, EventKind::ProcStop { proc: proc(i) });
            }
        }
    }
}

fn proc(i: usize) -> ProcId {
    ProcId(i as u16)
}

/// The thread of a goroutine: M0 is main's.
fn thread(go: GoId) -> ThreadId {
    ThreadId(go.0.saturating_sub(1))
}

impl Scheduler for Threads {
    fn ready(&mut self, go: GoId, how: Ready, env: &mut Env<'_>) {
        match how {
            Ready::Spawned { by } => {
                env.emit(by, EventKind::ThreadCreate { thread: thread(go) });
                if by != GoId::RUNTIME {
                    env.now += CREATE_THREAD;
                }
                self.put(go, env.now, env);
            }
            Ready::Woken { .. } | Ready::SyscallDone => {
                self.put(go, env.now + WAKE_THREAD - SWITCH_THREAD, env);
            }
        }
    }

    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
        let Some(i) = self.current.take() else { return };
        // Whom no idle core is about to take.
        let idle = self.cores.iter().filter(|c| c.running.is_none()).count();
        let waiting = self.queue.len() > idle;
        let core = &mut self.cores[i];
        core.now = env.now;
        let over = env.cost == 0 || core.now.saturating_sub(core.since) >= KERNEL_SLICE;
        let why = match s.how {
            Stop::Parked | Stop::Ended => None,
            Stop::Syscall => {
                env.emit(s.go, EventKind::HandOff { proc: proc(i) });
                core.thread = None;
                None
            }
            Stop::Yielded => Some(StopReason::Gosched),
            Stop::Preempted if over && waiting => Some(StopReason::Preempted),
            Stop::Preempted => return,
        };
        core.running = None;
        if let Some(why) = why {
            env.emit(s.go, EventKind::GoStop { why });
            self.put(s.go, env.now, env);
        }
    }

    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
        if !self.booted {
            self.booted = true;
            self.settle(env);
        }
        loop {
            let forced = self.forced.take();
            let first = forced.map(|i| (i, self.cores[i].now)).or_else(|| self.first());
            if self.queue.is_empty() {
                self.settle(env);
            }
            let (i, at) = first?;
            if forced.is_none() && env.next_timer.is_some_and(|t| t <= at) {
                return None;
            }
            env.now = at;
            let go = match self.cores[i].running {
                Some(go) => Some(go),
                None => self.dispatch(i, at, env),
            };
            if let Some(go) = go {
                self.current = Some(i);
                return Some(self.grant(i, go, env));
            }
        }
    }

    fn choose(&mut self, _what: Choice, n: u32) -> u32 {
        self.rng.below(n)
    }

    fn prefer(&mut self, go: GoId, env: &mut Env<'_>) -> bool {
        let Some(&key) = self.queue.iter().find(|(_, g)| **g == go).map(|(key, _)| key) else {
            return false;
        };
        // A core that is free, else the one whose goroutine has run longest.
        let cores = self.cores.iter().enumerate();
        let Some((i, _)) = cores.min_by_key(|(_, c)| (c.running.is_some(), c.since)) else {
            return false;
        };
        self.queue.remove(&key);
        env.now = env.now.max(self.cores[i].now);
        if let Some(other) = self.cores[i].running.take() {
            env.emit(other, EventKind::GoStop { why: StopReason::Preempted });
            self.put(other, env.now, env);
        }
        // Before all others, on that core: it runs from here on.
        self.queue.insert((0, 0), go);
        let now = env.now;
        if self.dispatch(i, now, env).is_none() {
            return false;
        }
        self.forced = Some(i);
        true
    }

    fn strategy(&self) -> Strategy {
        Strategy::Threads { cores: self.cores.len() as u16, seed: self.seed }
    }

    fn queues(&self) -> Queues {
        let proc = |c: &Core| Processor {
            thread: c.thread.filter(|_| !c.stopped),
            running: c.running,
            tick: c.tick,
            ..Processor::default()
        };
        let mut arrived: Vec<_> = self.queue.iter().map(|((_, n), go)| (*n, *go)).collect();
        arrived.sort_unstable();
        let global = arrived.into_iter().map(|(_, go)| go).collect();
        let procs = if self.booted { self.cores.iter().map(proc).collect() } else { vec![] };
        Queues { procs, global }
    }

    fn frontier(&self, now: u64) -> u64 {
        self.first().map_or(now, |(_, at)| at)
    }

    fn timer_fires(&mut self, _home: ProcId, when: u64, env: &mut Env<'_>) {
        // The kernel's timers interrupt whatever runs.
        env.now = when;
    }
}
