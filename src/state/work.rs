//! A run on its way to the page: it is recorded in slices, then read in slices.

use super::making::{Made, Making};
use super::record::Progress;
use playground::{Compiled, Run, Settings};

/// Goroutines beyond which nobody watches for races.
const CROWD: usize = 20_000;

/// The run that is being made ready, if there is one.
#[derive(Default)]
pub struct Work {
    run: Option<Run>,
    making: Option<Making>,
    made: Option<Made>,
}

/// What a slice of work came to.
pub enum Turn {
    /// There is more to do.
    More,
    /// There is nothing to do any more; what has just been made ready, if anything.
    Done(Option<Made>),
}

impl Work {
    /// Begins with a run, or with none, and drops what was being made ready. True if there is one.
    pub fn begin(&mut self, run: Option<Run>) -> bool {
        *self = Work { run, ..Work::default() };
        self.run.is_some()
    }

    /// Begins with a run that is ready.
    pub fn begin_with(&mut self, made: Made) -> bool {
        *self = Work { made: Some(made), ..Work::default() };
        true
    }

    /// Whether a run is being made ready.
    pub fn is_on(&self) -> bool {
        self.run.is_some() || self.making.is_some() || self.made.is_some()
    }

    /// Ends the run where it stands.
    pub fn stop(&mut self) {
        if let Some(run) = &mut self.run {
            run.stop();
        }
    }

    /// How far it is.
    pub fn progress(&self) -> Option<Progress> {
        match (&self.run, &self.making) {
            (Some(run), _) => Some(Progress::Steps(run.steps())),
            (None, Some(making)) => Some(Progress::Read(making.part())),
            (None, None) => None,
        }
    }

    /// Goes on for about `steps` instructions, or with a slice of reading.
    pub fn advance(&mut self, steps: u64, program: Option<&Compiled>) -> Turn {
        if let Some(run) = &mut self.run {
            let done = run.advance(steps);
            if !calm(run, program) && done {
                self.making = self.run.take().map(|run| Making::new(run.finish()));
            }
            return Turn::More;
        }
        if self.making.is_none() {
            return Turn::Done(self.made.take());
        }
        match self.making.take_if(Making::advance) {
            Some(read) => Turn::Done(Some(read.finish())),
            None => Turn::More,
        }
    }
}

/// Begins a run anew that has become a crowd, without watching for races: what
/// each knows of the others takes a page's memory. The trace is the same.
fn calm(run: &mut Run, program: Option<&Compiled>) -> bool {
    if !run.settings().races || run.live() <= CROWD {
        return false;
    }
    let settings = Settings { races: false, ..run.settings().clone() };
    let again = program.and_then(|c| Run::start(c, &settings).ok());
    again.map(|again| *run = again).is_some()
}
