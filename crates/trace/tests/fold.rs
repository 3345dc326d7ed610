//! The fold from events to worlds, and seeking in it.

use trace::*;

/// Xorshift: enough to make traces up.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

/// Any event at all, sensible or not.
fn event(d: &mut Dice, at: u64) -> Event {
    use EventKind as K;
    let go = GoId(d.roll(9) as u32);
    let proc = ProcId(d.roll(4) as u16);
    let thread = ThreadId(d.roll(5) as u32);
    let obj = ObjId(d.roll(7) as u32);
    let value = Value::Int(d.roll(100) as i64);
    let sym = Sym(d.roll(5) as u32);
    let flag = d.roll(2) == 0;
    let by = GoId(d.roll(9) as u32);
    let kind = match d.roll(50) {
        0 => K::GoCreate { go, func: sym, line: 1 },
        1 => K::Enqueue { go, on: RunQueue::Next(proc) },
        2 => K::Enqueue { go, on: RunQueue::Local(proc) },
        3 => K::Enqueue { go, on: RunQueue::Global },
        4..=6 => K::GoStart { go, proc },
        7 => K::GoStop { why: StopReason::Gosched },
        8 => K::GoStop { why: StopReason::Turn },
        9 => K::GoPark { reason: WaitReason::ChanReceive },
        10 => K::GoUnpark { go, on: RunQueue::Local(proc) },
        11 => K::GoEnd,
        12 => K::GoPanic { text: sym },
        13 => K::GoRecover,
        14 => K::Stmt { line: 7 },
        15 => K::Call { func: sym },
        16 => K::Return,
        17 => K::Var { slot: d.roll(3) as u16, name: sym, value },
        18 => K::Output { stream: Stream::Stdout, text: sym },
        19 => K::ProcStart { proc, thread },
        20 => K::ProcStop { proc },
        21 => K::ThreadCreate { thread },
        22 => K::Spinning { proc, on: flag },
        23 => K::Steal { proc, from: ProcId(0), n: d.roll(3) as u16 },
        24 => K::SyscallEnter { name: sym },
        25 => K::HandOff { proc },
        26 => K::SyscallExit,
        27 => K::ObjNew { obj, kind: ObjKind::Chan { cap: 2 }, name: sym, typ: sym, line: 3 },
        28 => K::WaitqPush { obj, role: WaitRole::Recv, front: flag },
        29 => K::WaitqPush { obj, role: WaitRole::Send(value), front: flag },
        30 => K::ChanSend { ch: obj, value, to: SendTo::Buffer },
        31 => K::ChanRecv { ch: obj, value, from: RecvFrom::BufferRefilled(go, value) },
        32 => K::ChanRecv { ch: obj, value, from: RecvFrom::Buffer },
        33 => K::ChanClose { ch: obj },
        34 => K::SelectCase { index: 0, ch: Some(obj), send: flag, ready: flag },
        35 => K::Lock { obj, shared: flag },
        36 => K::Unlock { obj, shared: flag, to: flag.then_some(go) },
        37 => K::Counter { obj, delta: 1, value: 1 },
        38 => K::OnceState { obj, done: flag },
        39 => K::TimerSet { obj, when: at + 5, kind: TimerKind::Sleep(go) },
        40 => K::TimerFire { obj },
        41 => K::ContextDone { obj, cause: sym },
        42 => K::VarWrite { obj, atomic: flag, value },
        43 => K::Task { obj, call: None, key: sym, step: TaskStep::Start },
        44 => K::Part { obj, of: ObjId(d.roll(7) as u32) },
        45 => K::Task { obj, call: None, key: sym, step: TaskStep::Begin },
        46 => K::Task { obj, call: None, key: sym, step: TaskStep::Share },
        47 => K::Task { obj, call: None, key: sym, step: TaskStep::End },
        48 => K::Task { obj, call: None, key: sym, step: TaskStep::Fail(sym) },
        _ => K::TimeAdvance { to: at },
    };
    Event { at, go: by, kind }
}

fn random_trace(seed: u64, len: usize) -> Trace {
    let mut d = Dice(seed);
    let mut t = Trace::default();
    for at in 0..len {
        t.push(event(&mut d, at as u64));
    }
    t
}

#[test]
fn seeking_equals_folding_from_the_start() {
    for seed in 1..4 {
        let t = random_trace(seed, 20_000);
        let checkpoints = Checkpoints::build(&t);
        let mut line = Timeline::new(&t);
        let mut d = Dice(seed + 99);
        let mut marks: Vec<usize> = (0..20).map(|_| d.roll(20_001) as usize).collect();
        marks.extend([0, 1, 4095, 4096, 4097, 8192, 19_999, 20_000, 30_000]);
        for n in marks {
            let mut world = World::default();
            for (i, e) in t.events().iter().take(n).enumerate() {
                world.apply(i as u32, e);
            }
            assert_eq!(checkpoints.world_at(&t, n), world, "seed {seed}, after {n}");
            assert_eq!(*line.seek(&t, n), world, "seed {seed}, cursor at {n}");
            let back = n.saturating_sub(1);
            assert_eq!(*line.seek(&t, back), checkpoints.world_at(&t, back), "step back");
        }
    }
}

#[test]
fn growing_trace() {
    let all = random_trace(5, 10_000);
    let (mut part, mut grown) = (Trace::default(), Checkpoints::default());
    for (i, e) in all.events().iter().enumerate() {
        part.push(e.clone());
        if i % 777 == 0 {
            grown.extend(&part);
            assert_eq!(grown.len(), part.len());
        }
    }
    grown.extend_to(&part, 9_999);
    assert_eq!(grown.len(), 9_999);
    for n in [0, 1, 5_000, 9_999, 10_000] {
        assert_eq!(grown.world_at(&all, n), Checkpoints::build(&all).world_at(&all, n));
    }
}

/// Every goroutine that says where it is, is there; and nowhere else.
#[test]
fn queues_agree_with_goroutines() {
    let t = random_trace(8, 5_000);
    let mut w = World::default();
    for (i, e) in t.events().iter().enumerate() {
        w.apply(i as u32, e);
        for g in w.gos.values() {
            let mut at = vec![];
            for (i, p) in w.procs.iter().enumerate() {
                let id = ProcId(i as u16);
                at.extend(p.next.filter(|n| *n == g.id).map(|_| RunQueue::Next(id)));
                at.extend(p.queue.iter().filter(|n| **n == g.id).map(|_| RunQueue::Local(id)));
            }
            at.extend(w.global.iter().filter(|n| **n == g.id).map(|_| RunQueue::Global));
            assert_eq!(at, g.queue.into_iter().collect::<Vec<_>>(), "{} after {e:?}", g.id);
        }
    }
}

fn world(events: &[(u32, EventKind)]) -> World {
    let mut w = World::default();
    for (i, (go, kind)) in events.iter().enumerate() {
        w.apply(i as u32, &Event { at: i as u64, go: GoId(*go), kind: kind.clone() });
    }
    w
}

fn created(go: u32) -> (u32, EventKind) {
    (0, EventKind::GoCreate { go: GoId(go), func: Sym(0), line: 0 })
}

#[test]
fn a_woken_select_leaves_every_queue() {
    use EventKind as K;
    let new = |obj| K::ObjNew {
        obj: ObjId(obj),
        kind: ObjKind::Chan { cap: 0 },
        name: Sym(0),
        typ: Sym(0),
        line: 0,
    };
    let push = |obj, role| K::WaitqPush { obj: ObjId(obj), role, front: false };
    let mut events = vec![
        created(1),
        created(2),
        (1, new(1)),
        (1, new(2)),
        (1, K::GoStart { go: GoId(1), proc: ProcId(0) }),
        (1, push(1, WaitRole::Recv)),
        (1, push(2, WaitRole::Send(Value::Int(3)))),
        (1, K::GoPark { reason: WaitReason::Select }),
    ];
    let w = world(&events);
    assert_eq!(w.objs[&ObjId(1)].recvq, [GoId(1)]);
    assert_eq!(w.objs[&ObjId(2)].sendq, [GoId(1)]);
    assert_eq!(w.gos[&GoId(1)].state, GoState::Waiting(WaitReason::Select));
    assert_eq!(w.procs[0].running, None);
    events.push((2, K::GoUnpark { go: GoId(1), on: RunQueue::Global }));
    let w = world(&events);
    assert!(w.objs.values().all(|o| o.recvq.is_empty() && o.sendq.is_empty()));
    assert_eq!(w.gos[&GoId(1)].woken_by, Some(GoId(2)));
    assert_eq!((w.objs[&ObjId(2)].touched, w.objs[&ObjId(2)].touched_by), (6, Some(GoId(1))));
}

#[test]
fn a_handed_off_processor_gets_another_thread() {
    use EventKind as K;
    let mut events = vec![
        created(1),
        (0, K::ThreadCreate { thread: ThreadId(0) }),
        (0, K::ProcStart { proc: ProcId(0), thread: ThreadId(0) }),
        (0, K::GoStart { go: GoId(1), proc: ProcId(0) }),
        (1, K::SyscallEnter { name: Sym(0) }),
    ];
    let w = world(&events);
    assert_eq!(w.procs[0].running, Some(GoId(1)));
    events.extend([
        (0, K::HandOff { proc: ProcId(0) }),
        (0, K::ThreadCreate { thread: ThreadId(1) }),
        (0, K::ProcStart { proc: ProcId(0), thread: ThreadId(1) }),
    ]);
    let w = world(&events);
    assert_eq!(w.gos[&GoId(1)].state, GoState::Syscall);
    assert_eq!(w.gos[&GoId(1)].thread, Some(ThreadId(0)));
    assert_eq!((w.procs[0].running, w.procs[0].thread), (None, Some(ThreadId(1))));
    events.push((1, K::SyscallExit));
    let w = world(&events);
    assert_eq!(w.gos[&GoId(1)].state, GoState::Runnable);
    assert_eq!(w.gos[&GoId(1)].thread, None);
}
