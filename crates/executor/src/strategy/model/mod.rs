//! Go's scheduler: goroutines (G) run on processors (P) that are held by threads (M).
//!
//! After `runtime/proc.go` of Go 1.27 (`schedule`, `findRunnable`, `runqput`, `runqsteal`,
//! `wakep`, `handoffp`, `retake`), as a simulation in virtual time: each processor has its own
//! clock, and the one whose clock is behind acts next. With several processors a goroutine
//! therefore runs in turns of about a microsecond; a turn's end is no event.

mod procs;
mod queues;
mod syscalls;

use super::costs::{CREATE_GOROUTINE, QUANTUM, SWITCH_GOROUTINE};
use crate::{Choice, Env, Queues, Ready, Rng, Scheduler, Slice, Stop, Stopped, Strategy};
use std::collections::{BTreeMap, VecDeque};
use trace::{EventKind, GoId, ProcId, Processor, RunQueue, StopReason, ThreadId};

/// Capacity of a local queue (`p.runq`).
pub(crate) const LOCAL: usize = 256;
/// Each time after so many scheduler ticks a processor looks at the global queue first.
const GLOBAL_TICK: u32 = 61;
/// Slice of time after which a goroutine is preempted (`forcePreemptNS`), in nanoseconds.
const SLICE: u64 = 10_000_000;

/// Go's scheduler with `GOMAXPROCS` processors.
///
/// Everything is decided by the rules and, where Go leaves it to chance (whom to steal from),
/// by the seed.
///
/// ```
/// use executor::{Executor, Model};
/// let ex = Executor::new(Box::new(Model::new(1, 0)), trace::Tracer::off());
/// let h = ex.handle();
/// h.clone().spawn(
///     async move {
///         for _ in 0..3 {
///             h.spawn(async {}, Default::default());
///         }
///     },
///     Default::default(),
/// );
/// ex.run();
/// // The last `go` runs first: it stands in runnext.
/// assert_eq!(ex.schedule().to_string(), "v1 model p=1 seed=0; g1 g4 g2 g3");
/// ```
#[derive(Debug)]
pub struct Model {
    seed: u64,
    rng: Rng,
    procs: Vec<Proc>,
    global: VecDeque<GoId>,
    /// Idle processors; the last one is taken first.
    idle: Vec<usize>,
    /// Idle threads; the last one is taken first.
    idle_threads: Vec<ThreadId>,
    /// Threads that are blocked in system calls without a processor.
    blocked: BTreeMap<GoId, ThreadId>,
    /// Threads created so far.
    threads: u32,
    /// Processors that look for work.
    spinning: usize,
    /// Processor whose goroutine is being run by the executor.
    current: Option<usize>,
    /// Processor that runs the timers that fire now.
    firing: Option<usize>,
    /// Processor that acts next, whatever the clocks say.
    forced: Option<usize>,
    booted: bool,
    /// Whether a thread in a system call gives its processor away.
    hands_off: bool,
}

/// A processor.
#[derive(Debug)]
struct Proc {
    /// Its clock, in nanoseconds.
    now: u64,
    state: State,
    thread: ThreadId,
    next: Option<GoId>,
    queue: VecDeque<GoId>,
    /// Slices begun (`schedtick`).
    tick: u32,
    /// When the slice began that is shared by a goroutine and those that it ran by `runnext`.
    since: u64,
    spinning: bool,
    /// Has waited long enough to steal a `runnext`.
    patient: bool,
    /// `runnext` was filled by a goroutine of this processor, which has parked or ended since:
    /// the two share a slice of time.
    shares: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Idle,
    /// At the top of `schedule`.
    Looking,
    Running(GoId),
    /// Its goroutine is in a system call; sysmon looks at it when its clock is reached.
    Syscall {
        go: GoId,
        since: u64,
    },
}

impl Model {
    /// A scheduler with `procs` processors (at least 1, at most 1024).
    ///
    /// ```
    /// let model = executor::Model::new(4, 7);
    /// ```
    pub fn new(procs: u16, seed: u64) -> Self {
        let n = usize::from(procs.clamp(1, 1024));
        let proc = |i| Proc {
            now: 0,
            state: if i == 0 { State::Looking } else { State::Idle },
            thread: ThreadId(0),
            next: None,
            queue: VecDeque::new(),
            tick: 0,
            since: 0,
            spinning: false,
            patient: false,
            shares: false,
        };
        Model {
            seed,
            rng: Rng::new(seed),
            procs: (0..n).map(proc).collect(),
            global: VecDeque::new(),
            idle: (1..n).rev().collect(),
            idle_threads: Vec::new(),
            blocked: BTreeMap::new(),
            threads: 1,
            spinning: 0,
            current: None,
            firing: None,
            forced: None,
            booted: false,
            hands_off: true,
        }
    }

    /// N:1 mapping: one processor and one thread for all goroutines, for comparison. A system
    /// call stops everybody.
    ///
    /// ```
    /// let model = executor::Model::one_thread(7);
    /// ```
    pub fn one_thread(seed: u64) -> Self {
        Model { hands_off: false, ..Model::new(1, seed) }
    }

    #[inline]
    fn boot(&mut self, env: &Env<'_>) {
        if !self.booted {
            self.booted = true;
            self.boot_now(env);
        }
    }

    #[cold]
    fn boot_now(&mut self, env: &Env<'_>) {
        let (proc, thread) = (ProcId(0), ThreadId(0));
        env.emit(GoId::RUNTIME, EventKind::ThreadCreate { thread });
        env.emit(GoId::RUNTIME, EventKind::ProcStart { proc, thread });
        for i in 1..self.procs.len() {
            env.emit(GoId::RUNTIME, EventKind::ProcStop { proc: id(i) });
        }
    }

    /// The processor that acts next: the one whose clock is behind.
    #[inline]
    fn first(&self) -> Option<usize> {
        let mut first: Option<(usize, u64)> = None;
        for (i, p) in self.procs.iter().enumerate() {
            let active = match p.state {
                State::Idle => false,
                State::Looking | State::Running(_) => true,
                State::Syscall { .. } => self.hands_off,
            };
            if active && first.is_none_or(|(_, now)| p.now < now) {
                first = Some((i, p.now));
            }
        }
        first.map(|(i, _)| i)
    }

    /// The goroutine that `p` runs now; none if there is nothing to do.
    fn find(&mut self, p: usize, env: &mut Env<'_>) -> Option<GoId> {
        let me = &self.procs[p];
        let (mut go, mut inherit) = (None, false);
        if me.tick.is_multiple_of(GLOBAL_TICK) {
            go = self.global.pop_front();
        }
        if go.is_none() {
            (go, inherit) = self.take_local(p);
        }
        if go.is_none() {
            go = self.take_global(p, env);
        }
        if go.is_none() {
            go = self.steal(p, env);
        }
        let go = go?;
        self.procs[p].patient = false;
        if self.procs[p].spinning {
            self.stop_spinning(p, env);
            self.wake_proc(env);
        }
        self.execute(p, go, inherit, env);
        Some(go)
    }

    fn execute(&mut self, p: usize, go: GoId, inherit: bool, env: &Env<'_>) {
        let me = &mut self.procs[p];
        me.state = State::Running(go);
        me.now += SWITCH_GOROUTINE;
        if !inherit {
            me.tick = me.tick.wrapping_add(1);
        }
        if !inherit || !me.shares {
            me.since = me.now;
        }
        me.shares = false;
        env.start(go, id(p));
    }

    /// How long `go` may run on `p`: to the end of its slice, but not far past the clocks of
    /// the other processors, nor past the next timer if there is a processor to run it.
    fn grant(&self, p: usize, go: GoId, env: &Env<'_>) -> Slice {
        if env.cost == 0 {
            return Slice::new(go);
        }
        // A slice is shorter than 4 s, and 32 bits are divided faster.
        let span = self.until(p, env).saturating_sub(self.procs[p].now).min(SLICE) as u32;
        Slice { go, fuel: span.div_ceil(env.cost).max(1) }
    }

    /// Until when the goroutine of `p` may run.
    fn until(&self, p: usize, env: &Env<'_>) -> u64 {
        let me = &self.procs[p];
        let mut until = me.since.saturating_add(SLICE);
        for (i, other) in self.procs.iter().enumerate() {
            if i != p && other.state != State::Idle {
                until = until.min(other.now.saturating_add(QUANTUM));
            }
        }
        if let Some(t) = env.next_timer
            && !self.idle.is_empty()
        {
            until = until.min(t);
        }
        until
    }

    /// Stops the goroutine of `p` and puts it at the tail of the global queue.
    fn requeue(&mut self, p: usize, go: GoId, why: StopReason, env: &mut Env<'_>) {
        env.emit(go, EventKind::GoStop { why });
        self.global.push_back(go);
        env.enqueue(go, RunQueue::Global);
        self.procs[p].state = State::Looking;
        self.wake_proc(env);
    }
}

fn id(p: usize) -> ProcId {
    ProcId(p as u16)
}

impl Scheduler for Model {
    fn ready(&mut self, go: GoId, how: Ready, env: &mut Env<'_>) {
        self.boot(env);
        if matches!(how, Ready::Spawned { by } if by != GoId::RUNTIME) {
            env.now += CREATE_GOROUTINE;
        }
        match how {
            Ready::SyscallDone => self.exit_syscall(go, env),
            Ready::Spawned { .. } | Ready::Woken { .. } => {
                let on = self.current.or(self.firing);
                match on {
                    Some(p) => self.put_local(p, go, env),
                    // main, whom no goroutine created, starts on the first.
                    None if go == GoId::MAIN && matches!(how, Ready::Spawned { .. }) => {
                        self.put_tail(0, go, env);
                        return;
                    }
                    None => {
                        self.global.push_back(go);
                        env.enqueue(go, RunQueue::Global);
                    }
                }
                self.wake_proc(env);
            }
        }
        // A processor may have been started since the slice under way was granted.
        if let Some(p) = self.current
            && env.cost > 0
        {
            env.until = Some(self.until(p, env));
        }
    }

    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
        let Some(p) = self.current.take() else { return };
        let me = &mut self.procs[p];
        me.now = env.now;
        let over = env.cost == 0 || me.now.saturating_sub(me.since) >= SLICE;
        match s.how {
            Stop::Parked | Stop::Ended => {
                me.state = State::Looking;
                me.shares = me.next.is_some();
            }
            Stop::Yielded => self.requeue(p, s.go, StopReason::Gosched, env),
            Stop::Preempted if over => self.requeue(p, s.go, StopReason::Preempted, env),
            // Only its turn is over: it stays on its processor.
            Stop::Preempted => {}
            Stop::Syscall => self.enter_syscall(p, s.go),
        }
    }

    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
        self.boot(env);
        self.firing = None;
        loop {
            let forced = self.forced.take();
            let p = forced.or_else(|| self.first())?;
            let now = self.procs[p].now;
            if forced.is_none() && env.next_timer.is_some_and(|t| t <= now) {
                return None;
            }
            env.now = now;
            let go = match self.procs[p].state {
                State::Running(go) => Some(go),
                State::Looking => self.find(p, env),
                State::Syscall { go, since } => {
                    self.sysmon(p, go, since, env);
                    None
                }
                State::Idle => None,
            };
            if let Some(go) = go {
                self.current = Some(p);
                env.now = self.procs[p].now;
                return Some(self.grant(p, go, env));
            }
        }
    }

    fn choose(&mut self, _what: Choice, n: u32) -> u32 {
        self.rng.below(n)
    }

    /// On a processor that looks for work, else in the place of who has run longest.
    fn prefer(&mut self, go: GoId, env: &mut Env<'_>) -> bool {
        let place = (self.procs.iter().enumerate())
            .filter_map(|(i, p)| match p.state {
                State::Looking => Some((0, p.now, i, None)),
                State::Running(other) => Some((1, p.since, i, Some(other))),
                State::Idle | State::Syscall { .. } => None,
            })
            .min_by_key(|(busy, at, i, _)| (*busy, *at, *i));
        let Some((_, _, p, other)) = place else { return false };
        let next = self.procs[p].next == Some(go);
        if !self.take(go) {
            return false;
        }
        env.now = self.procs[p].now;
        if let Some(other) = other {
            self.requeue(p, other, StopReason::Preempted, env);
        }
        self.stop_spinning(p, env);
        self.execute(p, go, next, env);
        self.forced = Some(p);
        true
    }

    fn strategy(&self) -> Strategy {
        let seed = self.seed;
        if self.hands_off {
            Strategy::Model { procs: self.procs.len() as u16, seed }
        } else {
            Strategy::OneThread { seed }
        }
    }

    fn queues(&self) -> Queues {
        let proc = |p: &Proc| Processor {
            thread: (p.state != State::Idle).then_some(p.thread),
            running: match p.state {
                State::Running(go) | State::Syscall { go, .. } => Some(go),
                State::Idle | State::Looking => None,
            },
            next: p.next,
            queue: p.queue.iter().copied().collect(),
            spinning: p.spinning,
            tick: p.tick,
        };
        let procs = if self.booted { self.procs.iter().map(proc).collect() } else { vec![] };
        Queues { procs, global: self.global.iter().copied().collect() }
    }

    fn frontier(&self, now: u64) -> u64 {
        self.first().map_or(now, |p| self.procs[p].now)
    }

    fn timer_home(&self) -> ProcId {
        id(self.current.or(self.firing).unwrap_or(0))
    }

    /// A timer is run by its own processor when that is about to schedule; else by an idle one
    /// whose thread waited for it in the network poller; else by its own, as soon as it can.
    fn timer_fires(&mut self, home: ProcId, when: u64, env: &mut Env<'_>) {
        let mut p = usize::from(home.0).min(self.procs.len() - 1);
        if self.procs[p].state != State::Looking
            && let Some(idle) = self.take_idle(p)
        {
            p = idle;
            env.now = self.procs[p].now.max(when);
            self.start_proc(p, 0, env);
        }
        let me = &mut self.procs[p];
        me.now = me.now.max(when);
        env.now = me.now;
        self.firing = Some(p);
    }
}
