//! Random programs of operations: the live objects, the film folded from the events, and a naive
//! model must agree after every operation.
//!
//! `SYNC_CASES=100000 cargo test --release -p sync` runs more of them.

use crate::lab::{anon, lab};
use crate::model::{Model, Out};
use executor::{Executor, Fifo, Handle, Random, SpawnInfo};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;
use sync::*;
use trace::{GoId, Value, World};

/// Channel of a random operation; beyond the number of channels it is nil.
type C = usize;

#[derive(Clone, Debug)]
enum Op {
    Send(C),
    Recv(C),
    Close(C),
    Select(Vec<(C, bool)>, bool),
    /// Receive or give up after so many nanoseconds.
    Patient(C, i64),
    Locked(usize, u32, bool),
    TryLocked(usize),
    Written(u32),
    Read(u32, bool),
    Wait,
    Add,
    Done,
    Once(u32),
    Notified,
    Signal(bool),
    Weight(i64, u32),
    /// Stops, or sets anew, one of the timers so far.
    Stop(usize, Option<i64>),
    Var(i64, bool),
    Sleep(i64),
    Yield,
    Work(u32),
}

const CHANS: usize = 3;
const MUTEXES: usize = 2;
const SEATS: i64 = 3;

fn op() -> impl Strategy<Value = Op> {
    let ch = 0..CHANS + 1;
    let rest = 0u32..4;
    prop_oneof![
        6 => (0..CHANS).prop_map(Op::Send),
        6 => (0..CHANS).prop_map(Op::Recv),
        1 => (0..CHANS).prop_map(Op::Close),
        6 => (vec((ch.clone(), any::<bool>()), 1..4), any::<bool>())
            .prop_map(|(c, d)| Op::Select(c, d)),
        2 => (ch, 0i64..40).prop_map(|(c, d)| Op::Patient(c, d)),
        4 => (0..MUTEXES, rest.clone(), any::<bool>()).prop_map(|(m, n, w)| Op::Locked(m, n, w)),
        1 => (0..MUTEXES).prop_map(Op::TryLocked),
        2 => rest.clone().prop_map(Op::Written),
        3 => (rest.clone(), any::<bool>()).prop_map(|(n, t)| Op::Read(n, t)),
        1 => Just(Op::Wait),
        1 => Just(Op::Add),
        2 => Just(Op::Done),
        1 => rest.clone().prop_map(Op::Once),
        1 => Just(Op::Notified),
        2 => any::<bool>().prop_map(Op::Signal),
        2 => (1..=SEATS, rest).prop_map(|(n, r)| Op::Weight(n, r)),
        2 => (0usize..4, proptest::option::of(0i64..40)).prop_map(|(t, d)| Op::Stop(t, d)),
        1 => (0i64..3, any::<bool>()).prop_map(|(v, atomic)| Op::Var(v, atomic)),
        2 => (0i64..30).prop_map(Op::Sleep),
        2 => Just(Op::Yield),
        1 => (1u32..150_000).prop_map(Op::Work),
    ]
}

#[derive(Clone, Debug)]
struct Program {
    caps: [u32; CHANS],
    seed: Option<u64>,
    tasks: Vec<Vec<Op>>,
}

fn program() -> impl Strategy<Value = Program> {
    let seed = proptest::option::weighted(0.8, any::<u64>());
    (proptest::array::uniform3(0u32..4), seed, vec(vec(op(), 0..9), 1..7))
        .prop_map(|(caps, seed, tasks)| Program { caps, seed, tasks })
}

/// The objects of a run, the model of its channels, and the film so far.
struct Stage {
    h: Handle,
    chans: RefCell<Vec<Chan<i64>>>,
    timers: RefCell<Vec<Timer<i64>>>,
    model: RefCell<Model>,
    mutexes: Vec<Mutex>,
    rw: RWMutex,
    wg: WaitGroup,
    once: Once,
    cond: (Cond, Mutex),
    sem: Semaphore,
    vars: (Variable<i64>, Atomic),
    film: RefCell<(World, usize)>,
    next: Cell<i64>,
    /// Who is inside: mutexes, writers, readers, weight; checked at every entry.
    inside: RefCell<Inside>,
}

#[derive(Default, Debug)]
struct Inside {
    mutexes: [u32; MUTEXES],
    writers: u32,
    readers: u32,
    weight: i64,
}

impl Stage {
    fn new(h: &Handle, caps: [u32; CHANS]) -> Rc<Self> {
        let mut model = Model::default();
        let chans = caps.map(|cap| {
            model.chan(cap as usize);
            Chan::new(h, cap, Value::Int(0), anon())
        });
        Rc::new(Stage {
            h: h.clone(),
            chans: RefCell::new(chans.to_vec()),
            timers: RefCell::default(),
            model: RefCell::new(model),
            mutexes: (0..MUTEXES).map(|_| Mutex::new(h, anon())).collect(),
            rw: RWMutex::new(h, anon()),
            wg: WaitGroup::new(h, anon()),
            once: Once::new(h, anon()),
            cond: (Cond::new(h, anon()), Mutex::new(h, anon())),
            sem: Semaphore::new(h, SEATS, anon()),
            vars: (Variable::new(h, 0, anon()), Atomic::new(h, 0, anon())),
            film: RefCell::default(),
            next: Cell::new(1),
            inside: RefCell::default(),
        })
    }

    fn chan(&self, c: C) -> Option<Chan<i64>> {
        self.chans.borrow().get(c).filter(|_| c != CHANS).cloned()
    }

    fn fresh(&self) -> i64 {
        self.next.replace(self.next.get() + 1)
    }

    /// Film = stage = model.
    fn check(&self) {
        let (world, seen) = &mut *self.film.borrow_mut();
        self.h.tracer().with(|t| {
            for e in &t.events()[*seen..] {
                world.apply(*seen as u32, e);
                *seen += 1;
            }
        });
        let film = |p: Projection| {
            let o = world.objs.get(&p.id).expect("born");
            assert_eq!(Projection::from(&**o), p, "film and stage");
        };
        let model = self.model.borrow();
        for (c, m) in self.chans.borrow().iter().zip(&model.chans) {
            m.laws();
            let p = c.project();
            assert_eq!(p.values, m.values());
            assert_eq!((&p.sendq, &p.recvq), (&m.senders(), &m.receivers()));
            assert_eq!(p.closed, m.closed);
            film(p);
        }
        self.timers.borrow().iter().for_each(|t| film(t.project()));
        self.mutexes.iter().chain([&self.cond.1]).for_each(|m| film(m.project()));
        film(self.rw.project());
        film(self.wg.project());
        film(self.once.project());
        film(self.cond.0.project());
        film(self.sem.project());
        film(self.vars.0.project());
        film(self.vars.1.project());
    }

    /// At the end: nobody waits for what is there.
    fn check_stalled(&self) {
        self.check();
        assert_eq!(self.model.borrow().outs.len(), 0, "somebody was woken and did not run");
        for p in self.mutexes.iter().chain([&self.cond.1]).map(Mutex::project) {
            assert!(!p.holders.is_empty() || p.sendq.is_empty(), "a free lock is waited for");
        }
        let p = self.rw.project();
        assert!(!p.holders.is_empty() || p.sendq.is_empty(), "a free lock is waited for");
        let p = self.wg.project();
        assert!(p.count > 0 || p.sendq.is_empty(), "nothing is waited for");
        let p = self.sem.project();
        assert!(p.count > 0 || p.sendq.is_empty(), "an idle semaphore is waited for");
        let p = self.once.project();
        assert!(!p.closed || p.sendq.is_empty(), "done is waited for");
    }

    async fn send(&self, c: C) {
        let Some(ch) = self.chan(c) else { return };
        let (v, mut ticket) = (self.fresh(), None);
        let done = poll_fn(|cx| {
            let h = &self.h;
            let step = match ticket.take() {
                None => {
                    let expected = self.model.borrow_mut().send(c, v);
                    let step = ch.send(h, cx.waker(), v);
                    assert_eq!(step.as_ref().err(), expected.as_ref().err());
                    if let (Ok(s), Ok(at_once)) = (&step, expected) {
                        assert_eq!(matches!(s, Step::Done(())), at_once);
                        if !at_once {
                            self.model.borrow_mut().park_send(c, h.current(), 0, v);
                        }
                    }
                    self.check();
                    step
                }
                Some(t) => {
                    let step = ch.resume_send(h, t);
                    let out = self.model.borrow_mut().outs.remove(&h.current());
                    match &step {
                        Ok(Step::Done(())) => assert_eq!(out, Some(Out::Sent(0))),
                        Ok(Step::Parked(_)) => assert_eq!(out, None),
                        Err(f) => {
                            assert_eq!(*f, Fault::SendOnClosedChannel);
                            assert_eq!(out, Some(Out::SendClosed(0)));
                        }
                    }
                    step
                }
            };
            match step {
                Ok(Step::Parked(t)) => {
                    ticket = Some(t);
                    Poll::Pending
                }
                Ok(Step::Done(())) | Err(_) => Poll::Ready(()),
            }
        });
        done.await;
    }

    async fn recv(&self, c: C) {
        let Some(ch) = self.chan(c) else { return };
        let mut ticket = None;
        let done = poll_fn(|cx| {
            let h = &self.h;
            let step = match ticket.take() {
                None => {
                    let expected = self.model.borrow_mut().recv(c);
                    let step = ch.recv(h, cx.waker());
                    match (&step, expected) {
                        (Step::Done(v), Some(e)) => assert_eq!(*v, e),
                        (Step::Parked(_), None) => {
                            self.model.borrow_mut().park_recv(c, h.current(), 0);
                        }
                        (s, e) => panic!("{s:?}, not {e:?}"),
                    }
                    self.check();
                    step
                }
                Some(t) => {
                    let step = ch.resume_recv(h, t);
                    let out = self.model.borrow_mut().outs.remove(&h.current());
                    match &step {
                        Step::Done(v) => assert_eq!(out, Some(Out::Received(0, *v))),
                        Step::Parked(_) => assert_eq!(out, None),
                    }
                    step
                }
            };
            match step {
                Step::Parked(t) => {
                    ticket = Some(t);
                    Poll::Pending
                }
                Step::Done(_) => Poll::Ready(()),
            }
        });
        done.await;
    }

    async fn select(&self, cases: &[(C, bool)], default: bool) {
        let chans: Vec<_> = cases.iter().map(|&(c, _)| self.chan(c)).collect();
        let values: Vec<_> = cases.iter().map(|_| self.fresh()).collect();
        let mut ticket = None;
        let done = poll_fn(|cx| {
            let h = &self.h;
            let me = h.current();
            let step = match ticket.take() {
                None => {
                    let real: Vec<_> = (0..cases.len())
                        .map(|i| match cases[i].1 {
                            true => Case::Send(chans[i].as_ref(), values[i]),
                            false => Case::Recv(chans[i].as_ref()),
                        })
                        .collect();
                    let step = select(h, cx.waker(), &real, default);
                    let m = &mut *self.model.borrow_mut();
                    let ready = |m: &Model, i: usize| {
                        let (c, send) = cases[i];
                        chans[i].is_some() && if send { m.can_send(c) } else { m.can_recv(c) }
                    };
                    let any_ready = (0..cases.len()).any(|i| ready(m, i));
                    match &step {
                        Ok(Step::Done(Selected { index: Some(i), value })) => {
                            let (c, send) = cases[*i];
                            if send {
                                assert_eq!(m.send(c, values[*i]), Ok(true));
                            } else {
                                assert_eq!(m.recv(c), Some(*value));
                            }
                        }
                        Ok(Step::Done(Selected { index: None, .. })) => {
                            assert!(default && !any_ready);
                        }
                        Err(f) => {
                            assert_eq!(*f, Fault::SendOnClosedChannel);
                            let closed =
                                |&(c, s): &(C, bool)| s && m.chans.get(c).is_some_and(|l| l.closed);
                            assert!(cases.iter().any(closed));
                        }
                        Ok(Step::Parked(_)) => {
                            assert!(!default && !any_ready);
                            for (i, &(c, send)) in cases.iter().enumerate() {
                                match (&chans[i], send) {
                                    (None, _) => {}
                                    (_, true) => m.park_send(c, me, i, values[i]),
                                    (_, false) => m.park_recv(c, me, i),
                                }
                            }
                        }
                    }
                    step
                }
                Some(t) => {
                    let step = resume_select(h, t);
                    let out = self.model.borrow_mut().outs.remove(&me);
                    match &step {
                        Ok(Step::Done(Selected { index: Some(i), value })) => {
                            let expected = match cases[*i].1 {
                                true => Out::Sent(*i),
                                false => Out::Received(*i, *value),
                            };
                            assert_eq!(out, Some(expected));
                        }
                        Ok(Step::Done(Selected { index: None, .. })) => panic!("default"),
                        Ok(Step::Parked(_)) => assert_eq!(out, None),
                        Err(f) => {
                            assert_eq!(*f, Fault::SendOnClosedChannel);
                            assert!(matches!(out, Some(Out::SendClosed(_))));
                        }
                    }
                    step
                }
            };
            self.check();
            match step {
                Ok(Step::Parked(t)) => {
                    ticket = Some(t);
                    Poll::Pending
                }
                Ok(Step::Done(_)) | Err(_) => Poll::Ready(()),
            }
        });
        done.await;
    }

    /// A fresh timer, whose channel the model knows too.
    fn timer(self: &Rc<Self>, d: i64) -> C {
        if self.chans.borrow().len() == CHANS {
            // The place of the nil channel.
            self.model.borrow_mut().chan(0);
            let never = Chan::new(&self.h, 0, Value::Int(0), anon());
            self.chans.borrow_mut().push(never);
        }
        let c = self.model.borrow_mut().chan(1);
        let me = Rc::downgrade(self);
        let make = move |_| {
            let stage = me.upgrade().expect("alive");
            let v = stage.fresh();
            assert!(stage.model.borrow_mut().send(c, v).is_ok());
            v
        };
        let t = Timer::new(&self.h, d, make, anon(), anon());
        self.chans.borrow_mut().extend(t.chan().cloned());
        self.timers.borrow_mut().push(t);
        c
    }

    async fn rest(&self, n: u32) {
        for _ in 0..n {
            self.h.yield_now().await;
        }
    }

    async fn locked(&self, m: &Mutex, n: u32, work: bool, inside: fn(&mut Inside) -> &mut u32) {
        m.lock_async(&self.h).await;
        *inside(&mut self.inside.borrow_mut()) += 1;
        assert_eq!(*inside(&mut self.inside.borrow_mut()), 1, "mutual exclusion");
        self.check();
        if work {
            self.h.spend(110_000);
        }
        self.rest(n).await;
        *inside(&mut self.inside.borrow_mut()) -= 1;
        m.unlock(&self.h).expect("locked");
        self.check();
    }

    async fn run(self: Rc<Self>, ops: Vec<Op>) {
        let h = &self.h;
        for op in ops {
            match op {
                Op::Send(c) => self.send(c).await,
                Op::Recv(c) => self.recv(c).await,
                Op::Close(c) => {
                    let expected = self.model.borrow_mut().close(c);
                    let done = self.chan(c).map_or(Ok(()), |c| c.close(h));
                    assert_eq!(done, expected);
                }
                Op::Select(cases, default) => self.select(&cases, default).await,
                Op::Patient(c, d) => {
                    let t = self.timer(d);
                    self.select(&[(c, false), (t, false)], false).await;
                }
                Op::Locked(m, n, work) => {
                    let inside: fn(&mut Inside) -> &mut u32 = match m {
                        0 => |i| &mut i.mutexes[0],
                        _ => |i| &mut i.mutexes[1],
                    };
                    self.locked(&self.mutexes[m], n, work, inside).await;
                }
                Op::TryLocked(m) => {
                    let held = self.mutexes[m].holder().is_some();
                    let starving = self.mutexes[m].project().starving;
                    let got = self.mutexes[m].try_lock(h);
                    assert_eq!(got, !held && !starving);
                    if got {
                        assert_eq!(self.inside.borrow().mutexes[m], 0);
                        self.mutexes[m].unlock(h).expect("locked");
                    }
                }
                Op::Written(n) => {
                    self.rw.lock_async(h).await;
                    self.check();
                    self.inside.borrow_mut().writers += 1;
                    assert_eq!(
                        (self.inside.borrow().writers, self.inside.borrow().readers),
                        (1, 0)
                    );
                    self.rest(n).await;
                    self.inside.borrow_mut().writers -= 1;
                    self.rw.unlock(h).expect("locked");
                }
                Op::Read(n, only_try) => {
                    if !only_try {
                        self.rw.rlock_async(h).await;
                    } else if !self.rw.try_rlock(h) {
                        let p = self.rw.project();
                        assert!(!p.shared || !p.sendq.is_empty(), "only a writer keeps us out");
                        continue;
                    }
                    self.check();
                    self.inside.borrow_mut().readers += 1;
                    assert_eq!(self.inside.borrow().writers, 0, "readers or a writer");
                    self.rest(n).await;
                    self.inside.borrow_mut().readers -= 1;
                    self.rw.runlock(h).expect("locked");
                }
                Op::Wait => {
                    let done = self.wg.wait_async(h).await;
                    let p = self.wg.project();
                    let clean = p.count == 0 && p.sendq.is_empty();
                    assert_eq!(done.is_ok(), clean, "{done:?}");
                }
                Op::Add => self.wg.add(h, 1).expect("no misuse"),
                Op::Done => {
                    if self.wg.count() > 0 {
                        self.wg.add(h, -1).expect("positive");
                    }
                }
                Op::Once(n) => {
                    if self.once.begin_async(h).await == OnceTurn::Run {
                        assert!(!self.once.project().closed);
                        self.rest(n).await;
                        self.once.finish(h);
                    }
                    assert!(self.once.project().closed);
                }
                Op::Notified => {
                    let (c, m) = &self.cond;
                    m.lock_async(h).await;
                    let n = c.enter();
                    m.unlock(h).expect("locked");
                    c.wait_async(h, n).await;
                    m.lock_async(h).await;
                    self.check();
                    m.unlock(h).expect("locked");
                }
                Op::Signal(all) => {
                    let before = self.cond.0.project().sendq;
                    if all {
                        self.cond.0.broadcast(h);
                    } else {
                        self.cond.0.signal(h);
                    }
                    let first = before.get(if all { before.len() } else { 1 }..);
                    assert_eq!(self.cond.0.project().sendq, first.unwrap_or_default());
                }
                Op::Weight(n, rest) => {
                    assert!(self.sem.acquire_async(h, n).await);
                    self.inside.borrow_mut().weight += n;
                    assert!(self.inside.borrow().weight <= SEATS);
                    self.check();
                    self.rest(rest).await;
                    self.inside.borrow_mut().weight -= n;
                    self.sem.release(h, n).expect("held");
                }
                Op::Stop(t, again) => {
                    let t = self.timers.borrow().get(t).cloned();
                    let Some(t) = t else { continue };
                    let c = t.chan().expect("sends");
                    let stale = c.project().values;
                    let active = t.project().deadline.is_some() || !stale.is_empty();
                    let i = self.chans.borrow().iter().position(|x| x.same(c)).expect("known");
                    if !stale.is_empty() {
                        assert_eq!(
                            self.model.borrow_mut().recv(i).map(|v| v.is_some()),
                            Some(true)
                        );
                    }
                    match again {
                        None => assert_eq!(t.stop(h), active),
                        Some(d) => assert_eq!(t.reset(h, d), active),
                    }
                    let due = again.map(|d| h.now() + d as u64);
                    assert_eq!(t.project().deadline, due);
                }
                Op::Var(v, true) => {
                    let (old, a) = (self.vars.1.load(h), &self.vars.1);
                    assert_eq!(a.compare_and_swap(h, v, v + 1), old == v);
                    assert_eq!(a.add(h, v), a.swap(h, v));
                    assert_eq!(a.load(h), v);
                }
                Op::Var(v, false) => {
                    self.vars.0.set(h, self.vars.0.get(h) + v);
                }
                Op::Sleep(ns) => {
                    let until = h.now() + ns as u64;
                    sleep_async(h, ns).await;
                    assert!(h.now() >= until);
                }
                Op::Yield => h.yield_now().await,
                Op::Work(n) => h.spend(n),
            }
            self.check();
        }
    }
}

fn execute(ex: &Executor, h: &Handle, p: Program) {
    let stage = Stage::new(h, p.caps);
    for ops in p.tasks {
        h.spawn(stage.clone().run(ops), SpawnInfo::default());
    }
    stage.check();
    loop {
        while ex.try_tick() {
            stage.check();
        }
        if !ex.advance() {
            break;
        }
        stage.check();
    }
    stage.check_stalled();
    assert_eq!(h.current(), GoId::RUNTIME);
}

fn run(p: Program) {
    let (ex, h) = match p.seed {
        Some(seed) => lab(Random::new(seed)),
        None => lab(Fifo::new()),
    };
    execute(&ex, &h, p);
}

fn runner(cases: u32) -> TestRunner {
    let more = std::env::var("SYNC_CASES").ok().and_then(|n| n.parse().ok());
    let cases = more.unwrap_or(cases);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

#[test]
fn film_stage_and_model_agree() {
    let done = runner(4000).run(&program(), |p| {
        run(p);
        Ok(())
    });
    done.unwrap_or_else(|e| panic!("{e}"));
}
