//! The live objects of a random run, the naive model of its channels, and the film so far, in
//! lock-step.

use crate::lab::anon;
use crate::model::{Model, Out};
use crate::program::{C, CHANS, MUTEXES, SEATS};
use executor::Handle;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;
use sync::*;
use trace::{Value, World};

/// The objects of a run, the model of its channels, and the film so far.
pub struct Stage {
    pub h: Handle,
    pub chans: RefCell<Vec<Chan<i64>>>,
    pub timers: RefCell<Vec<Timer<i64>>>,
    pub model: RefCell<Model>,
    pub mutexes: Vec<Mutex>,
    pub rw: RWMutex,
    pub wg: WaitGroup,
    pub once: Once,
    pub cond: (Cond, Mutex),
    pub sem: Semaphore,
    pub vars: (Variable<i64>, Atomic),
    pub film: RefCell<(World, usize)>,
    pub next: Cell<i64>,
    /// Who is inside: mutexes, writers, readers, weight; checked at every entry.
    pub inside: RefCell<Inside>,
}

#[derive(Default, Debug)]
pub struct Inside {
    pub mutexes: [u32; MUTEXES],
    pub writers: u32,
    pub readers: u32,
    pub weight: i64,
}

impl Stage {
    pub fn new(h: &Handle, caps: [u32; CHANS]) -> Rc<Self> {
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

    pub fn chan(&self, c: C) -> Option<Chan<i64>> {
        self.chans.borrow().get(c).filter(|_| c != CHANS).cloned()
    }

    pub fn fresh(&self) -> i64 {
        self.next.replace(self.next.get() + 1)
    }

    /// Film = stage = model.
    pub fn check(&self) {
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
    pub fn check_stalled(&self) {
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

    pub async fn send(&self, c: C) {
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

    pub async fn recv(&self, c: C) {
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

    pub async fn select(&self, cases: &[(C, bool)], default: bool) {
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
    pub fn timer(self: &Rc<Self>, d: i64) -> C {
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

    pub async fn rest(&self, n: u32) {
        for _ in 0..n {
            self.h.yield_now().await;
        }
    }

    pub async fn locked(&self, m: &Mutex, n: u32, work: bool, inside: fn(&mut Inside) -> &mut u32) {
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
}
