//! `select`, after `runtime/select.go`: one pass that looks for a case that can go on, one that
//! enters all queues. A parked select is claimed once; its other places die with that.

use crate::Fault;
use crate::channel::{Chan, Elem};
use crate::park::{Fate, Park, Step, Ticket, drive, park_event};
use executor::{Choice, Handle};
use std::future::Future;
use std::task::Waker;
use trace::{EventKind, WaitReason};

/// A case; the channel is none if it is nil, and then the case is never ready.
pub enum Case<'a, T: Elem> {
    /// `case ch <- v:`
    Send(Option<&'a Chan<T>>, T),
    /// `case v, ok := <-ch:`
    Recv(Option<&'a Chan<T>>),
}

/// What a select did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected<T> {
    /// Case in source order; none is `default`.
    pub index: Option<usize>,
    /// What a receiving case got; none if its channel is closed.
    pub value: Option<T>,
}

impl<T: Elem> Case<'_, T> {
    fn chan(&self) -> Option<&Chan<T>> {
        match self {
            Case::Send(c, _) | Case::Recv(c) => *c,
        }
    }

    fn sends(&self) -> bool {
        matches!(self, Case::Send(..))
    }

    fn ready(&self) -> bool {
        match self {
            Case::Send(c, _) => c.is_some_and(|c| c.can_send()),
            Case::Recv(c) => c.is_some_and(|c| c.can_recv()),
        }
    }
}

/// `select { … }` (`selectgo`). Among several ready cases the schedule chooses, each as likely
/// as the others.
///
/// # Errors
/// The chosen case sends on a closed channel.
pub fn select<T: Elem>(
    h: &Handle,
    waker: &Waker,
    cases: &[Case<'_, T>],
    default: bool,
) -> Result<Step<Selected<T>, T>, Fault> {
    let on = h.tracer().is_on();
    let go = h.current();
    for c in cases {
        if let Case::Recv(Some(c)) = c {
            c.look(h);
        }
    }
    let mut ready = 0;
    for (i, c) in cases.iter().enumerate() {
        let r = c.ready();
        ready += u32::from(r);
        if on {
            let (index, ch, send) = (i as u16, c.chan().map(Chan::id), c.sends());
            h.tracer().emit(go, EventKind::SelectCase { index, ch, send, ready: r });
        }
    }
    if ready > 0 {
        let pick = h.choose(Choice::SelectCase, ready) as usize;
        let chosen = cases.iter().enumerate().filter(|(_, c)| c.ready()).nth(pick);
        if let Some((i, case)) = chosen {
            h.tracer().emit(go, EventKind::SelectChoose { index: Some(i as u16) });
            let value = match case {
                Case::Send(Some(c), v) => {
                    let _sent = c.try_send(h, v.clone())?;
                    None
                }
                Case::Recv(Some(c)) => c.try_recv(h).flatten(),
                Case::Send(None, _) | Case::Recv(None) => None,
            };
            return Ok(Step::Done(Selected { index: Some(i), value }));
        }
    }
    if default {
        h.tracer().emit(go, EventKind::SelectChoose { index: None });
        return Ok(Step::Done(Selected { index: None, value: None }));
    }
    let park = Park::seat(h, waker, &mut None);
    for (i, c) in cases.iter().enumerate() {
        match c {
            Case::Send(Some(c), v) => c.enqueue_send(h, park.clone(), i as u16, v.clone()),
            Case::Recv(Some(c)) => c.enqueue_recv(h, park.clone(), i as u16),
            Case::Send(None, _) | Case::Recv(None) => {}
        }
    }
    let none = cases.is_empty();
    park_event(h, if none { WaitReason::SelectNoCases } else { WaitReason::Select });
    Ok(Step::Parked(Ticket::new(park)))
}

/// Goes on after [`select`] parked.
///
/// # Errors
/// The channel of a sending case was closed meanwhile.
pub fn resume_select<T: Elem>(
    h: &Handle,
    ticket: Ticket<T>,
) -> Result<Step<Selected<T>, T>, Fault> {
    let index = ticket.park().tag.get();
    let value = match ticket.park().fate() {
        Fate::Waiting | Fate::Gone => return Ok(Step::Parked(ticket)),
        Fate::Sent | Fate::SendClosed | Fate::RecvClosed | Fate::Granted | Fate::Interrupted => {
            None
        }
        Fate::Received => ticket.take(),
    };
    h.tracer().emit(h.current(), EventKind::SelectChoose { index: Some(index) });
    if ticket.park().fate() == Fate::SendClosed {
        return Err(Fault::SendOnClosedChannel);
    }
    Ok(Step::Done(Selected { index: Some(index.into()), value }))
}

/// [`select`] as a future.
///
/// # Errors
/// As [`select`] and [`resume_select`].
pub fn select_async<'a, T: Elem>(
    h: &Handle,
    cases: Vec<Case<'a, T>>,
    default: bool,
) -> impl Future<Output = Result<Selected<T>, Fault>> + use<'a, T> {
    let h = h.clone();
    drive(move |cx, ticket| match ticket {
        Some(t) => resume_select(&h, t),
        None => select(&h, cx.waker(), &cases, default),
    })
}
