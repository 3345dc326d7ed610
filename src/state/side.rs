//! Side by side: a second run on the clock of the first.

use super::making::Made;
use super::work::{Turn, Work};
use super::{Axis, Progress, State};
use crate::film::{Film, Window};
use crate::lesson::{self, LESSONS};
use crate::scene::Plan;
use playground::{Command, Compiled, Player, Run, Settings, Strategy};
use std::rc::Rc;
use trace::{EventKind, Trace, WaitReason};

/// The same counter twice: behind a lock, and owned by a goroutine.
const MUTEX: &str = include_str!("../../lessons/8.5-mutex-or-channel/mutex.go");
const CHANNEL: &str = include_str!("../../lessons/8.5-mutex-or-channel/channel.go");

/// Which of the runs on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The run under the learner's cursor.
    First,
    /// The one beside it.
    Second,
}

/// What stands on the other side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// The lesson's other version: repaired, or faulty.
    Other,
    /// The same program with so many processors.
    Procs(u16),
    /// The same program under another strategy.
    Strategy(Strategy),
    /// Another run that was kept.
    Fork(usize),
    /// A mutex on the left, a channel on the right.
    MutexOrChannel,
}

/// The run beside the first one.
pub struct Side {
    /// What it is.
    pub against: Against,
    /// Its program.
    pub source: String,
    /// Its cursor, once it is recorded.
    pub player: Option<Player>,
    /// What it needs on stage.
    pub plan: Rc<Plan>,
    /// Its timeline.
    pub film: Rc<Film>,
    /// Its figures.
    pub tally: Tally,
    /// Position before the last move.
    pub came_from: usize,
    /// Which of the two runs a phone shows.
    pub half: Shown,
    work: Work,
}

impl Side {
    fn new(against: Against, source: String) -> Side {
        Side {
            against,
            source,
            player: None,
            plan: Rc::default(),
            film: Rc::default(),
            tally: Tally::default(),
            came_from: 0,
            half: Shown::First,
            work: Work::default(),
        }
    }

    fn show(&mut self, made: Made) {
        self.tally = Tally::of(&made.recording.trace);
        (self.plan, self.film) = (made.plan, made.film);
        self.player = Some(Player::new(made.recording));
    }

    /// Whether it is being recorded.
    pub fn is_running(&self) -> bool {
        self.work.is_on()
    }

    /// Ends its run where it stands.
    pub fn stop(&mut self) {
        self.work.stop();
    }

    /// Goes on with its run for about `steps` instructions. True when it has ended.
    pub fn advance(&mut self, steps: u64) -> bool {
        match self.work.advance(steps, None) {
            Turn::More => return false,
            Turn::Done(made) => made.into_iter().for_each(|made| self.show(made)),
        }
        true
    }

    /// Goes to the first run's time; to its own end when the first is at its end.
    pub fn follow(&mut self, first: &Player) {
        let Some(p) = &mut self.player else { return };
        self.came_from = p.cursor();
        let now = first.world().now;
        let to = match first.cursor() {
            0 => 0,
            at if at == first.len() => p.len(),
            _ => p.recording().trace.events().partition_point(|e| e.at <= now),
        };
        p.apply(Command::Seek(to));
    }
}

impl State {
    /// Puts a second run beside the first, or takes it away.
    pub fn compare(&mut self, against: Option<Against>) -> bool {
        if against == Some(Against::MutexOrChannel) && self.source != MUTEX {
            self.choose(LESSONS.iter().position(|l| l.number == "8.5"));
            self.source = MUTEX.to_string();
            self.borrowed = true;
            self.side = Some(Side::new(Against::MutexOrChannel, CHANNEL.to_string()));
            self.axis = Axis::Time;
            return true;
        }
        self.side = against.and_then(|a| self.beside(a));
        // Two runs have one clock in common, and not their steps.
        self.axis = if self.side.is_some() { Axis::Time } else { Axis::Steps };
        self.view = Window::default();
        if let (Some(side), Some(p)) = (&mut self.side, &self.player) {
            side.follow(p);
        }
        false
    }

    /// How far the run is that is being recorded or read.
    pub fn progress(&self) -> Option<Progress> {
        let beside = self.side.as_ref().and_then(|s| s.work.progress());
        match (self.work.progress(), beside) {
            (Some(Progress::Steps(own)), Some(Progress::Steps(other))) => {
                Some(Progress::Steps(own + other))
            }
            (Some(read @ Progress::Read(_)), _) | (_, Some(read @ Progress::Read(_))) => Some(read),
            (own, other) => own.or(other),
        }
    }

    /// The comparison that suggests itself.
    pub fn likely(&self) -> Against {
        let lesson = self.lesson.and_then(|i| LESSONS.get(i));
        match lesson {
            _ if self.forks.at > 0 => Against::Fork(0),
            Some(l) if l.fixed.is_some() => Against::Other,
            Some(l) if l.number == "8.5" => Against::MutexOrChannel,
            Some(_) | None if self.settings.gomaxprocs > 1 => Against::Procs(1),
            Some(_) | None => Against::Procs(4),
        }
    }

    /// Begins the run that is to stand beside the first one; none if there is no such run.
    pub fn beside(&self, against: Against) -> Option<Side> {
        let mut settings = Settings { picks: Vec::new(), ..self.settings.clone() };
        let mut source = self.source.clone();
        let mut compiled = None;
        let mut kept = None;
        match &against {
            Against::Other => {
                let lesson = self.lesson.and_then(|i| LESSONS.get(i))?;
                let other = if self.fixed { lesson.source } else { lesson.fixed? };
                source = with_params_of(&self.source, other);
                compiled = playground::compile(&source).ok();
            }
            Against::MutexOrChannel => {
                source = with_params_of(&self.source, CHANNEL);
                compiled = playground::compile(&source).ok();
            }
            Against::Procs(n) => {
                settings.gomaxprocs = *n;
                compiled = self.program();
            }
            Against::Strategy(s) => {
                settings.strategy = s.clone();
                compiled = self.program();
            }
            Against::Fork(i) => {
                kept = Some(self.forks.kept.get(*i)?.made.clone());
            }
        }
        let start = |c: &Compiled| Run::start(c, &settings).ok();
        let mut side = Side::new(against, source);
        match kept {
            Some(made) => side.show(made),
            None => {
                side.work.begin(Some(start(compiled.as_ref()?)?));
            }
        }
        Some(side)
    }
}

/// `source` with the parameters that it shares with `model` set as they are there.
pub(super) fn with_params_of(model: &str, source: &str) -> String {
    let mut out = source.to_string();
    for p in lesson::params(model) {
        if let Some(own) = lesson::params(&out).into_iter().find(|o| o.name == p.name) {
            out = lesson::with_param(&out, &own, p.value);
        }
    }
    out
}

/// What a run has cost up to each moment.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Position of every change, with the figures after it.
    points: Vec<(u32, Figures)>,
}

/// What a run has cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Time that goroutines have spent waiting for objects, all together, nanoseconds.
    pub waited: u64,
    /// How many wait now.
    pub waiting: u32,
    /// Times that a goroutine was put on a processor.
    pub switches: u32,
    /// Operations on shared objects.
    pub operations: u32,
    /// Virtual time of these figures, nanoseconds.
    pub now: u64,
}

impl Figures {
    /// The same figures somewhat later, while nothing changes: who waits goes on waiting.
    pub fn until(self, now: u64) -> Figures {
        let now = now.max(self.now);
        let waited = self.waited + u64::from(self.waiting) * (now - self.now);
        Figures { waited, now, ..self }
    }

    /// Operations a second.
    pub fn rate(&self) -> f64 {
        if self.now == 0 { 0.0 } else { f64::from(self.operations) * 1e9 / self.now as f64 }
    }
}

impl Tally {
    /// Reads a whole trace.
    pub fn of(trace: &Trace) -> Tally {
        let mut points = Vec::new();
        let mut f = Figures::default();
        let mut waits: Vec<bool> = Vec::new();
        for (i, e) in trace.events().iter().enumerate() {
            let before = f;
            f.waited += u64::from(f.waiting) * (e.at - f.now);
            f.now = e.at;
            match e.kind {
                EventKind::GoPark { reason } if reason != WaitReason::Sleep => {
                    set(&mut waits, e.go.0, true, &mut f.waiting);
                }
                EventKind::GoUnpark { go, .. } => set(&mut waits, go.0, false, &mut f.waiting),
                EventKind::GoStart { .. } => f.switches += 1,
                EventKind::ChanSend { .. }
                | EventKind::ChanRecv { .. }
                | EventKind::ChanClose { .. }
                | EventKind::Lock { .. }
                | EventKind::Unlock { .. }
                | EventKind::Counter { .. }
                | EventKind::CondSignal { .. }
                | EventKind::VarRead { atomic: true, .. }
                | EventKind::VarWrite { atomic: true, .. } => f.operations += 1,
                EventKind::GoPark { .. }
                | EventKind::GoCreate { .. }
                | EventKind::Enqueue { .. }
                | EventKind::GoStop { .. }
                | EventKind::GoEnd
                | EventKind::GoPanic { .. }
                | EventKind::GoRecover
                | EventKind::Stmt { .. }
                | EventKind::Call { .. }
                | EventKind::Return
                | EventKind::Var { .. }
                | EventKind::Output { .. }
                | EventKind::ProcStart { .. }
                | EventKind::ProcStop { .. }
                | EventKind::ThreadCreate { .. }
                | EventKind::Spinning { .. }
                | EventKind::Steal { .. }
                | EventKind::SyscallEnter { .. }
                | EventKind::HandOff { .. }
                | EventKind::SyscallExit
                | EventKind::ObjNew { .. }
                | EventKind::WaitqPush { .. }
                | EventKind::SelectCase { .. }
                | EventKind::SelectChoose { .. }
                | EventKind::MutexMode { .. }
                | EventKind::OnceState { .. }
                | EventKind::TimerSet { .. }
                | EventKind::TimerFire { .. }
                | EventKind::TimerStop { .. }
                | EventKind::NetAsk { .. }
                | EventKind::NetReady { .. }
                | EventKind::Part { .. }
                | EventKind::Task { .. }
                | EventKind::ContextNew { .. }
                | EventKind::ContextDone { .. }
                | EventKind::VarRead { .. }
                | EventKind::VarWrite { .. }
                | EventKind::TimeAdvance { .. }
                | EventKind::End { .. } => {}
            }
            if f != before {
                points.push((i as u32 + 1, f));
            }
        }
        Tally { points }
    }

    /// The figures at a position.
    pub fn at(&self, cursor: usize) -> Figures {
        let i = self.points.partition_point(|(at, _)| *at as usize <= cursor);
        i.checked_sub(1).map_or(Figures::default(), |i| self.points[i].1)
    }
}

fn set(waits: &mut Vec<bool>, go: u32, on: bool, waiting: &mut u32) {
    let go = go as usize;
    if waits.len() <= go {
        waits.resize(go + 1, false);
    }
    if std::mem::replace(&mut waits[go], on) != on {
        *waiting = if on { *waiting + 1 } else { waiting.saturating_sub(1) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::state::{Action, Effect, Theme};

    fn record(s: &mut State) {
        while !s.advance(1_000_000) {}
    }

    #[test]
    fn a_mutex_and_a_channel_run_on_one_clock() {
        let mut s = State::new(Lang::En, Theme::Dark);
        assert_eq!(s.reduce(Action::Compare(Some(Against::MutexOrChannel))), Effect::RunNow);
        assert!(s.start());
        record(&mut s);
        s.asking = false;
        for _ in 0..60 {
            s.reduce(Action::Step(true));
            let (a, side) = (s.player.as_ref().unwrap(), s.side.as_ref().unwrap());
            let b = side.player.as_ref().unwrap();
            assert!(b.world().now <= a.world().now || a.cursor() == a.len());
            let next = b.next_event().map_or(u64::MAX, |e| e.at);
            assert!(next > a.world().now || a.cursor() == a.len());
        }
        s.reduce(Action::Go(Command::Seek(usize::MAX)));
        let side = s.side.as_ref().unwrap();
        let b = side.player.as_ref().unwrap();
        assert_eq!(b.cursor(), b.len());
        let f = side.tally.at(b.len());
        assert!(f.waited > 0 && f.switches > 4 && f.operations > 10 && f.waiting == 0, "{f:?}");
        assert_eq!(side.tally.at(0), Figures::default());
    }

    #[test]
    fn one_program_under_two_settings() {
        let mut s = State::new(Lang::En, Theme::Dark);
        assert!(s.start());
        record(&mut s);
        s.reduce(Action::Compare(Some(Against::Procs(1))));
        record(&mut s);
        let procs = |p: &Player| p.recording().settings.gomaxprocs;
        assert_eq!(procs(s.side.as_ref().unwrap().player.as_ref().unwrap()), 1);
        assert_eq!(procs(s.player.as_ref().unwrap()), 2);
        // Another run on the left: the one on the right follows.
        s.reduce(Action::Seed(9));
        assert!(s.start());
        record(&mut s);
        assert_eq!(s.side.as_ref().unwrap().player.as_ref().unwrap().recording().settings.seed, 9);
        s.reduce(Action::Compare(None));
        assert!(s.side.is_none());
    }
}
