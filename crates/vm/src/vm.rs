//! A run of a program.

use crate::leaks::{self, Leak};
use crate::machine::{Machine, Spawn};
use crate::outcome::{Config, Outcome, OutputChunk};
use crate::report;
use crate::stage::{self, Stage};
use crate::tell;
use executor::Executor;
use program::Program;
use std::cell::Ref;
use std::rc::Rc;
use syntax::Pos;
use trace::Stream;

/// A run of a program.
///
/// The executor drives it; [`Vm::drive`] does what a driver has to do between slices.
pub struct Vm {
    machine: Rc<Machine>,
}

impl Vm {
    /// Prepares a run: main stands in the run queue, nothing has happened yet. Whether a trace is
    /// recorded is the executor's tracer's business.
    pub fn start(program: Rc<Program>, config: Config, executor: &Executor) -> Vm {
        let machine = Machine::new(program, config, executor.handle());
        if let Ok(mut st) = machine.state.try_borrow_mut() {
            let func = machine.program.entry;
            let main =
                Spawn { func, closure: 0, args: &[], pos: Pos::default(), line: 0, by: None };
            machine.spawn(&mut st, main);
            if machine.tracing {
                tell::globals(&machine, &mut st);
            }
        }
        Vm { machine }
    }

    /// Runs at most `slices` slices; true if the run is over.
    ///
    /// A slice is at most 10 ms of virtual time, which is about as much of real time, so that a
    /// page stays responsive with a few slices a frame.
    pub fn drive(&self, executor: &Executor, slices: usize) -> bool {
        for _ in 0..slices {
            if self.is_over() {
                return true;
            }
            if !executor.try_tick() && !executor.advance() && !self.is_over() {
                self.deadlock();
            }
        }
        self.is_over()
    }

    /// Whether the run is over.
    pub fn is_over(&self) -> bool {
        self.machine.state.try_borrow().is_ok_and(|s| s.outcome.is_some())
    }

    /// How the run ended, if it has.
    pub fn outcome(&self) -> Option<Outcome> {
        self.machine.state.try_borrow().ok()?.outcome.clone()
    }

    /// Tells that nobody can run and no timer is pending.
    pub fn deadlock(&self) {
        if let Ok(mut st) = self.machine.state.try_borrow_mut()
            && st.outcome.is_none()
        {
            report::deadlock(&self.machine, &mut st);
            report::finish(&self.machine, &mut st);
        }
    }

    /// What the program wrote, in order.
    pub fn output(&self) -> Ref<'_, [OutputChunk]> {
        Ref::map(self.machine.state.borrow(), |s| &*s.output)
    }

    /// What the program wrote to one stream; standard error ends with what the runtime said.
    pub fn text(&self, stream: Stream) -> String {
        String::from_utf8_lossy(&self.bytes(stream)).into_owned()
    }

    /// [`text`](Self::text), byte for byte.
    pub fn bytes(&self, stream: Stream) -> Vec<u8> {
        let st = self.machine.state.borrow();
        let chunks = st.output.iter().filter(|c| c.stream == stream);
        let mut s: Vec<u8> = chunks.flat_map(|c| c.bytes()).copied().collect();
        if let (Stream::Stderr, Some(o)) = (stream, &st.outcome) {
            s.extend_from_slice(o.stderr.as_bytes());
        }
        s
    }

    /// Goroutines that were left when main returned; all that there are, if the run was stopped.
    pub fn leaks(&self) -> Vec<Leak> {
        let st = self.machine.state.borrow();
        match st.outcome {
            Some(_) => st.leaks.clone(),
            None => leaks::find(&self.machine, &st, None, false),
        }
    }

    /// The live runtime, to be compared with the film. Knows the objects only if a trace is
    /// recorded.
    pub fn project(&self) -> Stage {
        stage::project(&self.machine, &self.machine.state.borrow())
    }

    /// Instructions run so far, by all goroutines.
    pub fn steps(&self) -> u64 {
        self.machine.state.borrow().steps
    }

    /// Bytes of heap in use, garbage included.
    pub fn heap_bytes(&self) -> u64 {
        self.machine.state.borrow().heap.bytes()
    }
}
