//! One of the runs as its timeline shows it.

use super::{Axis, Rows, Shown, State};
use crate::film::{Extent, Film, Window};
use crate::i18n::Lang;
use crate::scene::{Lane, Plan};
use playground::Player;
use trace::{Event, GoId};

/// A run, and how it is looked at.
pub struct Reel<'a> {
    /// Its lanes.
    pub plan: &'a Plan,
    /// Its marks and sums.
    pub film: &'a Film,
    player: Option<&'a Player>,
    /// The clock that both runs share, nanoseconds.
    now: u64,
    /// What lies along it.
    pub axis: Axis,
    /// What it has a lane for.
    pub rows: Rows,
    /// The part in sight.
    pub view: Window,
    /// How long the axis is.
    pub extent: Extent,
    /// Position of the next open question: nothing after it is shown.
    pub horizon: Option<usize>,
    /// Goroutine under inspection.
    pub selected: Option<GoId>,
    /// Words.
    pub lang: Lang,
}

impl State {
    /// The position of the next open question: nothing that happens after it is shown.
    pub fn horizon(&self) -> Option<usize> {
        let cursor = self.player.as_ref().filter(|_| self.asking)?.cursor();
        self.cues.questions.iter().find(|q| q.chosen.is_none() && q.at >= cursor).map(|q| q.at)
    }

    /// What the timeline has a lane for: processors where they are what the run is about, unless one has chosen.
    pub fn rows(&self) -> Rows {
        let likely = self.plan.about_procs() && self.plan.procs > 1;
        let likely = if likely { Rows::Processors } else { Rows::Goroutines };
        self.chosen_rows.unwrap_or(likely)
    }

    /// How long the timeline is. Two runs share one clock; and while a question is open, the axis ends soon after
    /// it: even the length of a run tells how it goes on.
    pub fn extent(&self) -> Extent {
        let beside = self.side.as_ref().map_or(0, |s| s.plan.end);
        match self.horizon() {
            Some(at) => {
                let events = self.player.as_ref().map(|p| p.recording().trace.events());
                let next = events.and_then(|e| e.get(at));
                Extent::beyond(at, next.map_or(self.plan.end, |e| e.at))
            }
            None => Extent { len: self.plan.len, end: self.plan.end.max(beside) },
        }
    }

    /// The timeline of a run; the second one's is empty while there is none.
    pub fn reel(&self, which: Shown) -> Option<Reel<'_>> {
        let first = Reel {
            plan: &self.plan,
            film: &self.film,
            player: self.player.as_ref(),
            now: self.player.as_ref().map_or(0, |p| p.world().now),
            axis: self.axis,
            rows: self.rows(),
            view: self.view,
            extent: self.extent(),
            horizon: self.horizon(),
            selected: self.selected,
            lang: self.lang,
        };
        if which == Shown::First {
            return Some(first);
        }
        let side = self.side.as_ref()?;
        let player = side.player.as_ref();
        // The question is about the first run; this one would answer it too.
        let until = first.horizon.map(|at| first.time(at));
        let events = player.map(|p| p.recording().trace.events()).unwrap_or_default();
        let horizon = until.map(|t| events.partition_point(|e| e.at <= t));
        let len = horizon.map_or(side.plan.len, |at| Extent::beyond(at, 0).len);
        let extent = Extent { len, ..first.extent };
        Some(Reel {
            plan: &side.plan,
            film: &side.film,
            player,
            extent,
            horizon,
            selected: None,
            ..first
        })
    }
}

impl<'a> Reel<'a> {
    /// How many lanes there are.
    pub fn lanes(&self) -> usize {
        self.rows.count(self.plan)
    }

    /// A lane's name, and whether it is the one that is looked at.
    pub fn name(&self, lane: usize) -> (String, bool) {
        match (self.rows, self.plan.lanes.get(lane)) {
            (Rows::Goroutines, Some(l)) => {
                (format!("{} {}", l.go, l.func), self.selected == Some(l.go))
            }
            (Rows::Goroutines, None) => (String::new(), false),
            (Rows::Processors, _) => (trace::ProcId(lane as u16).to_string(), false),
        }
    }

    /// The lane of whoever acted last.
    pub fn acting(&self) -> Option<usize> {
        let past = self.events().get(..self.player?.cursor())?;
        let acted = past.iter().rev().take(64).map(|e| e.go).find(|g| *g != GoId::RUNTIME)?;
        let lanes = &self.plan.lanes;
        let lane = lanes.binary_search_by_key(&acted, |l| l.go).ok();
        lane.filter(|_| self.rows == Rows::Goroutines)
    }

    /// Who has a lane's processor during one of its spans.
    pub fn who(&self, lane: usize, span: usize) -> Option<GoId> {
        let turns = self.plan.turns.get(lane).filter(|_| self.rows == Rows::Processors)?;
        *turns.who.get(span)?
    }

    /// The run's events.
    pub fn events(&self) -> &'a [Event] {
        self.player.map(|p| p.recording().trace.events()).unwrap_or_default()
    }

    /// Virtual time at a position.
    pub fn time(&self, at: usize) -> u64 {
        self.events().get(at).map_or(self.plan.end, |e| e.at)
    }

    /// Where a moment is in the window; outside 0 to 1 it is out of sight.
    pub fn place(&self, at: u32, t: u64) -> f64 {
        self.view.place(self.extent.part(self.axis, at, t))
    }

    /// Where the cursor is in the window.
    pub fn cursor(&self) -> f64 {
        self.player.map_or(0.0, |p| self.place(p.cursor() as u32, self.now))
    }

    /// The position at a place in the window.
    pub fn position(&self, place: f64) -> usize {
        let part = self.view.part(place).clamp(0.0, 1.0);
        self.extent.position(self.events(), self.axis, part)
    }

    /// The last position that is shown.
    pub fn known(&self) -> u32 {
        self.horizon.map_or(u32::MAX, |at| at as u32)
    }

    /// Lanes that begin in what is shown.
    pub fn begun(&self) -> usize {
        let begins = |l: &Lane| l.spans.first().is_some_and(|s| s.from <= self.known());
        self.plan.lanes.partition_point(begins)
    }

    /// Length of the axis in its units.
    pub fn length(&self) -> f64 {
        self.extent.length(self.axis)
    }
}
