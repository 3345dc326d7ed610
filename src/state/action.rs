//! What can happen on the page.

use super::side::{Against, Shown};
use crate::film::{Axis, Jump, Rows, Window};
use crate::i18n::Lang;
use crate::lesson::Learn;
use crate::link::Link;
use playground::{Command, Strategy, Wish};
use trace::{GoId, ObjId};

/// What a step means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// To the next statement of any goroutine.
    Statement,
    /// To the next event.
    Event,
    /// To the next statement of the goroutine that is inspected, else of the one that acted.
    Own,
    /// Until somebody blocks.
    Block,
}

impl Unit {
    /// All of them.
    pub const ALL: [Unit; 4] = [Unit::Statement, Unit::Event, Unit::Own, Unit::Block];

    /// Name in the locales.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Statement => "statement",
            Unit::Event => "event",
            Unit::Own => "own",
            Unit::Block => "block",
        }
    }
}

/// The colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
}

/// The zones that a phone shows one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Lesson.
    Guide,
    /// Editor.
    Code,
    /// Machine.
    Stage,
    /// What the program printed.
    Output,
}

/// What can happen on the page.
#[derive(Clone, Debug)]
pub enum Action {
    /// The learner typed.
    Edit(String),
    /// A lesson was chosen; none is the free playground.
    Lesson(Option<usize>),
    /// Back to the lesson's program.
    Reset,
    /// Back to what was typed before a reset, or before a link's program took its place.
    BringBack,
    /// A slider moved.
    Param(usize, i64),
    /// Number of processors.
    Procs(u16),
    /// How the next goroutine is chosen.
    Strategy(Strategy),
    /// Another seed.
    Seed(u64),
    /// A player's command.
    Go(Command),
    /// One unit on (true) or back.
    Step(bool),
    /// Farther than a step.
    Jump(Jump),
    /// The part of the timeline in sight.
    View(Window),
    /// Whether single letters are keys of the page.
    Keys(bool),
    /// Play or pause.
    Play(bool),
    /// Factor of the playing speed.
    Speed(f32),
    /// What a step means.
    Unit(Unit),
    /// Axis of the timeline.
    Axis(Axis),
    /// What the timeline has a lane for.
    Rows(Rows),
    /// Look at a goroutine; the same one again releases it.
    Select(GoId),
    /// Look at an object; the same one again releases it.
    Look(ObjId),
    /// Look at nothing any more.
    LookAway,
    /// Light what stands on this line, or who stands there.
    Hover(Option<u32>),
    /// Language.
    Lang(Lang),
    /// Colours.
    Theme(Theme),
    /// Zone of a phone.
    Zone(Zone),
    /// The code may be edited on a phone.
    Editing(bool),
    /// The guide's drawer.
    Drawer(bool),
    /// For the classroom.
    Present(bool),
    /// The list of keys and colours.
    Help(bool),
    /// Stop a run that takes long.
    Stop,
    /// Make a link to this picture.
    Share,
    /// Open what a link holds.
    Open(Box<Link>),
    /// Tell the learner something, or nothing any more.
    Notice(Option<String>),
    /// Answer the question that is asked.
    Answer(usize),
    /// Ask questions, or not.
    Ask(bool),
    /// Show the repaired program (true) or the lesson's.
    Fixed(bool),
    /// The contents, the glossary, the notes.
    Study(Learn),
    /// Set or take away a breakpoint.
    Break(u32),
    /// The same at the line that is looked at.
    BreakHere,
    /// On (true) or back to where somebody is about to run a line with a breakpoint.
    ToBreak(bool),
    /// The learner is the scheduler, or not any more.
    Hand(bool),
    /// The learner decides what happens at the cursor.
    Pick(Wish),
    /// The learner picks by number, from 0, among what is offered.
    PickNth(usize),
    /// Back to a run that was kept.
    Fork(usize),
    /// A second run beside this one, or none any more.
    Compare(Option<Against>),
    /// Which of two runs a phone shows.
    Half(Shown),
}

/// What must be done outside after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing but drawing.
    None,
    /// Compile and run soon.
    RunSoon,
    /// Compile and run at once.
    RunNow,
    /// Go on with the run that has begun.
    Record,
}
