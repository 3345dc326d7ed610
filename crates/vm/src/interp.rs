//! The interpreter's loop.
//!
//! Registers are a window of the goroutine's stack, re-borrowed whenever frames change. What
//! leaves the straight path does so as a [`Trap`], handled below the loop. Fuel is counted by
//! instructions, so that any two of them can be preempted; the count is the same with and
//! without a trace, and on every machine.

use crate::access::How;
use crate::chans;
use crate::equal::{equal, equal_iface};
use crate::float;
use crate::goroutine::{Defer, Frame, FrameKind, Go, Wait};
use crate::heap::Heap;
use crate::iface;
use crate::machine::{METHOD_CACHE, Machine, NEW, Spawn, State};
use crate::maps;
use crate::natives::Cx;
use crate::panics::{self, Then};
use crate::report;
use crate::slices;
use crate::strings;
use crate::tell;
use crate::trap::{Bound, Trap};
use program::op::Op;
use program::{Func, Program, layout};
use std::rc::Rc;
use std::task::Waker;
use trace::StopReason;

/// How a slice ended.
pub(crate) enum End {
    /// The goroutine can or will go on.
    Pending,
    /// It returned.
    Done,
    /// The whole run is over; the outcome is set.
    Over,
}

/// A floor that no fuel reaches: the goroutine is not to be preempted.
const ALONE: i64 = i64::MIN;

/// What a slice counts as against the budget of steps: about as much time as this many instructions take.
const SLICE_STEPS: u64 = 64;

/// Words beyond a frame's registers that the stack always has.
const SLACK: usize = 4;

/// Runs a goroutine until its slice is over.
pub(crate) fn run<const TRACE: bool>(
    m: &Rc<Machine>,
    st: &mut State,
    go: &mut Go,
    waker: &Waker,
) -> End {
    let end = start::<TRACE>(m, st, go, waker);
    st.steps += SLICE_STEPS;
    if st.steps > m.budgets().steps && st.outcome.is_none() {
        report::budget(m, st, go, &format!("{} steps", m.budgets().steps));
        return End::Over;
    }
    end
}

fn start<const TRACE: bool>(m: &Rc<Machine>, st: &mut State, go: &mut Go, waker: &Waker) -> End {
    if !matches!(go.wait, Wait::None) {
        match chans::resume(m, st, go, waker) {
            Ok(()) => {}
            Err(Trap::Park) => return End::Pending,
            Err(t) => {
                if let Then::End(e) = panics::handle::<TRACE>(m, st, go, t) {
                    return e;
                }
            }
        }
    }
    cycle::<TRACE>(m, st, go, waker)
}

#[inline(always)]
fn flt(w: u64) -> f64 {
    f64::from_bits(w)
}

/// The operands in the `Ext` at `pc`.
#[inline(always)]
fn ext(ops: &[Op], pc: usize) -> (u8, u16, u32) {
    match ops.get(pc) {
        Some(Op::Ext(a, b, c)) => (*a, *b, *c),
        _ => (0, 0, 0),
    }
}

/// Line of the learner's file that the instruction before `pc` belongs to; 0 in the library.
fn line(f: &Func, pc: usize) -> u32 {
    f.lines.get(pc - 1).map_or(0, |p| if p.file == 0 { p.line } else { 0 })
}

/// Makes room for a frame at `base`.
#[inline(always)]
fn reserve(stack: &mut Vec<u64>, base: usize, regs: usize, limit: u64) -> Result<(), Trap> {
    let need = base + regs + SLACK;
    if stack.len() < need {
        grow(stack, need, limit)?;
    }
    Ok(())
}

#[cold]
#[inline(never)]
fn grow(stack: &mut Vec<u64>, need: usize, limit: u64) -> Result<(), Trap> {
    if need as u64 * 8 > limit {
        return Err(Trap::Overflow);
    }
    // A little at first: a program may have a hundred thousand goroutines.
    let len = if need < 256 { need + need / 2 } else { need * 2 };
    stack.resize(len.min((limit / 8) as usize).max(need), 0);
    Ok(())
}

fn cycle<const TRACE: bool>(m: &Rc<Machine>, st: &mut State, go: &mut Go, waker: &Waker) -> End {
    let h = &m.handle;
    let p: &Program = &m.program;
    let limit = m.budgets().stack;
    let mut fuel = i64::from(h.fuel());
    // What the executor has been told of.
    let mut mark = fuel;
    // With this much fuel no instruction begins: 0, or any if a collection is due.
    let mut floor = 0i64;
    // The statement that begins here has been told.
    let mut told = false;
    // Fuel at the instruction that is tried again after a collection.
    let mut tried = None;

    'frame: loop {
        macro_rules! flush {
            () => {
                if mark != fuel {
                    h.spend((mark - fuel) as u32);
                    st.steps += (mark - fuel) as u64;
                    mark = fuel;
                }
            };
        }
        // After others may have been made runnable: the slice may have become shorter.
        macro_rules! resync {
            () => {
                let left = i64::from(h.fuel());
                if left < mark {
                    fuel -= mark - left;
                    mark = left;
                }
            };
        }
        macro_rules! leave {
            ($end:expr) => {{
                let end = $end;
                h.spend((mark - fuel) as u32);
                st.steps += (mark - fuel) as u64;
                return end;
            }};
        }
        let Some(frame) = go.frames.last_mut() else { leave!(End::Done) };
        let func: &Func = &p.funcs[frame.func as usize];
        let ops: &[Op] = &func.ops;
        let base = frame.base as usize;
        let closure = frame.closure;
        let mut pc = frame.pc as usize;
        let stmts: &[u16] = if TRACE { m.statements.of(frame.func) } else { &[] };
        if TRACE && frame.stmt == NEW {
            frame.stmt = 0;
            flush!();
            tell::call(m, st, go);
            continue 'frame;
        }
        let spy = TRACE && m.spying && m.told.get(usize::from(func.pos.file)) == Some(&true);
        let regs: &mut [u64] = &mut go.stack[base..];
        let heap: &mut Heap = &mut st.heap;

        macro_rules! r {
            ($x:expr) => {
                regs[$x as usize]
            };
        }
        macro_rules! jump {
            ($off:expr) => {
                pc = (pc as i64 - 1 + $off as i64) as usize
            };
        }
        // An access to plain memory.
        macro_rules! spy {
            ($addr:expr, $n:expr, $write:literal) => {
                if spy {
                    flush!();
                    let how =
                        How { write: $write, atomic: false, map: false, line: line(func, pc) };
                    st.accesses.tell(m, heap, go.id, $addr, $n as usize, how);
                }
            };
        }
        macro_rules! spy_map {
            ($map:expr, $write:literal) => {
                if spy {
                    flush!();
                    let how = How { write: $write, atomic: false, map: true, line: line(func, pc) };
                    st.accesses.tell(m, heap, go.id, $map, 1, how);
                }
            };
        }
        // After an allocation.
        macro_rules! allocated {
            () => {
                if heap.wants_gc() {
                    floor = i64::MAX;
                }
            };
        }

        let trap: Trap = 'ops: loop {
            if fuel <= floor {
                break 'ops Trap::Stop;
            }
            let Some(&op) = ops.get(pc) else {
                break 'ops Trap::Fatal(format!("{} runs past its end", func.name));
            };
            if TRACE {
                if !told && stmts.get(pc).is_some_and(|s| *s != 0) {
                    break 'ops Trap::Tell;
                }
                told = false;
            }
            fuel -= 1;
            pc += 1;
            macro_rules! bin {
                ($d:expr, $v:expr) => {
                    r!($d) = $v
                };
            }
            macro_rules! get {
                ($e:expr) => {
                    match $e {
                        Some(v) => v,
                        None => break 'ops Trap::Nil,
                    }
                };
            }
            macro_rules! check {
                ($e:expr) => {
                    match $e {
                        Ok(v) => v,
                        Err(t) => break 'ops t.into(),
                    }
                };
            }
            match op {
                Op::Nop | Op::Ext(..) => {}

                // ---- moves and constants ----
                Op::Mov(d, s) => r!(d) = r!(s),
                Op::Mov2(d, s) => {
                    let (a, b) = (r!(s), r!(s + 1));
                    r!(d) = a;
                    r!(d + 1) = b;
                }
                Op::MovN(d, s, n) => {
                    regs.copy_within(s as usize..s as usize + n as usize, d as usize);
                }
                Op::Zero(d, n) => regs[d as usize..d as usize + n as usize].fill(0),
                Op::Int(d, k) => r!(d) = k as i64 as u64,
                Op::Const(d, k) => r!(d) = p.consts[k as usize],
                Op::Str(d, k) => r!(d) = st.strings[k as usize],
                Op::Func(d, f) => {
                    let c = &mut st.closures[f as usize];
                    if *c == 0 {
                        *c = heap.closure(f, Box::new([]));
                    }
                    r!(d) = *c;
                }
                Op::Closure(d, a, f) => {
                    let n = p.funcs[f as usize].captures as usize;
                    let caps = regs[a as usize..a as usize + n].into();
                    r!(d) = heap.closure(u32::from(f), caps);
                    allocated!();
                }
                Op::Capture(d, i, n) => {
                    let c = get!(heap.get_closure(closure));
                    if n == 1 {
                        r!(d) = c.caps[i as usize];
                    } else {
                        regs[d as usize..d as usize + n as usize]
                            .copy_from_slice(&c.caps[i as usize..i as usize + n as usize]);
                    }
                }

                // ---- integers ----
                Op::AddI(d, a, b) => bin!(d, r!(a).wrapping_add(r!(b))),
                Op::SubI(d, a, b) => bin!(d, r!(a).wrapping_sub(r!(b))),
                Op::MulI(d, a, b) => bin!(d, r!(a).wrapping_mul(r!(b))),
                Op::DivI(d, a, b) => match r!(b) as i64 {
                    0 => break 'ops Trap::Error("integer divide by zero".into()),
                    y => r!(d) = (r!(a) as i64).wrapping_div(y) as u64,
                },
                Op::RemI(d, a, b) => match r!(b) as i64 {
                    0 => break 'ops Trap::Error("integer divide by zero".into()),
                    y => r!(d) = (r!(a) as i64).wrapping_rem(y) as u64,
                },
                Op::DivU(d, a, b) => match r!(b) {
                    0 => break 'ops Trap::Error("integer divide by zero".into()),
                    y => r!(d) = r!(a) / y,
                },
                Op::RemU(d, a, b) => match r!(b) {
                    0 => break 'ops Trap::Error("integer divide by zero".into()),
                    y => r!(d) = r!(a) % y,
                },
                Op::And(d, a, b) => bin!(d, r!(a) & r!(b)),
                Op::Or(d, a, b) => bin!(d, r!(a) | r!(b)),
                Op::Xor(d, a, b) => bin!(d, r!(a) ^ r!(b)),
                Op::AndNot(d, a, b) => bin!(d, r!(a) & !r!(b)),
                Op::Shl(d, a, b) => {
                    let n = r!(b);
                    r!(d) = if n < 64 { r!(a) << n } else { 0 };
                }
                Op::ShrI(d, a, b) => {
                    let n = r!(b).min(63);
                    r!(d) = (r!(a) as i64 >> n) as u64;
                }
                Op::ShrU(d, a, b) => {
                    let n = r!(b);
                    r!(d) = if n < 64 { r!(a) >> n } else { 0 };
                }
                Op::ShiftCheck(a) => {
                    if (r!(a) as i64) < 0 {
                        break 'ops Trap::Error("negative shift amount".into());
                    }
                }
                Op::NegI(d, s) => r!(d) = r!(s).wrapping_neg(),
                Op::NotI(d, s) => r!(d) = !r!(s),
                Op::Not(d, s) => r!(d) = r!(s) ^ 1,
                Op::AddIK(d, a, k) => r!(d) = r!(a).wrapping_add(k as i64 as u64),
                Op::MulIK(d, a, k) => r!(d) = r!(a).wrapping_mul(k as i64 as u64),
                Op::DivIK(d, a, k) => {
                    r!(d) = (r!(a) as i64).checked_div(i64::from(k)).unwrap_or(0) as u64;
                }
                Op::RemIK(d, a, k) => {
                    r!(d) = (r!(a) as i64).checked_rem(i64::from(k)).unwrap_or(0) as u64;
                }
                Op::AndK(d, a, k) => r!(d) = r!(a) & (k as i64 as u64),
                Op::ShlK(d, a, k) => r!(d) = r!(a) << (k & 63),
                Op::ShrIK(d, a, k) => r!(d) = (r!(a) as i64 >> (k & 63)) as u64,
                Op::ShrUK(d, a, k) => r!(d) = r!(a) >> (k & 63),
                Op::SExt8(d, s) => r!(d) = r!(s) as i8 as u64,
                Op::SExt16(d, s) => r!(d) = r!(s) as i16 as u64,
                Op::SExt32(d, s) => r!(d) = r!(s) as i32 as u64,
                Op::ZExt8(d, s) => r!(d) = u64::from(r!(s) as u8),
                Op::ZExt16(d, s) => r!(d) = u64::from(r!(s) as u16),
                Op::ZExt32(d, s) => r!(d) = u64::from(r!(s) as u32),

                // ---- floats ----
                Op::AddF(d, a, b) => r!(d) = (flt(r!(a)) + flt(r!(b))).to_bits(),
                Op::SubF(d, a, b) => r!(d) = (flt(r!(a)) - flt(r!(b))).to_bits(),
                Op::MulF(d, a, b) => r!(d) = (flt(r!(a)) * flt(r!(b))).to_bits(),
                Op::DivF(d, a, b) => r!(d) = (flt(r!(a)) / flt(r!(b))).to_bits(),
                Op::NegF(d, s) => r!(d) = r!(s) ^ (1 << 63),
                Op::F32(d, s) => r!(d) = f64::from(flt(r!(s)) as f32).to_bits(),
                Op::MinF(d, a, b) => r!(d) = float::min(flt(r!(a)), flt(r!(b))).to_bits(),
                Op::MaxF(d, a, b) => r!(d) = float::max(flt(r!(a)), flt(r!(b))).to_bits(),
                Op::I2F(d, s) => r!(d) = (r!(s) as i64 as f64).to_bits(),
                Op::U2F(d, s) => r!(d) = (r!(s) as f64).to_bits(),
                Op::F2I(d, s) => r!(d) = float::to_i64(flt(r!(s))) as u64,
                Op::F2U(d, s) => r!(d) = float::to_u64(flt(r!(s))),
                Op::MulC(d, a, b) => {
                    let (ar, ai) = (flt(r!(a)), flt(r!(a + 1)));
                    let (br, bi) = (flt(r!(b)), flt(r!(b + 1)));
                    r!(d) = (ar * br - ai * bi).to_bits();
                    r!(d + 1) = (ar * bi + ai * br).to_bits();
                }
                Op::DivC(d, a, b) => {
                    let n = (flt(r!(a)), flt(r!(a + 1)));
                    let (e, f) = float::div_complex(n, (flt(r!(b)), flt(r!(b + 1))));
                    r!(d) = e.to_bits();
                    r!(d + 1) = f.to_bits();
                }

                // ---- comparisons ----
                Op::EqI(d, a, b) => r!(d) = u64::from(r!(a) == r!(b)),
                Op::NeI(d, a, b) => r!(d) = u64::from(r!(a) != r!(b)),
                Op::LtI(d, a, b) => r!(d) = u64::from((r!(a) as i64) < r!(b) as i64),
                Op::LeI(d, a, b) => r!(d) = u64::from(r!(a) as i64 <= r!(b) as i64),
                Op::LtU(d, a, b) => r!(d) = u64::from(r!(a) < r!(b)),
                Op::LeU(d, a, b) => r!(d) = u64::from(r!(a) <= r!(b)),
                Op::EqF(d, a, b) => r!(d) = u64::from(flt(r!(a)) == flt(r!(b))),
                Op::NeF(d, a, b) => r!(d) = u64::from(flt(r!(a)) != flt(r!(b))),
                Op::LtF(d, a, b) => r!(d) = u64::from(flt(r!(a)) < flt(r!(b))),
                Op::LeF(d, a, b) => r!(d) = u64::from(flt(r!(a)) <= flt(r!(b))),
                Op::EqS(d, a, b) => r!(d) = u64::from(strings::same(heap, r!(a), r!(b))),
                Op::NeS(d, a, b) => r!(d) = u64::from(!strings::same(heap, r!(a), r!(b))),
                Op::LtS(d, a, b) => r!(d) = u64::from(heap.str(r!(a)) < heap.str(r!(b))),
                Op::LeS(d, a, b) => r!(d) = u64::from(heap.str(r!(a)) <= heap.str(r!(b))),
                Op::EqIface(d, a, b) => {
                    let (x, y) = (a as usize, b as usize);
                    let e = equal_iface(p, heap, &regs[x..x + 2], &regs[y..y + 2]);
                    r!(d) = u64::from(check!(e.map_err(|e| Trap::uncomparable(p, e))));
                }
                Op::EqT(d, a, b) => {
                    let ty = ext(ops, pc).2;
                    pc += 1;
                    let n = p.types[ty as usize].size as usize;
                    let (x, y) = (a as usize, b as usize);
                    let e = equal(p, heap, ty, &regs[x..x + n], &regs[y..y + n]);
                    r!(d) = u64::from(check!(e.map_err(|e| Trap::uncomparable(p, e))));
                }
                Op::EqN(n, d, a, b) => {
                    let (x, y, n) = (a as usize, b as usize, n as usize);
                    r!(d) = u64::from(regs[x..x + n] == regs[y..y + n]);
                }

                // ---- jumps ----
                Op::Jmp(off) => jump!(off),
                Op::JTrue(a, off) => {
                    if r!(a) != 0 {
                        jump!(off);
                    }
                }
                Op::JFalse(a, off) => {
                    if r!(a) == 0 {
                        jump!(off);
                    }
                }
                Op::JEqI(a, b, off) => {
                    if r!(a) == r!(b) {
                        jump!(off);
                    }
                }
                Op::JNeI(a, b, off) => {
                    if r!(a) != r!(b) {
                        jump!(off);
                    }
                }
                Op::JLtI(a, b, off) => {
                    if (r!(a) as i64) < r!(b) as i64 {
                        jump!(off);
                    }
                }
                Op::JLeI(a, b, off) => {
                    if r!(a) as i64 <= r!(b) as i64 {
                        jump!(off);
                    }
                }
                Op::JLtU(a, b, off) => {
                    if r!(a) < r!(b) {
                        jump!(off);
                    }
                }
                Op::JLeU(a, b, off) => {
                    if r!(a) <= r!(b) {
                        jump!(off);
                    }
                }
                Op::JEqIK(a, k, off) => {
                    if r!(a) as i64 == i64::from(k) {
                        jump!(off);
                    }
                }
                Op::JNeIK(a, k, off) => {
                    if r!(a) as i64 != i64::from(k) {
                        jump!(off);
                    }
                }
                Op::JLtIK(a, k, off) => {
                    if (r!(a) as i64) < i64::from(k) {
                        jump!(off);
                    }
                }
                Op::JLeIK(a, k, off) => {
                    if r!(a) as i64 <= i64::from(k) {
                        jump!(off);
                    }
                }
                Op::JGtIK(a, k, off) => {
                    if r!(a) as i64 > i64::from(k) {
                        jump!(off);
                    }
                }
                Op::JGeIK(a, k, off) => {
                    if r!(a) as i64 >= i64::from(k) {
                        jump!(off);
                    }
                }
                Op::JEqF(a, b, off) => {
                    if flt(r!(a)) == flt(r!(b)) {
                        jump!(off);
                    }
                }
                Op::JNeF(a, b, off) => {
                    if flt(r!(a)) != flt(r!(b)) {
                        jump!(off);
                    }
                }
                Op::JLtF(a, b, off) => {
                    if flt(r!(a)) < flt(r!(b)) {
                        jump!(off);
                    }
                }
                Op::JLeF(a, b, off) => {
                    if flt(r!(a)) <= flt(r!(b)) {
                        jump!(off);
                    }
                }
                Op::JNltF(a, b, off) => {
                    let less = flt(r!(a)) < flt(r!(b));
                    if !less {
                        jump!(off);
                    }
                }
                Op::JNleF(a, b, off) => {
                    let at_most = flt(r!(a)) <= flt(r!(b));
                    if !at_most {
                        jump!(off);
                    }
                }
                Op::JEqS(a, b, off) => {
                    if strings::same(heap, r!(a), r!(b)) {
                        jump!(off);
                    }
                }
                Op::JNeS(a, b, off) => {
                    if !strings::same(heap, r!(a), r!(b)) {
                        jump!(off);
                    }
                }
                Op::IncJLtI(a, b, off) => {
                    let v = r!(a).wrapping_add(1);
                    r!(a) = v;
                    if (v as i64) < r!(b) as i64 {
                        jump!(off);
                    }
                }
                Op::JNotType(i, ty, off) => {
                    if r!(i) != u64::from(ty) + 1 {
                        jump!(off);
                    }
                }
                Op::JNotImpl(i, ty, off) => {
                    let t = r!(i);
                    if t == 0 || p.implements((t - 1) as u32, u32::from(ty)).is_err() {
                        jump!(off);
                    }
                }

                // ---- memory ----
                Op::New(d, ty) => {
                    let n = p.types[ty as usize].size as usize;
                    check!(heap.fits(n as u64));
                    r!(d) = heap.slots(n);
                    if spy {
                        st.accesses.born(func, pc - 1, d, r!(d));
                    }
                    allocated!();
                }
                Op::Load(d, q, o) => {
                    let at = r!(q).wrapping_add(u64::from(o));
                    let v = get!(heap.load(at));
                    spy!(at, 1, false);
                    r!(d) = v;
                }
                Op::LoadN(n, d, q, o) => {
                    let at = r!(q).wrapping_add(u64::from(o));
                    let from = get!(heap.range(at, n as usize));
                    spy!(at, n, false);
                    regs[d as usize..d as usize + n as usize].copy_from_slice(from);
                }
                Op::Store(q, o, s) => {
                    let at = r!(q).wrapping_add(u64::from(o));
                    get!(heap.store(at, r!(s)));
                    spy!(at, 1, true);
                }
                Op::StoreN(n, q, o, s) => {
                    let at = r!(q).wrapping_add(u64::from(o));
                    let to = get!(heap.range_mut(at, n as usize));
                    to.copy_from_slice(&regs[s as usize..s as usize + n as usize]);
                    spy!(at, n, true);
                }
                Op::Addr(d, q, o) => {
                    if r!(q) == 0 {
                        break 'ops Trap::Nil;
                    }
                    r!(d) = r!(q) + u64::from(o);
                }
                Op::NilCheck(q) => {
                    if r!(q) == 0 {
                        break 'ops Trap::Nil;
                    }
                }
                Op::LoadX(d, q, i) => {
                    let at = r!(q).wrapping_add(r!(i));
                    let v = get!(heap.load(at));
                    spy!(at, 1, false);
                    r!(d) = v;
                }
                Op::StoreX(q, i, s) => {
                    let at = r!(q).wrapping_add(r!(i));
                    get!(heap.store(at, r!(s)));
                    spy!(at, 1, true);
                }
                Op::CopyMem(q, s, n) => {
                    let ok = r!(q) != 0 && r!(s) != 0;
                    if !ok || !heap.copy(r!(q), r!(s), r!(n) as usize) {
                        break 'ops Trap::Nil;
                    }
                    spy!(r!(s), r!(n), false);
                    spy!(r!(q), r!(n), true);
                }
                Op::LoadG(d, g) => {
                    r!(d) = heap.words(st.globals)[g as usize];
                    spy!(st.globals + u64::from(g), 1, false);
                }
                Op::StoreG(s, g) => {
                    heap.words_mut(st.globals)[g as usize] = r!(s);
                    spy!(st.globals + u64::from(g), 1, true);
                }
                Op::AddrG(d, g) => r!(d) = st.globals + u64::from(g),
                Op::BoundsK(i, len) => {
                    if r!(i) >= u64::from(len) {
                        break 'ops Trap::Bounds(Bound::Index, r!(i) as i64, u64::from(len));
                    }
                }
                Op::Bounds(i, len) => {
                    if r!(i) >= r!(len) {
                        break 'ops Trap::Bounds(Bound::Index, r!(i) as i64, r!(len));
                    }
                }

                // ---- slices ----
                Op::SliceLen(d, s) => r!(d) = u64::from(layout::slice_len(r!(s + 1))),
                Op::SliceCap(d, s) => r!(d) = u64::from(layout::slice_cap(r!(s + 1))),
                Op::Index(d, s, i) => {
                    let (i, len) = (r!(i), u64::from(layout::slice_len(r!(s + 1))));
                    if i >= len {
                        break 'ops Trap::Bounds(Bound::Index, i as i64, len);
                    }
                    let at = r!(s) + i;
                    let v = get!(heap.load(at));
                    spy!(at, 1, false);
                    r!(d) = v;
                }
                Op::IndexN(n, d, s, i) => {
                    let (i, len) = (r!(i), u64::from(layout::slice_len(r!(s + 1))));
                    if i >= len {
                        break 'ops Trap::Bounds(Bound::Index, i as i64, len);
                    }
                    let at = r!(s) + i * u64::from(n);
                    let from = get!(heap.range(at, n as usize));
                    spy!(at, n, false);
                    regs[d as usize..d as usize + n as usize].copy_from_slice(from);
                }
                Op::SetIndex(s, i, v) => {
                    let (i, len) = (r!(i), u64::from(layout::slice_len(r!(s + 1))));
                    if i >= len {
                        break 'ops Trap::Bounds(Bound::Index, i as i64, len);
                    }
                    let at = r!(s) + i;
                    get!(heap.store(at, r!(v)));
                    spy!(at, 1, true);
                }
                Op::SetIndexN(n, s, i, v) => {
                    let (i, len) = (r!(i), u64::from(layout::slice_len(r!(s + 1))));
                    if i >= len {
                        break 'ops Trap::Bounds(Bound::Index, i as i64, len);
                    }
                    let at = r!(s) + i * u64::from(n);
                    let to = get!(heap.range_mut(at, n as usize));
                    to.copy_from_slice(&regs[v as usize..v as usize + n as usize]);
                    spy!(at, n, true);
                }
                Op::IndexAddr(n, d, s, i) => {
                    let (i, len) = (r!(i), u64::from(layout::slice_len(r!(s + 1))));
                    if i >= len {
                        break 'ops Trap::Bounds(Bound::Index, i as i64, len);
                    }
                    r!(d) = r!(s) + i * u64::from(n);
                }
                Op::Slice(f, d, s, a) => {
                    let size = ext(ops, pc).2;
                    pc += 1;
                    check!(slices::slice(regs, f, d as usize, s as usize, a as usize, size));
                }
                Op::MakeSlice(d, len, cap) => {
                    let ty = ext(ops, pc).2;
                    let v = slices::make(p, heap, ty, r!(len) as i64, r!(cap) as i64);
                    let (ptr, meta) = check!(v);
                    pc += 1;
                    r!(d) = ptr;
                    r!(d + 1) = meta;
                    allocated!();
                }
                Op::Append(d, s, v) => {
                    let (_, n, ty) = ext(ops, pc);
                    let size = p.types[ty as usize].size as usize;
                    let s = (r!(s), r!(s + 1));
                    let (ptr, meta) = check!(slices::extend(p, heap, ty, s, n as usize));
                    let at = ptr + u64::from(layout::slice_len(s.1)) * size as u64;
                    let words = n as usize * size;
                    if words == 1 {
                        get!(heap.store(at, r!(v)));
                    } else if words > 0 {
                        let to = get!(heap.range_mut(at, words));
                        to.copy_from_slice(&regs[v as usize..v as usize + words]);
                    }
                    if ptr != s.0 {
                        spy!(s.0, layout::slice_len(s.1) as usize * size, false);
                    }
                    spy!(at, words, true);
                    pc += 1;
                    r!(d) = ptr;
                    r!(d + 1) = meta;
                    allocated!();
                }
                Op::AppendSlice(d, s, t) => {
                    let ty = ext(ops, pc).2;
                    let (s, t) = ((r!(s), r!(s + 1)), (r!(t), r!(t + 1)));
                    let (ptr, meta) = check!(slices::append_slice(p, heap, ty, s, t));
                    let size = p.types[ty as usize].size as usize;
                    let (old, new) = (layout::slice_len(s.1), layout::slice_len(t.1));
                    if ptr != s.0 {
                        spy!(s.0, old as usize * size, false);
                    }
                    spy!(t.0, new as usize * size, false);
                    spy!(ptr + u64::from(old) * size as u64, new as usize * size, true);
                    pc += 1;
                    r!(d) = ptr;
                    r!(d + 1) = meta;
                    allocated!();
                }
                Op::AppendStr(d, s, t) => {
                    let s = (r!(s), r!(s + 1));
                    let (ptr, meta) = check!(slices::append_str(p, heap, s, r!(t)));
                    spy!(ptr + u64::from(layout::slice_len(s.1)), heap.str_len(r!(t)), true);
                    r!(d) = ptr;
                    r!(d + 1) = meta;
                    allocated!();
                }
                Op::Copy(d, a, b) => {
                    let ty = ext(ops, pc).2;
                    pc += 1;
                    let size = p.types[ty as usize].size as usize;
                    let n = layout::slice_len(r!(a + 1)).min(layout::slice_len(r!(b + 1)));
                    spy!(r!(b), n as usize * size, false);
                    spy!(r!(a), n as usize * size, true);
                    heap.copy(r!(a), r!(b), n as usize * size);
                    r!(d) = u64::from(n);
                }
                Op::CopyStr(d, a, b) => {
                    let n = slices::copy_str(heap, (r!(a), r!(a + 1)), r!(b));
                    spy!(r!(a), n, true);
                    r!(d) = n;
                }
                Op::ClearSlice(s, ty) => {
                    let size = p.types[ty as usize].size as usize;
                    let n = layout::slice_len(r!(s + 1)) as usize * size;
                    if n > 0 {
                        get!(heap.range_mut(r!(s), n)).fill(0);
                        spy!(r!(s), n, true);
                    }
                }
                Op::SliceToArray(d, s, n) => {
                    let len = layout::slice_len(r!(s + 1));
                    if len < u32::from(n) {
                        break 'ops Trap::Bounds(Bound::Convert, i64::from(len), u64::from(n));
                    }
                    r!(d) = r!(s);
                }

                // ---- strings ----
                Op::Concat(d, a, b) => {
                    check!(strings::fits(heap, &[r!(a), r!(b)]));
                    r!(d) = heap.concat(r!(a), r!(b));
                    allocated!();
                }
                Op::ConcatN(d, a, n) => {
                    let parts = &regs[a as usize..a as usize + n as usize];
                    check!(strings::fits(heap, parts));
                    r!(d) = strings::concat(heap, parts);
                    allocated!();
                }
                Op::StrLen(d, s) => r!(d) = heap.str_len(r!(s)) as u64,
                Op::StrIndex(d, s, i) => {
                    let (i, s) = (r!(i), heap.str(r!(s)));
                    match s.get(i as usize) {
                        Some(&c) if i < s.len() as u64 => r!(d) = u64::from(c),
                        _ => break 'ops Trap::Bounds(Bound::Index, i as i64, s.len() as u64),
                    }
                }
                Op::StrSlice(f, d, s, a) => {
                    let len = heap.str_len(r!(s)) as u64;
                    let lo = if f & 1 != 0 { r!(a) } else { 0 };
                    let hi = if f & 2 != 0 { r!(a + 1) } else { len };
                    if hi > len {
                        break 'ops Trap::Bounds(Bound::SliceLen, hi as i64, len);
                    }
                    if lo > hi {
                        break 'ops Trap::Bounds(Bound::Slice, lo as i64, hi);
                    }
                    r!(d) = heap.substring(r!(s), lo as usize, hi as usize);
                    allocated!();
                }
                Op::StrNext(d, s, off) => {
                    let at = r!(d + 2) as usize;
                    match strings::decode(heap.str(r!(s)).get(at..).unwrap_or(&[])) {
                        None => jump!(off),
                        Some((c, w)) => {
                            r!(d) = at as u64;
                            r!(d + 1) = u64::from(c);
                            r!(d + 2) = (at + w) as u64;
                        }
                    }
                }
                Op::RuneToStr(d, s) => {
                    r!(d) = strings::from_rune(heap, r!(s) as i64);
                    allocated!();
                }
                Op::BytesToStr(d, s) => {
                    spy!(r!(s), layout::slice_len(r!(s + 1)), false);
                    let v = slices::bytes(heap, (r!(s), r!(s + 1)));
                    check!(heap.fits(v.len() as u64 / 8));
                    r!(d) = heap.string(&v);
                    allocated!();
                }
                Op::RunesToStr(d, s) => {
                    spy!(r!(s), layout::slice_len(r!(s + 1)), false);
                    r!(d) = strings::from_runes(heap, (r!(s), r!(s + 1)));
                    allocated!();
                }
                Op::StrToBytes(d, s) => {
                    let (ptr, meta) = check!(strings::to_bytes(heap, r!(s)));
                    r!(d) = ptr;
                    r!(d + 1) = meta;
                    allocated!();
                }
                Op::StrToRunes(d, s) => {
                    let (ptr, meta) = check!(strings::to_runes(heap, r!(s)));
                    r!(d) = ptr;
                    r!(d + 1) = meta;
                    allocated!();
                }

                // ---- maps ----
                Op::MakeMap(d, ty) => {
                    r!(d) = maps::make(p, heap, ty);
                    allocated!();
                }
                Op::MapGet(d, mp, k) => {
                    let ty = ext(ops, pc).2;
                    pc += 1;
                    spy_map!(r!(mp), false);
                    check!(maps::get(p, heap, ty, r!(mp), regs, k as usize, d as usize));
                }
                Op::MapGet2(d, mp, k) => {
                    let ty = ext(ops, pc).2;
                    pc += 1;
                    spy_map!(r!(mp), false);
                    let (there, n) =
                        check!(maps::get(p, heap, ty, r!(mp), regs, k as usize, d as usize));
                    regs[d as usize + n] = u64::from(there);
                }
                Op::MapSet(mp, k, v) => {
                    let ty = ext(ops, pc).2;
                    spy_map!(r!(mp), true);
                    check!(maps::set(p, heap, ty, r!(mp), regs, k as usize, v as usize));
                    pc += 1;
                    allocated!();
                }
                Op::MapDelete(mp, k) => {
                    let ty = ext(ops, pc).2;
                    pc += 1;
                    spy_map!(r!(mp), true);
                    check!(maps::delete(p, heap, ty, r!(mp), regs, k as usize));
                }
                Op::MapLen(d, mp) => {
                    spy_map!(r!(mp), false);
                    r!(d) = heap.get_map(r!(mp)).map_or(0, |m| m.len()) as u64;
                }
                Op::ClearMap(mp) => {
                    spy_map!(r!(mp), true);
                    if let Some(map) = heap.get_map_mut(r!(mp)) {
                        map.clear();
                    }
                }
                Op::MapIter(d, mp) => {
                    flush!();
                    spy_map!(r!(mp), false);
                    r!(d) = maps::iter(h, heap, r!(mp));
                    allocated!();
                }
                Op::MapNext(it, d, off) => {
                    if !maps::next(h, heap, r!(it), &mut regs[d as usize..]) {
                        jump!(off);
                    }
                }

                // ---- interfaces ----
                Op::Iface(d, s, ty) => {
                    let n = p.types[ty as usize].size as usize;
                    let data = match n {
                        0 => 0,
                        1 => r!(s),
                        _ => {
                            let v = heap.boxed(&regs[s as usize..s as usize + n]);
                            allocated!();
                            v
                        }
                    };
                    r!(d) = u64::from(ty) + 1;
                    r!(d + 1) = data;
                }
                Op::Unbox(d, i, ty) => {
                    let n = p.types[ty as usize].size as usize;
                    iface::unbox(heap, regs, d as usize, r!(i + 1), n);
                }
                Op::Assert(d, i, ty) => {
                    let of = ext(ops, pc).2;
                    if r!(i) != u64::from(ty) + 1 {
                        break 'ops iface::failed(p, r!(i), u32::from(ty), of);
                    }
                    pc += 1;
                    let n = p.types[ty as usize].size as usize;
                    iface::unbox(heap, regs, d as usize, r!(i + 1), n);
                }
                Op::Assert2(d, i, ty) => {
                    pc += 1;
                    let n = p.types[ty as usize].size as usize;
                    let ok = r!(i) == u64::from(ty) + 1;
                    if ok {
                        iface::unbox(heap, regs, d as usize, r!(i + 1), n);
                    } else {
                        regs[d as usize..d as usize + n].fill(0);
                    }
                    regs[d as usize + n] = u64::from(ok);
                }
                Op::AssertIface(d, i, ty) => {
                    let of = ext(ops, pc).2;
                    let (t, data) = (r!(i), r!(i + 1));
                    if t == 0 || p.implements((t - 1) as u32, u32::from(ty)).is_err() {
                        break 'ops iface::failed(p, t, u32::from(ty), of);
                    }
                    pc += 1;
                    r!(d) = t;
                    r!(d + 1) = data;
                }
                Op::AssertIface2(d, i, ty) => {
                    pc += 1;
                    let (t, data) = (r!(i), r!(i + 1));
                    let ok = t != 0 && p.implements((t - 1) as u32, u32::from(ty)).is_ok();
                    r!(d) = if ok { t } else { 0 };
                    r!(d + 1) = if ok { data } else { 0 };
                    r!(d + 2) = u64::from(ok);
                }

                // ---- calls ----
                Op::Call(b, f) => {
                    if let Some(top) = go.frames.last_mut() {
                        top.pc = pc as u32;
                    }
                    let base = base + b as usize;
                    let regs = p.funcs[f as usize].nregs as usize;
                    check!(reserve(&mut go.stack, base, regs, limit));
                    go.frames.push(call_frame::<TRACE>(f, base, 0));
                    continue 'frame;
                }
                Op::CallClosure(b, c) => {
                    let word = r!(c);
                    let f = get!(heap.get_closure(word)).func;
                    if let Some(top) = go.frames.last_mut() {
                        top.pc = pc as u32;
                    }
                    let base = base + b as usize;
                    let regs = p.funcs[f as usize].nregs as usize;
                    check!(reserve(&mut go.stack, base, regs, limit));
                    go.frames.push(call_frame::<TRACE>(f, base, word));
                    continue 'frame;
                }
                Op::CallIface(b, i, method) => {
                    let f = get!(lookup(&mut st.methods, p, r!(i), method));
                    let callee = &p.funcs[f as usize];
                    let at = b as usize + callee.nresults as usize;
                    let data = r!(i + 1);
                    let (base, size) = (base + b as usize, callee.nregs as usize);
                    if let Some(top) = go.frames.last_mut() {
                        top.pc = pc as u32;
                    }
                    check!(reserve(&mut go.stack, base, size.max(at - b as usize + 1), limit));
                    let here = base - b as usize;
                    go.stack[here + at] = data;
                    go.frames.push(call_frame::<TRACE>(f, base, 0));
                    continue 'frame;
                }
                Op::CallNative(b, f) => {
                    flush!();
                    if let Some(top) = go.frames.last_mut() {
                        top.pc = pc as u32;
                    }
                    let native = m.natives[f as usize];
                    let b = base + b as usize;
                    if go.stack.len() < b + 16 {
                        go.stack.resize(b + 16, 0);
                    }
                    let next = native(&mut Cx { m, st, go, waker, b });
                    let trap = panics::native(m, go, next, b, f);
                    if floor == ALONE && !go.alone {
                        floor = 0;
                    }
                    if st.heap.wants_gc() {
                        floor = i64::MAX;
                    }
                    resync!();
                    match trap {
                        None => continue 'frame,
                        Some(Trap::Park) => leave!(End::Pending),
                        Some(t) => match panics::handle::<TRACE>(m, st, go, t) {
                            Then::Run => continue 'frame,
                            Then::End(e) => leave!(e),
                        },
                    }
                }
                Op::Ret => {
                    if TRACE {
                        flush!();
                        if let Some(top) = go.frames.last_mut() {
                            top.pc = pc as u32 - 1;
                        }
                        tell::ret(m, st, go);
                    }
                    let Some(frame) = go.frames.pop() else { continue 'frame };
                    if frame.kind == FrameKind::Call {
                        continue 'frame;
                    }
                    flush!();
                    match panics::returned::<TRACE>(m, st, go, frame, waker) {
                        Then::Run => continue 'frame,
                        Then::End(e) => leave!(e),
                    }
                }
                Op::Go(b, f) => {
                    flush!();
                    let callee = &p.funcs[f as usize];
                    let a = b as usize + callee.nresults as usize;
                    let args: Vec<u64> = regs[a..a + callee.nparams as usize].into();
                    if let Some(top) = go.frames.last_mut() {
                        top.pc = pc as u32;
                    }
                    let pos = func.lines.get(pc - 1).copied().unwrap_or_default();
                    let line = if pos.file == 0 { pos.line } else { report::place(m, go).line };
                    let by = go.frames.last().map(|f| f.func);
                    if st.live >= m.budgets().goroutines {
                        break 'ops Trap::Goroutines;
                    }
                    m.spawn(st, Spawn { func: f, closure: 0, args: &args, pos, line, by });
                    resync!();
                    continue 'frame;
                }
                Op::GoClosure(b, c) => {
                    flush!();
                    let word = r!(c);
                    let Some(c) = heap.get_closure(word) else {
                        break 'ops Trap::Fatal("go of nil func value".into());
                    };
                    let f = c.func;
                    let callee = &p.funcs[f as usize];
                    let a = b as usize + callee.nresults as usize;
                    let args: Vec<u64> = regs[a..a + callee.nparams as usize].into();
                    if let Some(top) = go.frames.last_mut() {
                        top.pc = pc as u32;
                    }
                    let pos = func.lines.get(pc - 1).copied().unwrap_or_default();
                    let line = if pos.file == 0 { pos.line } else { report::place(m, go).line };
                    let by = go.frames.last().map(|f| f.func);
                    if st.live >= m.budgets().goroutines {
                        break 'ops Trap::Goroutines;
                    }
                    m.spawn(st, Spawn { func: f, closure: word, args: &args, pos, line, by });
                    resync!();
                    continue 'frame;
                }
                Op::GoIface(b, i, method) => {
                    flush!();
                    let f = get!(lookup(&mut st.methods, p, r!(i), method));
                    let callee = &p.funcs[f as usize];
                    let a = b as usize + callee.nresults as usize;
                    r!(a) = r!(i + 1);
                    let args: Vec<u64> = regs[a..a + callee.nparams as usize].into();
                    if let Some(top) = go.frames.last_mut() {
                        top.pc = pc as u32;
                    }
                    let pos = func.lines.get(pc - 1).copied().unwrap_or_default();
                    let line = if pos.file == 0 { pos.line } else { report::place(m, go).line };
                    let by = go.frames.last().map(|f| f.func);
                    if st.live >= m.budgets().goroutines {
                        break 'ops Trap::Goroutines;
                    }
                    m.spawn(st, Spawn { func: f, closure: 0, args: &args, pos, line, by });
                    resync!();
                    continue 'frame;
                }
                Op::Defer(b, f) => {
                    let callee = &p.funcs[f as usize];
                    let a = b as usize + callee.nresults as usize;
                    let args = regs[a..a + callee.nparams as usize].into();
                    let frame = go.frames.len() as u32 - 1;
                    go.defers.push(Defer { frame, func: Some(f), closure: 0, args });
                }
                Op::DeferClosure(b, c) => {
                    let closure = r!(c);
                    let frame = go.frames.len() as u32 - 1;
                    let (func, args) = match heap.get_closure(closure) {
                        None => (None, Box::default()),
                        Some(c) => {
                            let callee = &p.funcs[c.func as usize];
                            let a = b as usize + callee.nresults as usize;
                            (Some(c.func), regs[a..a + callee.nparams as usize].into())
                        }
                    };
                    go.defers.push(Defer { frame, func, closure, args });
                }
                Op::DeferIface(b, i, method) => {
                    let f = get!(lookup(&mut st.methods, p, r!(i), method));
                    let callee = &p.funcs[f as usize];
                    let a = b as usize + callee.nresults as usize;
                    let mut args: Box<[u64]> = regs[a..a + callee.nparams as usize].into();
                    if let Some(receiver) = args.first_mut() {
                        *receiver = r!(i + 1);
                    }
                    let frame = go.frames.len() as u32 - 1;
                    go.defers.push(Defer { frame, func: Some(f), closure: 0, args });
                }
                Op::DeferToken(d) => r!(d) = go.frames.len() as u64 - 1,
                Op::DeferAt(t, c) => {
                    let closure = r!(c);
                    let frame = r!(t) as u32;
                    let func = heap.get_closure(closure).map(|c| c.func);
                    let at = go.defers.partition_point(|d| d.frame <= frame);
                    let args = Box::default();
                    go.defers.insert(at, Defer { frame, func, closure, args });
                }
                Op::RunDefers => {
                    if TRACE {
                        flush!();
                        if let Some(top) = go.frames.last_mut() {
                            top.pc = pc as u32 - 1;
                        }
                        tell::vars(m, st, go);
                    }
                    if let Some(top) = go.frames.last_mut() {
                        top.pc = pc as u32;
                    }
                    match panics::run_defer(m, go) {
                        Ok(()) => continue 'frame,
                        Err(t) => break 'ops t,
                    }
                }
                Op::Panic(v) => {
                    break 'ops Trap::Panic([r!(v), r!(v + 1)]);
                }
                Op::Recover(d) => {
                    flush!();
                    let v = panics::recover(m, go);
                    let regs = &mut go.stack[base..];
                    regs[d as usize] = v[0];
                    regs[d as usize + 1] = v[1];
                    if let Some(top) = go.frames.last_mut() {
                        top.pc = pc as u32;
                    }
                    continue 'frame;
                }
                Op::Throw(k) => {
                    let s = String::from_utf8_lossy(&p.strings[k as usize]).into_owned();
                    break 'ops Trap::Error(s);
                }

                // ---- channels ----
                Op::MakeChan(d, n, ty) => {
                    flush!();
                    let label = tell::label(m, func, pc - 1);
                    let live = &mut st.live_objects;
                    let n = r!(n) as i64;
                    r!(d) = check!(chans::make(m, heap, live, u32::from(ty), n, label));
                    allocated!();
                }
                Op::Send(c, v) => {
                    flush!();
                    match chans::send(m, heap, waker, r!(c), &regs[v as usize..], &mut go.wait) {
                        Ok(()) => {
                            resync!();
                            allocated!();
                        }
                        Err(t) => break 'ops t,
                    }
                }
                Op::Recv(d, c) => {
                    flush!();
                    match chans::recv(m, heap, waker, r!(c), regs, d, false, &mut go.wait) {
                        Ok(()) => {
                            resync!();
                        }
                        Err(t) => break 'ops t,
                    }
                }
                Op::Recv2(d, c) => {
                    flush!();
                    match chans::recv(m, heap, waker, r!(c), regs, d, true, &mut go.wait) {
                        Ok(()) => {
                            resync!();
                        }
                        Err(t) => break 'ops t,
                    }
                }
                Op::Close(c) => {
                    flush!();
                    check!(chans::close(m, heap, r!(c)));
                    resync!();
                }
                Op::ChanLen(d, c) => {
                    r!(d) = heap.get_chan(r!(c)).map_or(0, |c| c.chan.len()) as u64;
                }
                Op::ChanCap(d, c) => {
                    r!(d) = heap.get_chan(r!(c)).map_or(0, |c| c.chan.cap()) as u64;
                }
                Op::Select(d, t) => {
                    flush!();
                    let table = &func.selects[t as usize];
                    match chans::select(m, heap, waker, table, t, regs, d, &mut go.wait) {
                        Ok(()) => {
                            resync!();
                            allocated!();
                        }
                        Err(t) => break 'ops t,
                    }
                }
            }
        };

        // Off the straight path.
        if let Some(top) = go.frames.last_mut() {
            top.pc = pc as u32;
        }
        flush!();
        let then = match trap {
            Trap::Stop if floor == i64::MAX => {
                floor = 0;
                m.collect(st, Some(go));
                if !st.heap.over_limit() {
                    continue 'frame;
                }
                panics::handle::<TRACE>(m, st, go, Trap::Memory(0))
            }
            Trap::Stop if go.alone => {
                floor = ALONE;
                Then::Run
            }
            Trap::Stop => {
                h.requeue(StopReason::Preempted);
                Then::End(End::Pending)
            }
            Trap::Tell => {
                told = true;
                if tell::statement(m, st, go) { Then::Run } else { Then::End(End::Over) }
            }
            Trap::Park => Then::End(End::Pending),
            Trap::Memory(_) if tried != Some(fuel) => {
                m.collect(st, Some(go));
                tried = Some(fuel);
                fuel += 1;
                mark = fuel;
                told = true;
                if let Some(top) = go.frames.last_mut() {
                    top.pc = pc as u32 - 1;
                }
                Then::Run
            }
            t => panics::handle::<TRACE>(m, st, go, t),
        };
        if let Then::End(e) = then {
            leave!(e);
        }
    }
}

fn call_frame<const TRACE: bool>(func: u32, base: usize, closure: u64) -> Frame {
    let stmt = if TRACE { NEW } else { 0 };
    Frame { func, pc: 0, base: base as u32, stmt, kind: FrameKind::Call, closure }
}

/// The function of method `m` of the dynamic type in the first slot of an interface; none if that is nil.
#[inline(always)]
fn lookup(cache: &mut [(u32, u16, u32)], p: &Program, slot: u64, m: u16) -> Option<u32> {
    if slot == 0 {
        return None;
    }
    let ty = (slot - 1) as u32;
    let i = (ty as usize * 31 + m as usize) % METHOD_CACHE;
    match cache.get(i) {
        Some(&(t, n, f)) if t == ty && n == m => Some(f),
        _ => {
            let f = p.types.get(ty as usize)?.method(m)?;
            if let Some(c) = cache.get_mut(i) {
                *c = (ty, m, f);
            }
            Some(f)
        }
    }
}
