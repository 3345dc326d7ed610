//! What all goroutines of a run share.

use crate::access::{self, Accesses};
use crate::goroutine::{Frame, FrameKind, Go, Wait};
use crate::heap::Heap;
use crate::interp;
use crate::natives::{self, NativeFn};
use crate::outcome::{Budgets, Config, Outcome, OutputChunk};
use crate::tell::{Names, Statements};
use executor::{Handle, SpawnInfo};
use program::Program;
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use syntax::Pos;
use trace::{EventKind, GoId, Stream};

/// What all goroutines of a run share; what never changes stands outside of the cell.
pub(crate) struct Machine {
    pub program: Rc<Program>,
    pub handle: Handle,
    pub natives: Vec<NativeFn>,
    pub tracing: bool,
    /// Whether accesses to plain memory are told.
    pub spying: bool,
    /// By file: whether the accesses of its code are told.
    pub told: Vec<bool>,
    pub statements: Statements,
    pub config: Config,
    pub state: RefCell<State>,
}

/// What changes.
pub(crate) struct State {
    pub heap: Heap,
    /// Pointer to the package-level variables.
    pub globals: u64,
    /// Handles of the string constants.
    pub strings: Vec<u64>,
    /// Closures of functions that capture nothing; 0 until needed.
    pub closures: Vec<u64>,
    /// Goroutines by identity.
    pub gos: Vec<Option<Box<Go>>>,
    pub live: u32,
    pub steps: u64,
    pub output: Vec<OutputChunk>,
    pub output_bytes: u64,
    pub outcome: Option<Outcome>,
    pub names: Names,
    /// Method lookups: type, method, function.
    pub methods: Vec<(u32, u16, u32)>,
    /// Whether main has ended by `Goexit`.
    pub main_gone: bool,
    /// Goroutines that were left when main returned.
    pub leaks: Vec<crate::leaks::Leak>,
    /// Words that natives keep alive.
    pub roots: Vec<u64>,
    /// Objects of package sync and their like, for comparison with the film.
    pub live_objects: Vec<Rc<dyn sync::Project>>,
    /// What is known of plain memory.
    pub accesses: Accesses,
    /// Data of the natives of one package each.
    pub natives: natives::Data,
}

/// Object of the package-level variables.
pub(crate) const GLOBALS: usize = 2;

/// Number of entries in the cache of method lookups.
pub(crate) const METHOD_CACHE: usize = 256;

impl Machine {
    pub fn new(program: Rc<Program>, config: Config, handle: Handle) -> Rc<Machine> {
        let mut heap = Heap::new(config.budgets.heap);
        // The first object, so that it is known where package-level variables lie.
        let globals = heap.slots(program.global_slots as usize);
        debug_assert!(program.global_slots == 0 || crate::heap::obj_of(globals) == GLOBALS);
        let strings = program.strings.iter().map(|s| heap.string(s)).collect();
        heap.pin();
        let natives = program.natives.iter().map(|k| natives::find(k)).collect();
        let state = State {
            heap,
            globals,
            strings,
            closures: vec![0; program.funcs.len()],
            gos: Vec::new(),
            live: 0,
            steps: 0,
            output: Vec::new(),
            output_bytes: 0,
            outcome: None,
            names: Names::new(&program),
            methods: vec![(u32::MAX, 0, 0); METHOD_CACHE],
            main_gone: false,
            leaks: Vec::new(),
            roots: Vec::new(),
            live_objects: Vec::new(),
            accesses: Accesses::default(),
            natives: natives::Data::default(),
        };
        let tracing = handle.tracer().is_on();
        let statements = if tracing { Statements::new(&program) } else { Statements::default() };
        let state = RefCell::new(state);
        let watched = handle.tracer().watch().is_some();
        let spying = tracing && (config.accesses || watched);
        let files = program.files.iter().enumerate();
        let told = files.map(|(i, f)| access::told(i, f, watched)).collect();
        Rc::new(Machine {
            program,
            natives,
            tracing,
            spying,
            told,
            statements,
            handle,
            config,
            state,
        })
    }

    /// Budgets.
    pub fn budgets(&self) -> &Budgets {
        &self.config.budgets
    }

    /// Starts a goroutine in function `func`.
    pub fn spawn(self: &Rc<Self>, st: &mut State, s: Spawn<'_>) -> GoId {
        let p = &*self.program;
        let shown = if self.tracing { self.learners_own(st, &s) } else { s.func };
        let info = SpawnInfo { func: st.names.func(self, shown), line: s.line };
        let id = self.handle.spawn(Goroutine { machine: self.clone() }, info);
        let (mut first, mut regs) = (0, 1);
        if let Some(f) = p.funcs.get(s.func as usize) {
            first = f.nresults as usize;
            regs = f.nregs as usize;
        }
        let mut stack = vec![0; regs.max(first + s.args.len())];
        stack[first..first + s.args.len()].copy_from_slice(s.args);
        let mut frames = Vec::with_capacity(2);
        frames.push(Frame {
            func: s.func,
            pc: 0,
            base: 0,
            stmt: NEW,
            kind: FrameKind::Entry,
            closure: s.closure,
        });
        let go = Go {
            id,
            parent: self.handle.current(),
            parent_func: s.by,
            parent_pos: s.pos,
            stack,
            frames,
            defers: Vec::new(),
            panics: Vec::new(),
            jobs: Vec::new(),
            wait: Wait::None,
            alone: false,
            receiver: None,
        };
        let i = id.0 as usize;
        if st.gos.len() <= i {
            st.gos.resize_with(i + 1, || None);
        }
        st.gos[i] = Some(Box::new(go));
        st.live += 1;
        id
    }

    /// The function that a goroutine is called after: of one that the library starts, the
    /// learner's function that it was given.
    fn learners_own(&self, st: &State, s: &Spawn<'_>) -> u32 {
        let p = &*self.program;
        let own = |f: u32| p.funcs.get(f as usize).is_some_and(|f| f.pos.file == 0 && !f.wrapper);
        if own(s.func) || s.func == p.entry {
            return s.func;
        }
        let caps = st.heap.get_closure(s.closure).map_or(&[][..], |c| &c.caps);
        for w in caps.iter().chain(s.args) {
            // What was captured by reference lies in a variable.
            for w in [Some(*w), st.heap.load(*w)].into_iter().flatten() {
                if let Some(c) = st.heap.get_closure(w)
                    && own(c.func)
                {
                    return c.func;
                }
            }
        }
        s.func
    }

    /// Writes to a stream of the program.
    pub fn write(&self, st: &mut State, stream: Stream, text: &[u8]) {
        if text.is_empty() {
            return;
        }
        let raw = std::str::from_utf8(text).is_err().then(|| text.to_vec());
        let text = String::from_utf8_lossy(text);
        let go = self.handle.current();
        if self.tracing {
            let t = self.handle.tracer();
            t.emit(go, EventKind::Output { stream, text: t.sym(&text) });
        }
        st.output_bytes += text.len() as u64;
        let at = self.handle.now();
        match st.output.last_mut() {
            // One writer's consecutive bits are one chunk, unless a trace tells them apart.
            Some(last)
                if !self.tracing
                    && last.stream == stream
                    && last.go == go
                    && last.raw.is_none()
                    && raw.is_none()
                    && last.text.len() < 4096 =>
            {
                last.text.push_str(&text);
            }
            _ => st.output.push(OutputChunk { stream, text: text.into_owned(), raw, at, go }),
        }
    }

    /// Frees what cannot be reached; `running` is the goroutine in whose slice that happens.
    pub fn collect(&self, st: &mut State, running: Option<&Go>) {
        let State { heap, globals, closures, gos, roots, natives, .. } = st;
        heap.collect(|m| {
            m.word(*globals);
            m.words(closures);
            m.words(roots);
            natives.visit(&mut |w| m.word(w));
            for g in gos.iter().flatten() {
                g.mark(m);
            }
            if let Some(g) = running {
                g.mark(m);
            }
        });
        if self.spying {
            st.accesses.retain(self, &st.heap);
        }
    }
}

/// A goroutine to be started.
pub(crate) struct Spawn<'a> {
    /// Function.
    pub func: u32,
    /// Closure, or 0.
    pub closure: u64,
    /// Arguments.
    pub args: &'a [u64],
    /// Where.
    pub pos: Pos,
    /// Line of the learner's code that led to it; 0 if none.
    pub line: u32,
    /// In which function.
    pub by: Option<u32>,
}

/// Mark of a frame whose call has not been told.
pub(crate) const NEW: u16 = u16::MAX;

/// A goroutine as the executor sees it.
pub(crate) struct Goroutine {
    machine: Rc<Machine>,
}

impl Future for Goroutine {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let m = &self.machine;
        let Ok(mut st) = m.state.try_borrow_mut() else { return Poll::Pending };
        let st = &mut *st;
        let i = m.handle.current().0 as usize;
        if st.outcome.is_some() {
            return Poll::Ready(());
        }
        let Some(mut go) = st.gos.get_mut(i).and_then(Option::take) else {
            return Poll::Ready(());
        };
        let end = if m.tracing {
            interp::run::<true>(m, st, &mut go, cx.waker())
        } else {
            interp::run::<false>(m, st, &mut go, cx.waker())
        };
        match end {
            interp::End::Pending => {
                st.gos[i] = Some(go);
                Poll::Pending
            }
            interp::End::Done => {
                st.live -= 1;
                Poll::Ready(())
            }
            interp::End::Over => {
                st.gos[i] = Some(go);
                crate::report::finish(m, st);
                Poll::Ready(())
            }
        }
    }
}
