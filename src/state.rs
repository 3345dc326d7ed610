//! What the page knows, and the only place where it changes: [`State::reduce`].

mod action;
mod breaks;
mod drafts;
mod forks;
mod making;
mod play;
mod prepared;
mod record;
mod reel;
mod side;
#[cfg(test)]
mod tests;
mod work;

pub use crate::film::{Axis, Rows};
pub use action::{Action, Effect, Theme, Unit, Zone};
pub use drafts::{Drafts, PLAYGROUND};
pub use forks::{Forks, Offer};
pub use prepared::{prepare, prepared};
pub use record::Progress;
pub use reel::Reel;
pub use side::{Against, Figures, Shown, Side, Tally};

use crate::film::{self, Film, Window};
use crate::i18n::Lang;
use crate::lesson::{self, Cues, LESSONS, PROCS, Study};
use crate::link::Link;
use crate::scene::Plan;
use playground::{Command, Compiled, Diagnostic, Player, Scopes, Settings};
use std::collections::BTreeSet;
use std::rc::Rc;
use trace::{GoId, ObjId};
use work::Work;

/// The answer of those who do not want to answer.
pub const SKIP: usize = usize::MAX;

/// What the page knows.
pub struct State {
    /// Lesson, if not the free playground.
    pub lesson: Option<usize>,
    /// The program as typed.
    pub source: String,
    /// What was typed, for each place.
    pub drafts: Drafts,
    /// Whether the program in the editor is none of the learner's: it came by a link, say.
    pub borrowed: bool,
    /// Settings of the next run.
    pub settings: Settings,
    /// What is wrong with the source.
    pub diagnostics: Vec<Diagnostic>,
    /// The run that is not shown yet.
    pub work: Work,
    /// The last good recording.
    pub player: Option<Player>,
    /// What the recording needs on stage.
    pub plan: Rc<Plan>,
    /// Marks, outputs and sums for the timeline.
    pub film: Rc<Film>,
    /// The part of the timeline in sight.
    pub view: Window,
    /// Whether single letters are keys of the page.
    pub keys: bool,
    /// Whether the source has changed since the recording.
    pub stale: bool,
    /// Position before the last command, for narration and motion.
    pub came_from: usize,
    /// Whether the last command was a step of some kind, and not a jump to a place.
    pub stepped: bool,
    /// Counts commands, so that a view can tell a step from a redraw.
    pub moves: u32,
    /// Whether it plays.
    pub playing: bool,
    /// Factor of the playing speed.
    pub speed: f32,
    /// What a step means.
    pub unit: Unit,
    /// Axis of the timeline.
    pub axis: Axis,
    /// What the timeline has a lane for, if somebody has chosen.
    pub chosen_rows: Option<Rows>,
    /// Goroutine under inspection.
    pub selected: Option<GoId>,
    /// Object under inspection.
    pub object: Option<ObjId>,
    /// Line under the pointer.
    pub hover: Option<u32>,
    /// Language.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// Zone of a phone.
    pub zone: Zone,
    /// Whether a phone may open its keyboard.
    pub editing: bool,
    /// Whether the guide's drawer is open.
    pub drawer: bool,
    /// Classroom mode.
    pub present: bool,
    /// Whether the list of keys is open.
    pub help: bool,
    /// Where the lesson's beats and questions fall in this run.
    pub cues: Cues,
    /// The question on the page, an index into `cues.questions`.
    pub asked: Option<usize>,
    /// Whether questions are asked.
    pub asking: bool,
    /// Whether the repaired program is shown.
    pub fixed: bool,
    /// Something to tell.
    pub notice: Option<String>,
    /// Position to go to when the run is recorded.
    pub aim: Option<usize>,
    /// The learner's progress, and the pages over the machine.
    pub study: Study,
    /// Lines at which playing stops.
    pub breaks: BTreeSet<u32>,
    /// The runs of this program that differ by what the learner decided.
    pub forks: Forks,
    /// The run beside this one.
    pub side: Option<Side>,
    /// The source as last run.
    compiled: Option<Compiled>,
    /// Where its variables can be seen.
    scopes: Scopes,
}

impl State {
    /// The page as first seen.
    pub fn new(lang: Lang, theme: Theme) -> State {
        let lesson = LESSONS.iter().position(|l| l.number == "2.11").unwrap_or(0);
        let settings = LESSONS[lesson].words(lang).settings();
        State {
            lesson: Some(lesson),
            source: LESSONS[lesson].source.to_string(),
            drafts: Drafts::default(),
            borrowed: false,
            settings,
            diagnostics: Vec::new(),
            work: Work::default(),
            player: None,
            plan: Rc::default(),
            film: Rc::default(),
            view: Window::default(),
            keys: true,
            stale: false,
            came_from: 0,
            stepped: false,
            moves: 0,
            playing: false,
            speed: 1.0,
            unit: Unit::Statement,
            axis: Axis::Steps,
            chosen_rows: None,
            selected: None,
            object: None,
            hover: None,
            lang,
            theme,
            zone: Zone::Stage,
            editing: false,
            drawer: false,
            present: false,
            help: false,
            cues: Cues::default(),
            asked: None,
            asking: true,
            fixed: false,
            notice: None,
            aim: None,
            study: Study::default(),
            breaks: BTreeSet::new(),
            forks: Forks::default(),
            side: None,
            compiled: None,
            scopes: Scopes::default(),
        }
    }

    /// Changes the state and says what must follow.
    pub fn reduce(&mut self, action: Action) -> Effect {
        match action {
            Action::Edit(source) => {
                if source == self.source {
                    return Effect::None;
                }
                self.source = source;
                self.keep_draft();
                self.stale = true;
                self.settings.picks.clear();
                return Effect::RunSoon;
            }
            Action::Lesson(lesson) => {
                self.drawer = false;
                self.choose(lesson);
                self.enter();
                self.study.page = None;
                return Effect::RunNow;
            }
            Action::Reset => {
                self.settings.picks.clear();
                self.reset();
                return Effect::RunNow;
            }
            Action::BringBack => {
                self.settings.picks.clear();
                self.bring_back();
                return Effect::RunNow;
            }
            Action::Fixed(on) => {
                self.fixed = on;
                self.settings.picks.clear();
                self.enter();
                return Effect::RunNow;
            }
            Action::Study(learn) => self.study.reduce(learn),
            Action::Share => {}
            Action::Notice(text) => self.notice = text,
            Action::Open(link) => {
                self.lesson = link.lesson;
                let own = link.lesson.and_then(|i| LESSONS.get(i)).map(|l| l.source.to_string());
                self.source = link.source.or(own).unwrap_or_default();
                self.settings = link.settings;
                self.borrowed = true;
                (self.fixed, self.side) = (false, None);
                (self.selected, self.object) = (None, None);
                self.breaks.clear();
                self.aim = Some(link.cursor).filter(|c| *c > 0);
                self.study.page = None;
                return Effect::RunNow;
            }
            Action::Answer(SKIP) => {
                if let Some(q) = self.asked.take().and_then(|i| self.cues.questions.get_mut(i)) {
                    q.chosen.get_or_insert(SKIP);
                }
            }
            Action::Answer(choice) => {
                if let Some(q) = self.asked.and_then(|i| self.cues.questions.get_mut(i)) {
                    let chosen = *q.chosen.get_or_insert(choice);
                    if let Some(lesson) = self.lesson {
                        self.study.answer(lesson, q.index, q.right == Some(chosen));
                    }
                }
            }
            Action::Ask(on) => {
                self.asking = on;
                if !on {
                    self.asked = None;
                }
            }
            Action::Param(i, value) => {
                if let Some(p) = lesson::params(&self.source).get(i) {
                    self.source = lesson::with_param(&self.source, p, value);
                    self.keep_draft();
                }
                self.settings.picks.clear();
                return Effect::RunNow;
            }
            Action::Procs(n) => {
                self.settings.gomaxprocs = n.clamp(1, 16);
                self.settings.picks.clear();
                return Effect::RunNow;
            }
            Action::Strategy(strategy) => {
                self.settings.strategy = strategy;
                self.settings.picks.clear();
                return Effect::RunNow;
            }
            Action::Seed(seed) => {
                self.settings.seed = seed;
                self.settings.picks.clear();
                return Effect::RunNow;
            }
            Action::Go(command) => {
                self.playing = false;
                self.go(command);
                self.ask();
            }
            Action::Step(on) => {
                self.playing = false;
                self.step(on);
            }
            Action::Jump(jump) => {
                self.playing = false;
                if let Some(command) = self.target(jump) {
                    self.go(command);
                    self.stepped = matches!(jump, film::Jump::Own(_) | film::Jump::Block(_));
                    self.ask();
                }
            }
            Action::View(view) => self.view = view,
            Action::Keys(on) => self.keys = on,
            Action::Play(on) => {
                self.playing = on && self.player.as_ref().is_some_and(|p| !p.is_empty());
                if self.playing && self.player.as_ref().is_some_and(|p| p.cursor() == p.len()) {
                    self.go(Command::Seek(0));
                }
            }
            Action::Speed(s) => self.speed = s.clamp(0.25, 16.0),
            Action::Unit(u) => self.unit = u,
            Action::Axis(a) => {
                self.axis = a;
                self.view = Window::default();
            }
            Action::Rows(rows) => self.chosen_rows = Some(rows),
            Action::Select(g) => {
                self.selected = if self.selected == Some(g) { None } else { Some(g) };
                self.object = None;
            }
            Action::Look(obj) => {
                self.object = if self.object == Some(obj) { None } else { Some(obj) };
                self.selected = None;
            }
            Action::LookAway => (self.selected, self.object) = (None, None),
            Action::Hover(line) => self.hover = line,
            Action::Lang(l) => self.lang = l,
            Action::Theme(t) => self.theme = t,
            Action::Zone(z) => self.zone = z,
            Action::Editing(on) => self.editing = on,
            Action::Drawer(on) => self.drawer = on,
            Action::Present(on) => self.present = on,
            Action::Help(on) => self.help = on,
            Action::Stop => {
                self.work.stop();
                if let Some(side) = &mut self.side {
                    side.stop();
                }
            }
            Action::Break(line) => {
                if !self.breaks.remove(&line) {
                    self.breaks.insert(line);
                }
            }
            Action::BreakHere => {
                if let Some(line) = self.line() {
                    return self.reduce(Action::Break(line));
                }
            }
            Action::ToBreak(on) => {
                self.playing = false;
                self.seek_break(on);
            }
            Action::Hand(on) => self.forks.on = on,
            Action::Pick(wish) => {
                if self.fork(wish) {
                    return Effect::Record;
                }
            }
            Action::PickNth(n) => {
                if let Some((wish, _)) = self.offers().into_iter().nth(n) {
                    return self.reduce(Action::Pick(wish));
                }
            }
            Action::Fork(i) => self.open_fork(i),
            Action::Half(which) => {
                if let Some(side) = &mut self.side {
                    side.half = which;
                }
            }
            Action::Compare(against) => {
                self.playing = false;
                return if self.compare(against) { Effect::RunNow } else { Effect::Record };
            }
        }
        Effect::None
    }

    /// Settings as a lesson, or the free playground, begins with.
    pub fn choose(&mut self, lesson: Option<usize>) {
        self.lesson = lesson;
        self.settings = match lesson.and_then(|i| LESSONS.get(i)) {
            Some(l) => l.words(self.lang).settings(),
            None => Settings { gomaxprocs: PROCS, ..Settings::default() },
        };
        (self.fixed, self.side) = (false, None);
        (self.selected, self.object) = (None, None);
        self.breaks.clear();
        self.chosen_rows = None;
    }

    /// A link to this picture.
    pub fn link(&self) -> Link {
        let own = self.own().is_some();
        Link {
            lesson: self.lesson,
            source: (!own).then(|| self.source.clone()),
            settings: self.settings.clone(),
            cursor: self.player.as_ref().map_or(0, Player::cursor),
        }
    }

    /// The lesson, if its program is shown as it is.
    pub fn own(&self) -> Option<&'static lesson::Lesson> {
        let lesson = self.lesson.and_then(|i| LESSONS.get(i));
        lesson.filter(|l| l.source == self.source && !self.fixed)
    }

    /// The lesson's words, if its own program is shown.
    pub fn words(&self) -> Option<&'static lesson::Words> {
        let lesson = self.lesson.and_then(|i| LESSONS.get(i))?;
        Some(lesson.words(self.lang)).filter(|_| !self.fixed)
    }
}
