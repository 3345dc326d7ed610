//! Recording a run, a slice at a time, so that a page stays alive meanwhile.

use crate::steer::Seek;
use crate::{Budgets, Compiled, Outcome, OutcomeKind, Settings, Strategy, Wish};
use executor::{
    Config, Executor, Fifo, Model, ParseScheduleError, Random, Replay, Schedule, Scheduler,
    SteerCounts, Steered, Threads,
};
use explorer::{Detector, Race};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use trace::{Checkpoints, End, Event, EventKind, GoId, Link, Stream, Trace, Tracer};
use vm::{Leak, Vm};

/// A finished recording.
pub struct Recording {
    /// Everything that happened; empty when tracing was off.
    pub trace: Trace,
    /// Where to start from when seeking.
    pub checkpoints: Checkpoints,
    /// How it ended.
    pub outcome: Outcome,
    /// Every decision, as text; [`Strategy::Replay`] takes it back.
    pub schedule: String,
    /// Goroutines that were left when main returned, or when a budget ran out.
    pub leaks: Vec<Leak>,
    /// Position from which on those of them that are stuck were so, all together: a deadlock,
    /// partial if others went on.
    pub stuck_at: Option<usize>,
    /// Data races, if they were [watched for](Settings::races).
    pub races: Vec<Race>,
    /// What it was made with.
    pub settings: Settings,
}

impl Recording {
    /// Why `go` waits at a position: on what, who could end that, what that one waits on, and so
    /// on, and how the chain ends. No links if it does not wait.
    pub fn why(&self, position: usize, go: GoId) -> (Vec<Link>, End) {
        let world = self.checkpoints.world_at(&self.trace, position);
        trace::why(&self.trace, position, &world, go)
    }
}

/// How much of a run's output has been told, see [`Run::output_since`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    chunk: usize,
    bytes: usize,
}

/// A run in progress.
pub struct Run {
    executor: Executor,
    tracer: Tracer,
    vm: Vm,
    detector: Option<Rc<RefCell<Detector>>>,
    stopped: bool,
    settings: Settings,
    compiled: Compiled,
    /// A place in this run from which on another one shall differ.
    seek: Option<Seek>,
    /// Grows with the trace, so that little is left to do at the end.
    checkpoints: Checkpoints,
}

impl Run {
    /// Begins a run.
    ///
    /// # Errors
    /// When the settings name a schedule that cannot be read.
    pub fn start(compiled: &Compiled, settings: &Settings) -> Result<Run, ParseScheduleError> {
        Run::begin(compiled, settings, None)
    }

    /// Begins a run that is the same as the one with these settings up to position `at`, where
    /// `wish` comes true. Position 0 is the start; a wish for a case needs the position right
    /// after the choice. The recording's settings repeat it.
    ///
    /// First the old run is repeated up to there, then the new one begins; it is the old one
    /// again if `at` is past its end. Needs `settings.tracing`.
    ///
    /// # Errors
    /// When the settings name a schedule that cannot be read.
    pub fn fork(
        compiled: &Compiled,
        settings: &Settings,
        at: usize,
        wish: Wish,
    ) -> Result<Run, ParseScheduleError> {
        Run::begin(compiled, settings, Some((at, wish)))
    }

    fn begin(
        compiled: &Compiled,
        settings: &Settings,
        seek: Option<(usize, Wish)>,
    ) -> Result<Run, ParseScheduleError> {
        let settings = &own_picks(settings)?;
        let detector = settings.races.then(|| Rc::new(RefCell::new(Detector::new())));
        let tracer = match &detector {
            Some(d) => Tracer::watched(d.clone(), settings.tracing),
            None if settings.tracing => Tracer::on(),
            None => Tracer::off(),
        };
        let (seed, procs) = (settings.seed, settings.gomaxprocs);
        let mut config = Config { cost: settings.instruction_ns, ..Config::default() };
        let mut told = if settings.strategy == Strategy::OneThread { 1 } else { procs };
        let mut scheduler: Box<dyn Scheduler> = match &settings.strategy {
            Strategy::Model => Box::new(Model::new(procs, seed)),
            Strategy::OneThread => Box::new(Model::one_thread(seed)),
            Strategy::Threads => Box::new(Threads::new(procs, seed)),
            Strategy::Random => Box::new(Random::new(seed)),
            Strategy::Fifo => Box::new(Fifo::new()),
            Strategy::Replay(text) => {
                // What a program can see of its settings is part of the schedule.
                let schedule: Schedule = text.parse()?;
                config.cost = schedule.cost;
                told = procs_of(schedule.strategy).or(schedule.procs).unwrap_or(procs).max(1);
                Box::new(Replay::new(&schedule))
            }
        };
        config.procs = procs_of(scheduler.strategy()).is_none().then_some(told);
        let mut counts = SteerCounts::default();
        if seek.is_some() || !settings.picks.is_empty() {
            let steered = Steered::new(scheduler, &settings.picks);
            (counts, scheduler) = (steered.counts(), Box::new(steered));
        }
        let executor = Executor::with_config(scheduler, tracer.clone(), config);
        let seek = seek.map(|(at, wish)| Seek::new(&tracer, executor.handle(), counts, at, wish));
        let mut config = vm::Config {
            budgets: budgets(&settings.budgets),
            procs: u32::from(told),
            accesses: settings.accesses,
            stdin: settings.stdin.clone(),
            net: compiled.net.clone(),
            ..vm::Config::default()
        };
        config.args.extend_from_slice(&settings.args);
        let vm = Vm::start(compiled.program.clone(), config, &executor);
        let (settings, compiled) = (settings.clone(), compiled.clone());
        let (stopped, checkpoints) = (false, Checkpoints::default());
        Ok(Run { executor, tracer, vm, detector, stopped, settings, compiled, seek, checkpoints })
    }

    /// Goes on for about `steps` instructions. True when the run has ended.
    pub fn advance(&mut self, steps: u64) -> bool {
        let until = self.vm.steps().saturating_add(steps);
        while !self.stopped && self.vm.steps() < until {
            let over = self.vm.drive(&self.executor, 1);
            if let Some((kept, pick)) = self.seek.as_ref().and_then(Seek::found) {
                self.seek = None;
                self.settings.picks.truncate(kept);
                self.settings.picks.push(pick);
                if let Ok(run) = Run::start(&self.compiled, &self.settings) {
                    *self = run;
                    return false;
                }
            }
            if over {
                break;
            }
        }
        self.tracer.with(|t| self.checkpoints.extend(t));
        self.stopped || self.vm.is_over()
    }

    /// Instructions run so far.
    pub fn steps(&self) -> u64 {
        self.vm.steps()
    }

    /// Goroutines alive now.
    pub fn live(&self) -> usize {
        self.executor.live()
    }

    /// What it runs with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Ends the run where it stands; its recording says so.
    pub fn stop(&mut self) {
        self.stopped = true;
    }

    /// Gives `f` what the program has written since `told`, in order and byte for byte.
    pub fn output_since(&self, told: &mut Told, mut f: impl FnMut(Stream, &[u8])) {
        let chunks = self.vm.output();
        for (i, chunk) in chunks.iter().enumerate().skip(told.chunk) {
            if i > told.chunk {
                *told = Told { chunk: i, bytes: 0 };
            }
            // The last chunk may have grown since.
            let new = chunk.bytes().get(told.bytes..).unwrap_or_default();
            if !new.is_empty() {
                f(chunk.stream, new);
            }
            told.bytes = chunk.bytes().len();
        }
    }

    /// Data races found so far, in the order of their finding.
    pub fn races(&self) -> Vec<Race> {
        let Some(d) = &self.detector else { return Vec::new() };
        self.tracer.with(|t| d.borrow().races(t)).unwrap_or_default()
    }

    /// How many data races have been found so far.
    pub fn race_count(&self) -> usize {
        self.detector.as_ref().map_or(0, |d| d.borrow().count())
    }

    /// Whether the program was too large to be watched as a whole: races may have gone unseen.
    pub fn races_unseen(&self) -> bool {
        self.detector.as_ref().is_some_and(|d| d.borrow().gave_up())
    }

    /// The recording.
    pub fn finish(self) -> Recording {
        let outcome = self.outcome();
        let races = self.races();
        let trace = self.tracer.take();
        let mut checkpoints = self.checkpoints;
        checkpoints.extend(&trace);
        let schedule = self.executor.schedule().to_string();
        let (leaks, settings) = (self.vm.leaks(), self.settings);
        let stuck_at = stuck_at(&trace, &leaks);
        Recording { trace, checkpoints, outcome, schedule, leaks, stuck_at, races, settings }
    }

    fn outcome(&self) -> Outcome {
        let stdout = self.vm.text(Stream::Stdout);
        let stderr = self.vm.text(Stream::Stderr);
        let Some(o) = self.vm.outcome() else {
            let message = format!("stopped after {} instructions\n", self.vm.steps());
            let stderr = stderr + &message;
            return Outcome { kind: OutcomeKind::Budget, exit: 1, message, stdout, stderr };
        };
        let kind = match o.kind {
            vm::Kind::Ok | vm::Kind::Exit => OutcomeKind::Ok,
            vm::Kind::Panic => OutcomeKind::Panic,
            vm::Kind::Deadlock => OutcomeKind::Deadlock,
            vm::Kind::Budget => OutcomeKind::Budget,
        };
        Outcome { kind, exit: o.exit, message: o.stderr, stdout, stderr }
    }
}

/// The same settings with what a schedule says was picked by hand among their own picks, so that
/// it is taken back, or gone on from, as any other.
fn own_picks(settings: &Settings) -> Result<Settings, ParseScheduleError> {
    let mut own = settings.clone();
    if let Strategy::Replay(text) = &mut own.strategy {
        let mut schedule: Schedule = text.parse()?;
        if !schedule.picks.is_empty() {
            own.picks.splice(0..0, schedule.picks.drain(..));
            // The strategy repeats them; what it decided differs as soon as a pick is taken back.
            schedule.decisions.clear();
            *text = schedule.to_string();
        }
    }
    Ok(own)
}

/// Right after the last of the stuck goroutines parked for the last time.
fn stuck_at(trace: &Trace, leaks: &[Leak]) -> Option<usize> {
    let gos: BTreeSet<GoId> = leaks.iter().filter(|l| l.stuck).map(|l| l.go).collect();
    if gos.is_empty() {
        return None;
    }
    let stuck = |e: &Event| matches!(e.kind, EventKind::GoPark { .. }) && gos.contains(&e.go);
    trace.events().iter().rposition(stuck).map(|i| i + 1)
}

/// How many processors the program was told of, if the strategy says so.
fn procs_of(strategy: executor::Strategy) -> Option<u16> {
    match strategy {
        executor::Strategy::Model { procs, .. }
        | executor::Strategy::Threads { cores: procs, .. } => Some(procs),
        executor::Strategy::OneThread { .. } => Some(1),
        executor::Strategy::Free | executor::Strategy::Fifo | executor::Strategy::Random { .. } => {
            None
        }
    }
}

fn budgets(b: &Budgets) -> vm::Budgets {
    vm::Budgets {
        steps: b.steps,
        goroutines: b.goroutines,
        heap: b.heap,
        output: b.output,
        stack: b.stack,
        events: b.events,
    }
}
