//! The function under construction: registers, labels, positions, variables.

use crate::op::{Op, Reg};
use crate::program::{
    Func, FuncId, Label as ObjLabel, Local, Place as DebugPlace, RTypeId, StmtInfo,
};
use crate::rtype::Env;
use std::collections::BTreeMap;
use std::rc::Rc;
use syntax::{ExprId, Pos};
use types::{ObjId, PkgId, TypeId};

/// What can be captured by a function literal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Var {
    /// A variable of the source.
    Obj(ObjId),
    /// Result number `i` of the function around range-over-func bodies.
    Result(u32),
    /// Control block of a range-over-func loop.
    Control(u32),
    /// Token of the deferred calls of the function around range-over-func bodies.
    DeferToken,
}

/// Where a variable lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Home {
    /// In registers.
    Reg(Reg),
    /// In a heap object, whose pointer is in the register.
    Heap(Reg),
}

/// A variable in scope.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VarInfo {
    pub home: Home,
    pub ty: TypeId,
}

/// A point in the code to jump to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Label(u32);

/// What `break` and `continue` can refer to.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// Label in the source.
    pub name: Option<Rc<str>>,
    pub brk: Label,
    /// None for `switch` and `select`.
    pub cont: Option<Label>,
}

/// A way out of the body of a range-over-func loop, taken by the function around it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    Return,
    Break(Option<Rc<str>>),
    Continue(Option<Rc<str>>),
    Goto(Rc<str>),
}

/// For the function that the body of a range-over-func loop became.
#[derive(Clone, Debug)]
pub(crate) struct RangeBody {
    /// Its control block.
    pub control: u32,
    /// Label of the loop.
    pub label: Option<Rc<str>>,
    /// Types of the results of the function around.
    pub results: Vec<TypeId>,
    pub exits: Vec<Exit>,
}

/// A result of the function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ResultInfo {
    pub obj: Option<ObjId>,
    pub ty: TypeId,
    /// Where `Ret` expects it.
    pub reg: Reg,
    pub home: Home,
}

/// A function under construction.
#[derive(Clone, Debug, Default)]
pub(crate) struct FuncState {
    pub id: FuncId,
    pub func: Func,
    pub next: u32,
    max: u32,
    pub pos: Pos,
    pub vars: BTreeMap<Var, VarInfo>,
    pub env: Rc<Env>,
    pub pkg: Option<PkgId>,
    pub results: Vec<ResultInfo>,
    pub named_results: bool,
    pub has_defer: bool,
    pub epilogue: Option<Label>,
    pub targets: Vec<Target>,
    pub gotos: BTreeMap<Rc<str>, Label>,
    pub range_body: Option<RangeBody>,
    /// Variables of this function that range-over-func bodies use.
    pub range_captured: Rc<std::collections::BTreeSet<ObjId>>,
    pub traced: bool,
    pub local_ids: BTreeMap<ObjId, u16>,
    pub closures: u32,
    pub ranges: u32,
    pub old_loops: bool,
    /// Calls evaluated ahead of the expression around them.
    pub hoisted: BTreeMap<ExprId, Reg>,
    /// What an object made now is called.
    pub hint: Option<Rc<str>>,
    /// Where `fallthrough` goes.
    pub next_case: Option<Label>,
    /// Label of the source in front of the statement to come.
    pub label_name: Option<Rc<str>>,
    bound: Vec<Option<u32>>,
    fixups: Vec<(u32, Label)>,
    /// No instruction before this pc may be merged with a later one.
    barrier: u32,
    /// Registers or instructions have run out.
    pub overflow: bool,
}

impl FuncState {
    /// The index of the next instruction.
    pub fn pc(&self) -> u32 {
        self.func.ops.len() as u32
    }

    /// Appends an instruction.
    pub fn emit(&mut self, op: Op) {
        if self.fuse(op) {
            return;
        }
        self.func.ops.push(op);
        self.func.lines.push(self.pos);
    }

    fn fuse(&mut self, op: Op) -> bool {
        let pc = self.pc();
        if pc <= self.barrier {
            return false;
        }
        let last = self.func.ops[pc as usize - 1];
        let fused = match (last, op) {
            (Op::AddIK(d, a, 1), Op::JLtI(x, y, 0)) if d == a && x == a && y != a => {
                Op::IncJLtI(a, y, 0)
            }
            _ => return false,
        };
        self.func.ops[pc as usize - 1] = fused;
        true
    }

    /// Keeps the next instruction from being merged with those before.
    pub fn barrier(&mut self) {
        self.barrier = self.pc();
    }

    /// Takes `n` registers from the top.
    pub fn alloc(&mut self, n: u32) -> Reg {
        let r = self.next;
        self.next = self.next.saturating_add(n);
        self.max = self.max.max(self.next);
        if self.next > u32::from(u16::MAX) - 8 {
            self.overflow = true;
            self.next = r;
            self.max = r;
            return 0;
        }
        r as Reg
    }

    /// Gives back all registers from `mark` on.
    pub fn release(&mut self, mark: u32) {
        self.next = mark;
    }

    /// A label to be bound later.
    pub fn label(&mut self) -> Label {
        self.bound.push(None);
        Label(self.bound.len() as u32 - 1)
    }

    /// Binds a label to the next instruction.
    pub fn bind(&mut self, l: Label) {
        self.drop_jump_to(l);
        self.bound[l.0 as usize] = Some(self.pc());
        self.barrier();
    }

    /// Takes back a jump to the very next instruction.
    fn drop_jump_to(&mut self, l: Label) {
        let pc = self.pc();
        let told = self.func.stmts.last().is_some_and(|s| s.pc + 1 >= pc);
        if pc == 0
            || told
            || self.bound.contains(&Some(pc))
            || self.fixups.last() != Some(&(pc - 1, l))
            || !matches!(self.func.ops.last(), Some(Op::Jmp(_)))
        {
            return;
        }
        self.fixups.pop();
        self.func.ops.pop();
        self.func.lines.pop();
        self.barrier = self.barrier.min(self.pc());
    }

    /// Appends a jump (its offset still 0) to a label.
    pub fn jump(&mut self, op: Op, l: Label) {
        self.emit(op);
        let pc = self.pc() - 1;
        self.fixups.push((pc, l));
    }

    /// Appends an unconditional jump.
    pub fn jmp(&mut self, l: Label) {
        self.jump(Op::Jmp(0), l);
    }

    /// Whether control cannot come to the next instruction by falling through.
    pub fn dead(&self) -> bool {
        let pc = self.pc();
        let labelled = self.bound.contains(&Some(pc));
        !labelled
            && matches!(
                self.func.ops.last(),
                Some(Op::Jmp(_) | Op::Ret | Op::Panic(_) | Op::Throw(_))
            )
    }

    /// Attaches a name to the object that the last instruction makes or uses.
    pub fn note(&mut self, name: Rc<str>, ty: Rc<str>) {
        let pc = self.pc() - 1;
        if self.func.labels.last().is_none_or(|l| l.0 < pc) {
            self.func.labels.push((pc, ObjLabel { name, ty }));
        }
    }

    /// A statement of the learner's file begins.
    pub fn statement(&mut self, pos: Pos) {
        if !self.traced || !pos.is_known() {
            return;
        }
        let info = StmtInfo { pc: self.pc(), line: pos.line, col: pos.col, assigns: Vec::new() };
        match self.func.stmts.last_mut() {
            Some(s) if s.pc == info.pc => *s = info,
            _ => self.func.stmts.push(info),
        }
        self.barrier();
    }

    /// The statement under way may assign a variable.
    pub fn assigns(&mut self, obj: ObjId) {
        if let Some(&id) = self.local_ids.get(&obj)
            && let Some(s) = self.func.stmts.last_mut()
            && !s.assigns.contains(&id)
        {
            s.assigns.push(id);
        }
    }

    /// Makes a local variable known to the debug table.
    pub fn debug_local(
        &mut self,
        obj: ObjId,
        name: Rc<str>,
        ty: RTypeId,
        home: Home,
        param: bool,
        line: u32,
    ) {
        let place = match home {
            Home::Reg(r) => DebugPlace::Reg(r),
            Home::Heap(r) => DebugPlace::Heap(r),
        };
        let id = self.func.locals.len() as u16;
        let scope = (if param { 0 } else { self.pc() }, u32::MAX);
        self.func.locals.push(Local { name, ty, place, param, line, scope });
        self.local_ids.insert(obj, id);
    }

    /// How many local variables are known: the beginning of a scope.
    pub fn scope(&self) -> usize {
        self.func.locals.len()
    }

    /// Ends the scope of the local variables that became known since [`FuncState::scope`].
    pub fn end_scope(&mut self, since: usize) {
        let pc = self.pc();
        for l in self.func.locals.iter_mut().skip(since) {
            l.scope.1 = l.scope.1.min(pc);
        }
    }

    /// Resolves all jumps. Gives the finished function, and whether it fits the instruction format.
    pub fn finish(mut self) -> (Func, bool) {
        let mut ok = !self.overflow;
        for (pc, l) in std::mem::take(&mut self.fixups) {
            let Some(target) = self.bound.get(l.0 as usize).copied().flatten() else { continue };
            let delta = i64::from(target) - i64::from(pc);
            if patch(&mut self.func.ops[pc as usize], delta) {
                continue;
            }
            // Too far for 16 bits: through a long jump behind the code.
            let tramp = self.func.ops.len() as i64;
            self.func.ops.push(Op::Jmp((i64::from(target) - tramp) as i32));
            let pos = self.func.lines[pc as usize];
            self.func.lines.push(pos);
            ok &= patch(&mut self.func.ops[pc as usize], tramp - i64::from(pc));
        }
        self.func.nregs = self.max.min(u32::from(u16::MAX)) as u16;
        (self.func, ok)
    }
}

/// Sets the offset of a jump; false if it does not fit.
fn patch(op: &mut Op, delta: i64) -> bool {
    match op {
        Op::Jmp(o) | Op::JTrue(_, o) | Op::JFalse(_, o) => {
            *o = delta as i32;
            true
        }
        Op::JEqI(_, _, o)
        | Op::JNeI(_, _, o)
        | Op::JLtI(_, _, o)
        | Op::JLeI(_, _, o)
        | Op::JLtU(_, _, o)
        | Op::JLeU(_, _, o)
        | Op::JEqIK(_, _, o)
        | Op::JNeIK(_, _, o)
        | Op::JLtIK(_, _, o)
        | Op::JLeIK(_, _, o)
        | Op::JGtIK(_, _, o)
        | Op::JGeIK(_, _, o)
        | Op::JEqF(_, _, o)
        | Op::JNeF(_, _, o)
        | Op::JLtF(_, _, o)
        | Op::JLeF(_, _, o)
        | Op::JNltF(_, _, o)
        | Op::JNleF(_, _, o)
        | Op::JEqS(_, _, o)
        | Op::JNeS(_, _, o)
        | Op::IncJLtI(_, _, o)
        | Op::JNotType(_, _, o)
        | Op::JNotImpl(_, _, o)
        | Op::StrNext(_, _, o)
        | Op::MapNext(_, _, o) => match i16::try_from(delta) {
            Ok(d) => {
                *o = d;
                true
            }
            Err(_) => false,
        },
        _ => true,
    }
}
