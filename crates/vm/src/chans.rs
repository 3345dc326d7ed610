//! Channels of the program: values in registers, and what happens when a parked goroutine runs again.

use crate::access;
use crate::goroutine::{Go, Wait};
use crate::heap::Heap;
use crate::iface;
use crate::machine::{Machine, State};
use crate::objects::{ChanObj, Word};
use crate::tell;
use crate::trap::Trap;
use program::{Program, RTypeId, SelectCase, SelectTable};
use std::rc::Rc;
use std::task::Waker;
use sync::{Case, Fault, FaultKind, Label, OnceTurn, Polled, Project, Selected, Step};
use trace::{Value, WaitReason};

/// A primitive's complaint as a trap.
pub(crate) fn fault(f: Fault) -> Trap {
    match f.kind() {
        FaultKind::RuntimeError => Trap::Plain(f.text().into()),
        FaultKind::Panic => Trap::Text(f.text().into()),
        FaultKind::Fatal => Trap::Fatal(f.text().into()),
    }
}

/// `make(chan E, n)`
pub(crate) fn make(
    m: &Machine,
    h: &mut Heap,
    live: &mut Vec<Rc<dyn Project>>,
    ty: RTypeId,
    n: i64,
    label: Label,
) -> Result<u64, Trap> {
    let p = &m.program;
    let elem = p.types.get(ty as usize).and_then(|t| t.elem).unwrap_or(0);
    let t = p.types.get(elem as usize);
    let (size, bytes) = t.map_or((1, 8), |t| (t.size, t.bytes));
    if n < 0 || (n as u64).checked_mul(bytes.max(1)).is_none_or(|b| b >= 1 << 48) {
        return Err(Trap::Plain("makechan: size out of range".into()));
    }
    h.fits(2 * n as u64)?;
    let zero = if m.tracing { tell::zero(m, elem) } else { Value::Unit };
    let chan = sync::Chan::new(&m.handle, n as u32, zero, label);
    if m.tracing {
        live.push(Rc::new(chan.clone()));
    }
    Ok(h.chan(Rc::new(ChanObj { chan, elem, size, clock: false }), 96 + 16 * n as u64))
}

/// The value of a register as it travels.
pub(crate) fn word(m: &Machine, h: &mut Heap, elem: RTypeId, size: usize, v: &[u64]) -> Word {
    let shown =
        if m.tracing { tell::value(m, h, elem, v.get(..size).unwrap_or(&[])) } else { Value::Unit };
    let bits = match size {
        0 => 0,
        1 => v.first().copied().unwrap_or(0),
        _ => h.boxed(v.get(..size).unwrap_or(&[])),
    };
    Word { bits, shown }
}

/// Puts what was received to `regs[d..]`; how many slots.
pub(crate) fn unpack(
    m: &Machine,
    h: &Heap,
    c: &ChanObj,
    v: Option<Word>,
    regs: &mut [u64],
    d: usize,
) -> usize {
    let n = c.size as usize;
    match v {
        None => regs[d..d + n].fill(0),
        Some(w) if c.clock => {
            let t = crate::std::time::words(m, w.bits);
            let k = n.min(t.len());
            regs[d..d + k].copy_from_slice(&t[..k]);
        }
        Some(w) => iface::unbox(h, regs, d, w.bits, n),
    }
    n
}

/// `ch <- v`; `Err(Trap::Park)` if it waits.
#[inline]
pub(crate) fn send(
    m: &Machine,
    h: &mut Heap,
    waker: &Waker,
    ch: u64,
    v: &[u64],
    wait: &mut Wait,
) -> Result<(), Trap> {
    let Some(c) = h.get_chan(ch) else {
        sync::send_nil(&m.handle);
        *wait = Wait::Forever(WaitReason::ChanSendNil);
        return Err(Trap::Park);
    };
    let (step, keep, c) = if c.size == 1 && !m.tracing {
        let bits = v[0];
        (c.chan.send(&m.handle, waker, Word { bits, shown: Value::Unit }), bits, c)
    } else {
        let c = c.clone();
        let w = word(m, h, c.elem, c.size as usize, v);
        let bits = w.bits;
        let step = c.chan.send(&m.handle, waker, w);
        match step {
            Ok(Step::Done(())) => return Ok(()),
            Ok(Step::Parked(ticket)) => {
                *wait = Wait::Send { ch: c, ticket, keep: bits };
                return Err(Trap::Park);
            }
            Err(f) => return Err(fault(f)),
        }
    };
    match step {
        Ok(Step::Done(())) => Ok(()),
        Ok(Step::Parked(ticket)) => {
            *wait = Wait::Send { ch: c.clone(), ticket, keep };
            Err(Trap::Park)
        }
        Err(f) => Err(fault(f)),
    }
}

/// `<-ch`; `Err(Trap::Park)` if it waits.
#[allow(clippy::too_many_arguments)]
#[inline]
pub(crate) fn recv(
    m: &Machine,
    h: &Heap,
    waker: &Waker,
    ch: u64,
    regs: &mut [u64],
    dst: u16,
    ok: bool,
    wait: &mut Wait,
) -> Result<(), Trap> {
    let Some(c) = h.get_chan(ch) else {
        sync::recv_nil(&m.handle);
        *wait = Wait::Forever(WaitReason::ChanReceiveNil);
        return Err(Trap::Park);
    };
    match c.chan.recv(&m.handle, waker) {
        Step::Done(v) => {
            let there = v.is_some();
            let n = unpack(m, h, c, v, regs, dst as usize);
            if ok {
                regs[dst as usize + n] = u64::from(there);
            }
            Ok(())
        }
        Step::Parked(ticket) => {
            *wait = Wait::Recv { ch: c.clone(), ticket, dst, ok };
            Err(Trap::Park)
        }
    }
}

/// `close(ch)`
pub(crate) fn close(m: &Machine, h: &Heap, ch: u64) -> Result<(), Trap> {
    match h.get_chan(ch) {
        None => Err(fault(Fault::CloseOfNilChannel)),
        Some(c) => c.chan.close(&m.handle).map_err(fault),
    }
}

/// A case of `select` at run time: the channel, if it is not nil, and what is sent, if something is.
pub(crate) type Ready = (Option<Rc<ChanObj>>, Option<Word>);

/// The cases as `sync::select` takes them.
pub(crate) fn cases(list: &[Ready]) -> Vec<Case<'_, Word>> {
    list.iter()
        .map(|(c, w)| {
            let c = c.as_ref().map(|c| &c.chan);
            match w {
                Some(w) => Case::Send(c, w.clone()),
                None => Case::Recv(c),
            }
        })
        .collect()
}

/// `select`; `Err(Trap::Park)` if it waits.
#[allow(clippy::too_many_arguments)]
pub(crate) fn select(
    m: &Machine,
    h: &mut Heap,
    waker: &Waker,
    table: &SelectTable,
    index: u32,
    regs: &mut [u64],
    dst: u16,
    wait: &mut Wait,
) -> Result<(), Trap> {
    let mut chans: Vec<Ready> = Vec::with_capacity(table.cases.len());
    let mut keep = Vec::new();
    for c in &table.cases {
        chans.push(match *c {
            SelectCase::Recv { ch, .. } => {
                keep.push(regs[ch as usize]);
                (h.get_chan(regs[ch as usize]).cloned(), None)
            }
            SelectCase::Send { ch, value } => {
                keep.push(regs[ch as usize]);
                let c = h.get_chan(regs[ch as usize]).cloned();
                let w = match &c {
                    Some(c) => word(m, h, c.elem, c.size as usize, &regs[value as usize..]),
                    None => Word { bits: 0, shown: Value::Unit },
                };
                keep.push(w.bits);
                (c, Some(w))
            }
        });
    }
    let cases = cases(&chans);
    match sync::select(&m.handle, waker, &cases, table.default) {
        Ok(Step::Done(s)) => {
            selected(m, h, table, regs, dst, s);
            Ok(())
        }
        Ok(Step::Parked(ticket)) => {
            *wait = if table.cases.is_empty() {
                Wait::Forever(WaitReason::SelectNoCases)
            } else {
                Wait::Select { ticket, table: index, dst, keep: keep.into() }
            };
            Err(Trap::Park)
        }
        Err(f) => Err(fault(f)),
    }
}

fn selected(
    m: &Machine,
    h: &Heap,
    table: &SelectTable,
    regs: &mut [u64],
    dst: u16,
    s: Selected<Word>,
) {
    let index = s.index.unwrap_or(table.cases.len());
    if let Some(SelectCase::Recv { ch, value }) = table.cases.get(index)
        && let Some(c) = h.get_chan(regs[*ch as usize])
    {
        let there = s.value.is_some();
        let n = unpack(m, h, c, s.value, regs, *value as usize);
        regs[*value as usize + n] = u64::from(there);
    }
    regs[dst as usize] = index as u64;
}

/// Goes on with what the goroutine waited for; `Err(Trap::Park)` if it has to wait more.
pub(crate) fn resume(m: &Machine, st: &mut State, go: &mut Go, waker: &Waker) -> Result<(), Trap> {
    let hd = &m.handle;
    let base = go.top().map_or(0, |f| f.base as usize);
    let again = |go: &mut Go, w: Wait| {
        go.wait = w;
        Err(Trap::Park)
    };
    match std::mem::replace(&mut go.wait, Wait::None) {
        Wait::None => Ok(()),
        Wait::Forever(r) => again(go, Wait::Forever(r)),
        Wait::Send { ch, ticket, keep } => match ch.chan.resume_send(hd, ticket) {
            Ok(Step::Done(())) => Ok(()),
            Ok(Step::Parked(ticket)) => again(go, Wait::Send { ch, ticket, keep }),
            Err(f) => Err(fault(f)),
        },
        Wait::Recv { ch, ticket, dst, ok } => match ch.chan.resume_recv(hd, ticket) {
            Step::Done(v) => {
                let there = v.is_some();
                let regs = &mut go.stack[base..];
                let n = unpack(m, &st.heap, &ch, v, regs, dst as usize);
                if ok {
                    regs[dst as usize + n] = u64::from(there);
                }
                Ok(())
            }
            Step::Parked(ticket) => again(go, Wait::Recv { ch, ticket, dst, ok }),
        },
        Wait::Select { ticket, table, dst, keep } => match sync::resume_select(hd, ticket) {
            Ok(Step::Done(s)) => {
                if let Some(t) = table_of(&m.program, go, table) {
                    selected(m, &st.heap, t, &mut go.stack[base..], dst, s);
                }
                Ok(())
            }
            Ok(Step::Parked(ticket)) => again(go, Wait::Select { ticket, table, dst, keep }),
            Err(f) => Err(fault(f)),
        },
        Wait::SelectAny(ticket, any) => match sync::resume_select(hd, ticket) {
            Ok(Step::Done(s)) => {
                crate::std::reflect::selected(m, &mut st.heap, go, &any.chans, any.at, s);
                Ok(())
            }
            Ok(Step::Parked(ticket)) => again(go, Wait::SelectAny(ticket, any)),
            Err(f) => Err(fault(f)),
        },
        Wait::Lock(l, t) => match l.resume_lock(hd, waker, t) {
            Step::Done(()) => Ok(()),
            Step::Parked(t) => again(go, Wait::Lock(l, t)),
        },
        Wait::WLock(l, t, r) => match l.resume_lock(hd, waker, t) {
            Step::Done(()) => Ok(()),
            Step::Parked(t) => {
                // Past the other writers when readers hold it.
                let r = if l.project().shared { WaitReason::RWMutexLock } else { r };
                again(go, Wait::WLock(l, t, r))
            }
        },
        Wait::RLock(l, t) => match l.resume_rlock(hd, t) {
            Step::Done(()) => Ok(()),
            Step::Parked(t) => again(go, Wait::RLock(l, t)),
        },
        Wait::Group(g, t) => match g.resume_wait(hd, t) {
            Ok(Step::Done(())) => Ok(()),
            Ok(Step::Parked(t)) => again(go, Wait::Group(g, t)),
            Err(f) => Err(fault(f)),
        },
        Wait::Once(o, t, at) => match o.resume(hd, waker, t) {
            Step::Done(turn) => {
                access::learn(m, o.id());
                if let Some(r) = go.stack.get_mut(at) {
                    *r = u64::from(turn == OnceTurn::Run);
                }
                Ok(())
            }
            Step::Parked(t) => again(go, Wait::Once(o, t, at)),
        },
        Wait::Cond(c, t) => match c.resume(hd, t) {
            Step::Done(()) => Ok(()),
            Step::Parked(t) => again(go, Wait::Cond(c, t)),
        },
        Wait::Syscall => Ok(()),
        Wait::Sleep(s) => match sync::resume_sleep(s) {
            None => Ok(()),
            Some(s) => again(go, Wait::Sleep(s)),
        },
        Wait::Poll(p, at) => match sync::resume_poll(hd, p) {
            Polled::Parked(p) => again(go, Wait::Poll(p, at)),
            done => {
                if let Some(r) = go.stack.get_mut(at) {
                    *r = u64::from(matches!(done, Polled::Ready));
                }
                Ok(())
            }
        },
    }
}

fn table_of<'a>(p: &'a Program, go: &Go, table: u32) -> Option<&'a SelectTable> {
    p.funcs.get(go.top()?.func as usize)?.selects.get(table as usize)
}
