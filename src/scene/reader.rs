//! Reads a trace once, a part at a time, for what the run will ever need on stage.

use super::plan::{Lane, Need, Plan, Span, StateClass};
use super::turns::Turns;
use super::{class_of, touches};
use std::collections::{BTreeMap, BTreeSet};
use trace::{Event, EventKind, GoId, GoState, ObjId, ObjKind, TimerKind, Trace, WaitReason, World};

/// At most so many lanes.
const MAX_LANES: usize = 100_000;

/// State, position and time since which somebody's lane, by its number, is in it.
type Open = BTreeMap<GoId, (usize, u32, u64, StateClass)>;

/// A plan in the making. A long run is read in slices, so that the page keeps answering.
#[derive(Default)]
pub struct Reader {
    plan: Plan,
    world: World,
    needs: BTreeMap<ObjId, (ObjKind, Need)>,
    open: Open,
    lone: BTreeSet<GoId>,
    turns: Turns,
    clock: Clock,
}

impl Reader {
    /// Reads at most so many events more; true at the end of the trace.
    pub fn read(&mut self, trace: &Trace, most: usize) -> bool {
        let from = self.plan.len as usize;
        let events = trace.events().get(from..).unwrap_or_default();
        for (i, e) in events.iter().enumerate().take(most) {
            self.event(trace, from + i, e);
            self.plan.len += 1;
        }
        events.len() <= most
    }

    /// The plan, once all is read.
    pub fn finish(mut self, trace: &Trace) -> Plan {
        let mut plan = self.plan;
        for (id, (_, need)) in &mut self.needs {
            // A variable's holder is only who wrote it last.
            let held = |o: &trace::Object| {
                let variable = matches!(o.kind, ObjKind::Variable | ObjKind::Atomic);
                !variable && !o.holders.is_empty()
            };
            let kept = |o: &trace::Object| o.sendq.len() + o.recvq.len() > 0 || held(o);
            if self.world.objs.get(id).is_some_and(|o| kept(o)) {
                need.last = u32::MAX;
            }
        }
        let (len, end) = (plan.len, plan.end);
        for (_, (lane, from, t0, class)) in self.open {
            plan.lanes[lane].spans.push(Span { from, to: len, t0, t1: end, class });
        }
        plan.turns = self.turns.finish(len, end);
        plan.goroutines = self.world.gos.len();
        plan.turn = self.clock.turn();
        plan.choose_cards(self.needs, trace);
        plan
    }

    fn event(&mut self, trace: &Trace, i: usize, e: &Event) {
        self.world.apply(i as u32, e);
        let (plan, world) = (&mut self.plan, &self.world);
        let at = i as u32 + 1;
        plan.end = plan.end.max(e.at);
        let mut moved: Option<GoId> = None;
        if let EventKind::ObjNew { obj, kind, name, typ, .. } = e.kind {
            self.needs
                .insert(obj, (kind, Need { name, typ, born: at, last: at, ..Need::default() }));
        } else if let Some((_, need)) = touches(&e.kind).and_then(|o| self.needs.get_mut(&o)) {
            need.touches += 1;
            need.last = at;
        }
        match &e.kind {
            EventKind::Part { obj, of } => {
                if let Some((_, need)) = self.needs.get_mut(obj) {
                    need.whole = Some(*of);
                }
            }
            EventKind::Task { obj, .. } => {
                if let (Some((_, need)), Some(o)) = (self.needs.get_mut(obj), world.objs.get(obj)) {
                    need.tasks = need.tasks.max(o.tasks.len());
                }
            }
            EventKind::WaitqPush { obj, .. } => {
                if let (Some((_, need)), Some(o)) = (self.needs.get_mut(obj), world.objs.get(obj)) {
                    need.sendq = need.sendq.max(o.sendq.len());
                    need.recvq = need.recvq.max(o.recvq.len());
                }
            }
            EventKind::Var { .. } => {
                let frame = world.gos.get(&e.go).and_then(|g| g.frames.last());
                plan.vars = plan.vars.max(frame.map_or(0, |f| f.vars.len()));
            }
            EventKind::GoCreate { go, .. }
            | EventKind::Enqueue { go, .. }
            | EventKind::GoStart { go, .. } => moved = Some(*go),
            EventKind::GoUnpark { go, .. } => {
                plan.wakes.push((at, e.at, e.go, *go));
                moved = Some(*go);
            }
            EventKind::TimerSet { obj, when, kind } => {
                // A timer that is set again, stopped, or ticks is one that the program is about.
                let chan = matches!(kind, TimerKind::Chan { .. });
                let ticks = matches!(kind, TimerKind::Chan { period: 1.., .. });
                plan.clocks |= ticks || chan && self.clock.knows(*obj);
                self.clock.set(*obj, e.at, *when);
                if chan {
                    self.clock.chans.insert(*obj);
                }
            }
            EventKind::TimerStop { obj } => plan.clocks |= self.clock.chans.contains(obj),
            EventKind::TimerFire { obj } => self.clock.fire(*obj, e.at),
            EventKind::GoPark { .. }
            | EventKind::GoEnd
            | EventKind::SyscallEnter { .. }
            | EventKind::SyscallExit
            | EventKind::GoStop { .. } => moved = Some(e.go),
            EventKind::ObjNew { .. }
            | EventKind::ChanSend { .. }
            | EventKind::ChanRecv { .. }
            | EventKind::ChanClose { .. }
            | EventKind::Lock { .. }
            | EventKind::Unlock { .. }
            | EventKind::MutexMode { .. }
            | EventKind::Counter { .. }
            | EventKind::OnceState { .. }
            | EventKind::CondSignal { .. }
            | EventKind::ContextNew { .. }
            | EventKind::ContextDone { .. }
            | EventKind::VarRead { .. }
            | EventKind::VarWrite { .. }
            | EventKind::HandOff { .. }
            | EventKind::GoRecover
            | EventKind::Stmt { .. }
            | EventKind::Call { .. }
            | EventKind::Return
            | EventKind::ProcStart { .. }
            | EventKind::ProcStop { .. }
            | EventKind::ThreadCreate { .. }
            | EventKind::Spinning { .. }
            | EventKind::Steal { .. }
            | EventKind::SelectCase { .. }
            | EventKind::SelectChoose { .. }
            | EventKind::NetAsk { .. }
            | EventKind::NetReady { .. }
            | EventKind::TimeAdvance { .. }
            | EventKind::Output { .. }
            | EventKind::GoPanic { .. }
            | EventKind::End { .. } => {}
        }
        plan.syscalls |= matches!(e.kind, EventKind::SyscallEnter { .. });
        plan.timers = plan.timers.max(world.timers.len());
        plan.polls = plan.polls.max(world.polls.len());
        plan.global = plan.global.max(world.global.len());
        plan.procs = plan.procs.max(world.procs.len());
        if moved.is_some() || matches!(e.kind, EventKind::HandOff { .. }) {
            self.turns.look(world, at, e.at);
        }
        if let Some(go) = moved {
            plan.lane_change(&mut self.open, world, trace, go, at, e.at);
        }
        // Who waits in no object's queue stands apart; counted as it changes, for there may be very many.
        if let (Some(go), Some(g)) = (moved, moved.and_then(|go| world.gos.get(&go))) {
            let alone = |r| !matches!(r, WaitReason::Sleep | WaitReason::IoWait);
            let waits = matches!(g.state, GoState::Waiting(r) if alone(r));
            if waits && g.waits.is_empty() {
                self.lone.insert(go);
            } else {
                self.lone.remove(&go);
            }
            plan.elsewhere = plan.elsewhere.max(self.lone.len());
        }
    }
}

impl Plan {
    fn lane_change(
        &mut self,
        open: &mut Open,
        world: &World,
        trace: &Trace,
        go: GoId,
        at: u32,
        t: u64,
    ) {
        let Some(g) = world.gos.get(&go) else { return };
        let class = class_of(g.state);
        match open.get_mut(&go) {
            Some((_, _, _, old)) if *old == class => {}
            Some((lane, from, t0, old)) => {
                let span = Span { from: *from, to: at, t0: *t0, t1: t, class: *old };
                self.lanes[*lane].spans.push(span);
                if class == StateClass::Dead {
                    open.remove(&go);
                } else {
                    (*from, *t0, *old) = (at, t, class);
                }
            }
            None if class != StateClass::Dead && self.lanes.len() < MAX_LANES => {
                let func = trace.text(g.func).to_string();
                self.lanes.push(Lane { go, func, spans: Vec::new() });
                open.insert(go, (self.lanes.len() - 1, at, t, class));
            }
            None => {}
        }
    }
}

/// How long timers run, for the clock's scale.
#[derive(Default)]
struct Clock {
    set: BTreeMap<ObjId, u64>,
    /// Those that send on a channel.
    chans: BTreeSet<ObjId>,
    fired: u64,
    meant: u64,
}

impl Clock {
    fn knows(&self, obj: ObjId) -> bool {
        self.set.contains_key(&obj)
    }

    fn set(&mut self, obj: ObjId, now: u64, when: u64) {
        self.set.insert(obj, now);
        self.meant = self.meant.max(when.saturating_sub(now));
    }

    fn fire(&mut self, obj: ObjId, now: u64) {
        let began = self.set.insert(obj, now);
        self.fired = self.fired.max(began.map_or(0, |began| now.saturating_sub(began)));
    }

    /// 1, 2 or 5 times a power of ten that holds the longest wait. A timeout of an hour that never comes does not
    /// count when others do.
    fn turn(&self) -> u64 {
        let longest = if self.fired > 0 { self.fired } else { self.meant }.max(1);
        let power = 10_u64.pow(longest.ilog10());
        [1, 2, 5]
            .into_iter()
            .map(|m| m * power)
            .find(|t| *t > longest)
            .unwrap_or(power.saturating_mul(10))
    }
}
