//! From a recording to what the page shows of it. A million events take a second to read, so they are read in slices
//! between which the page answers.

use crate::film::{self, Film};
use crate::scene::{self, Plan};
use playground::Recording;
use std::rc::Rc;

/// Events read between two looks at the clock.
const SLICE: usize = 4_000;

/// A recording with its plan and its film.
#[derive(Clone)]
pub struct Made {
    /// The run.
    pub recording: Rc<Recording>,
    /// What it needs on stage.
    pub plan: Rc<Plan>,
    /// Marks, outputs and sums for the timeline.
    pub film: Rc<Film>,
}

/// A recording that is being read.
pub struct Making {
    recording: Rc<Recording>,
    plan: scene::Reader,
    film: film::Reader,
}

impl Making {
    /// Begins to read.
    pub fn new(recording: Recording) -> Making {
        let (plan, film) = (scene::Reader::default(), film::Reader::default());
        Making { recording: Rc::new(recording), plan, film }
    }

    /// Reads a slice; true at the end.
    pub fn advance(&mut self) -> bool {
        let lanes = self.plan.read(&self.recording.trace, SLICE);
        let marks = self.film.read(&self.recording, SLICE);
        lanes && marks
    }

    /// How much is read, 0 to 1.
    pub fn part(&self) -> f64 {
        self.film.read_so_far() as f64 / self.recording.trace.len().max(1) as f64
    }

    /// All of it, once it is read.
    pub fn finish(self) -> Made {
        let plan = self.plan.finish(&self.recording.trace);
        let film = self.film.finish(&self.recording, &plan);
        Made { recording: self.recording, plan: Rc::new(plan), film: Rc::new(film) }
    }
}
