//! From a source to a run on the page: compiled, recorded and read in slices, then opened.

use super::making::Made;
use super::work::Turn;
use super::{Against, Side, State, prepared};
use crate::film::Window;
use crate::lesson::Cues;
use crate::narrate::Narrator;
use playground::{Command, Compiled, Player, Run, Scopes, Settings};

/// Events beyond which a run is not searched for a lesson's beats and questions.
const LONG: usize = 50_000;

/// How far a run is that is not shown yet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Progress {
    /// It is recorded: instructions so far.
    Steps(u64),
    /// It is read: how much of it, 0 to 1.
    Read(f64),
}

impl State {
    /// Compiles the source and begins a run; on an error the last good run stays.
    pub fn start(&mut self) -> bool {
        self.playing = false;
        if let Some(p) = prepared::take(&self.source, &watched(&self.settings)) {
            self.begin(None, p.scopes);
            return self.work.begin_with(p.made);
        }
        match playground::compile(&self.source) {
            Ok(compiled) => {
                let run = Run::start(&compiled, &watched(&self.settings)).ok();
                self.begin(Some(compiled), Scopes::of(&self.source));
                self.work.begin(run)
            }
            Err(diagnostics) => {
                self.diagnostics = diagnostics;
                self.work.begin(None);
                self.compiled = None;
                self.stale = self.player.is_some();
                false
            }
        }
    }

    /// There is another program.
    fn begin(&mut self, compiled: Option<Compiled>, scopes: Scopes) {
        self.diagnostics.clear();
        self.compiled = compiled;
        self.scopes = scopes;
        self.forks.forget();
        let against = self.side.take().map(|s| s.against);
        let against = against.filter(|a| !matches!(a, Against::Fork(_)));
        self.side = against.and_then(|a| self.beside(a));
    }

    /// The source as last run. A run that was [prepared](prepared) brings no program: it is compiled when asked for.
    pub fn program(&self) -> Option<Compiled> {
        let source = Some(&self.source).filter(|_| !self.stale);
        self.compiled.clone().or_else(|| playground::compile(source?).ok())
    }

    /// Goes on with the runs for about `steps` instructions, or with reading one of them. True when all are shown.
    pub fn advance(&mut self, steps: u64) -> bool {
        match self.work.advance(steps, self.compiled.as_ref()) {
            Turn::More => return false,
            Turn::Done(made) => made.into_iter().for_each(|made| self.show(made)),
        }
        let Some(side) = &mut self.side else { return true };
        let done = side.advance(steps);
        if done && let Some(p) = &self.player {
            side.follow(p);
        }
        done
    }

    fn show(&mut self, made: Made) {
        let opens = self.keep(&made);
        self.aim = opens.or(self.aim);
        self.open(made);
    }

    /// Puts a recording on the page.
    pub fn open(&mut self, made: Made) {
        let recording = made.recording;
        self.settings.picks.clone_from(&recording.settings.picks);
        (self.plan, self.film) = (made.plan, made.film);
        // What a lesson says holds for its own program under its own settings. And a run this long
        // is an experiment of the learner's, of which no lesson speaks.
        let own = self.own().filter(|l| l.words(self.lang).settings() == self.settings);
        let words = own.filter(|_| recording.trace.len() < LONG).map(|l| l.words(self.lang));
        if let Some(lesson) = self.lesson {
            self.study.open(lesson);
        }
        self.view = Window::default();
        self.cues = words.map_or_else(Cues::default, |w| Cues::of(w, &recording.trace));
        self.asked = None;
        self.player = Some(Player::new(recording));
        self.stale = false;
        self.came_from = 0;
        self.stepped = false;
        self.moves = self.moves.wrapping_add(1);
        if self.selected.is_some_and(|g| g.0 as usize > self.plan.goroutines) {
            self.selected = None;
        }
        // The fault of a program of one's own is what one wants to see: the film opens there. A lesson tells its
        // story from the start.
        let told = own.is_some();
        self.object = None;
        if let Some(p) = &mut self.player {
            let end = p.len();
            let opens =
                if !told && p.recording().outcome.is_fault() { end } else { first_statement(p) };
            let aim = self.aim.take();
            let target = p.apply(Command::Seek(aim.unwrap_or(opens)));
            // Whoever follows a link is told what has just happened there, as after a step.
            self.stepped = aim.is_some();
            self.came_from = if aim.is_some() { target.saturating_sub(1) } else { target };
        }
    }

    /// The program, if its lines are those of the run on the stage.
    pub fn quotable(&self) -> &str {
        if self.stale { "" } else { &self.source }
    }

    /// Where the variables of the run on the stage can be seen.
    pub fn scopes(&self) -> Option<&Scopes> {
        Some(&self.scopes).filter(|_| !self.stale)
    }

    /// Who tells of the run on the stage.
    pub fn narrator<'a>(&'a self, player: &'a Player) -> Narrator<'a> {
        Narrator {
            lang: self.lang,
            trace: &player.recording().trace,
            world: player.world(),
            source: self.quotable(),
            scopes: self.scopes(),
            twins: Some(&self.plan.twins),
        }
    }

    /// Whether a run is being recorded.
    pub fn is_running(&self) -> bool {
        self.work.is_on() || self.side.as_ref().is_some_and(Side::is_running)
    }
}

/// The settings of a run of the page: memory is watched for data races.
pub fn watched(settings: &Settings) -> Settings {
    Settings { races: true, ..settings.clone() }
}

/// Where main is about to run its first statement.
fn first_statement(p: &Player) -> usize {
    let stmt = |e: &trace::Event| matches!(e.kind, trace::EventKind::Stmt { .. });
    p.recording().trace.events().iter().position(stmt).map_or(0, |i| i + 1)
}
