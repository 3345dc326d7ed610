//! Random programs of operations: the live objects, the film folded from the events, and a naive
//! model must agree after every operation.
//!
//! `SYNC_CASES=100000 cargo test --release -p sync` runs more of them.

use crate::program::{By, Op, Program, SEATS, program};
use crate::stage::{Inside, Stage};
use executor::{Executor, Fifo, Model, Random, Schedule, Scheduler, SpawnInfo};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::rc::Rc;
use sync::*;
use trace::{GoId, Trace, Tracer};

impl Stage {
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

/// Runs a program to its end; what happened, and by which decisions.
fn execute(ex: Executor, p: &Program) -> (Trace, Schedule) {
    let h = ex.handle();
    let stage = Stage::new(&h, p.caps);
    for ops in &p.tasks {
        h.spawn(stage.clone().run(ops.clone()), SpawnInfo::default());
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
    (h.tracer().take(), ex.schedule())
}

fn run(p: &Program) {
    let by: Box<dyn Scheduler> = match p.by {
        By::Fifo => Box::new(Fifo::new()),
        By::Random(seed) => Box::new(Random::new(seed)),
        By::Model(procs, seed) => Box::new(Model::new(procs, seed)),
    };
    let (trace, schedule) = execute(Executor::new(by, Tracer::on()), p);
    let again: Schedule = schedule.to_string().parse().expect("a schedule");
    let replayed = execute(Executor::replay(&again, Tracer::on()), p);
    assert_eq!((trace, schedule), replayed);
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
        run(&p);
        Ok(())
    });
    done.unwrap_or_else(|e| panic!("{e}"));
}
