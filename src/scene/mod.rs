//! Turns a [`World`](trace::World) into geometry, without a browser: cards, goroutines, values, threads.
//!
//! The plan of a run says what will ever be needed, so that cards keep their place from the
//! first step to the last. One goroutine has one place, always.

mod aside;
mod chan;
mod elements;
mod flight;
mod group;
mod inspect;
mod layout;
pub use layout::cut;
mod lock;
mod motion;
mod plan;
mod poller;
mod procs;
mod reader;
mod select;
#[cfg(test)]
mod tests;
mod threads;
mod time;
mod touch;
mod tree;
mod turns;

pub use elements::{Alike, Elements, Order};
pub use flight::{Flight, of as flights};
pub use motion::{Motion, Parts, Way};
pub use plan::{Lane, Plan, Span, StateClass};
pub use reader::Reader;
pub use touch::touches;

use crate::narrate::Narrator;
use trace::{Event, GoId, GoState, ObjId, Processor, WaitReason, World};

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Rect {
    /// A rectangle.
    pub fn new(x: f32, y: f32, w: f32, h: f32) -> Rect {
        Rect { x, y, w, h }
    }

    /// Whether two rectangles share area.
    pub fn overlaps(&self, o: &Rect) -> bool {
        self.x < o.x + o.w && o.x < self.x + self.w && self.y < o.y + o.h && o.y < self.y + self.h
    }

    /// The centre.
    pub fn centre(&self) -> (f32, f32) {
        (self.x + self.w / 2.0, self.y + self.h / 2.0)
    }
}

/// How a text in a card looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Card's heading.
    Title,
    /// Name from the source as heading.
    Code,
    /// Quiet text beside a heading.
    Sub,
    /// Quiet text in the code's type, right-aligned.
    Meta,
    /// Label under or beside something.
    Label,
    /// Body text in the code's type.
    Mono,
    /// A big number.
    Big,
    /// Why somebody is blocked: a bold lead, then the reason.
    Why,
    /// A name tag, e.g. who holds a lock.
    Tag,
    /// `P0`
    Proc,
    /// A big value.
    Value,
    /// What a processor is about.
    Note,
    /// What comes next on its own.
    Next,
    /// What would happen here, while nobody waits.
    Hint,
}

/// Where a text stands in its box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Middle,
    /// At the right edge.
    Right,
}

/// A text in a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Box, in stage coordinates.
    pub rect: Rect,
    /// The text; `**bold**` and `` `code` `` as in narration.
    pub text: String,
    /// Look.
    pub style: Style,
    /// Alignment.
    pub align: Align,
}

impl Text {
    /// Why somebody is blocked, or else what would happen: of several lines, with faces.
    pub fn is_sentence(&self) -> bool {
        matches!(self.style, Style::Why | Style::Hint)
    }
}

/// The face of a clock on a card. One turn is a round time, its hand is now; angles are in turns, and go on counting
/// beyond the first.
#[derive(Clone, Debug, PartialEq)]
pub struct Dial {
    /// The square that the face fills.
    pub rect: Rect,
    /// Where the hand points.
    pub hand: f64,
    /// Timers that fire within a turn, the next one first.
    pub due: Vec<(ObjId, f64)>,
}

/// A card on the stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// Stable identity, e.g. `o3`.
    pub key: String,
    /// Where it stands.
    pub rect: Rect,
    /// Object it shows, if one.
    pub obj: Option<ObjId>,
    /// Whether the last event touched it.
    pub hot: bool,
    /// Whether what it shows is closed or done.
    pub closed: bool,
    /// Whether what it shows has not come to life yet: its place is kept.
    pub ghost: bool,
    /// Whether nothing will touch what it shows again.
    pub over: bool,
    /// Texts.
    pub texts: Vec<Text>,
    /// Empty places, drawn dashed.
    pub slots: Vec<Rect>,
    /// Places of those who stand elsewhere but wait here too (a parked `select`).
    pub seats: Vec<(Rect, GoId)>,
    /// Frames drawn solid (processor rows, buffers), with a dimming flag.
    pub frames: Vec<(Rect, bool)>,
    /// A clock.
    pub dial: Option<Dial>,
}

/// A goroutine on the stage.
#[derive(Clone, Debug, PartialEq)]
pub struct GoToken {
    /// Identity.
    pub id: GoId,
    /// Function's name; empty when there is no room.
    pub func: String,
    /// State's class.
    pub class: StateClass,
    /// Where it stands.
    pub rect: Rect,
    /// Selected by the learner.
    pub selected: bool,
}

impl GoToken {
    /// Stable identity.
    pub fn key(&self) -> String {
        format!("g{}", self.id.0)
    }
}

/// A value on the stage.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueToken {
    /// Stable identity while it stays in one queue.
    pub key: String,
    /// Text.
    pub text: String,
    /// Where it stands.
    pub rect: Rect,
    /// In the hand of a parked sender.
    pub held: bool,
    /// Whether the text needs small letters.
    pub small: bool,
}

/// A thread from a goroutine to an object: it waits there too, or its `select` looks at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// What it says.
    pub lit: Lit,
    /// Its corners.
    pub points: Vec<(f32, f32)>,
}

/// What a thread says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lit {
    /// Parked here too.
    Waits,
    /// The case could go on.
    Ready,
    /// The case could not go on.
    Blocked,
    /// The case was taken.
    Chosen,
}

impl Lit {
    /// Name in the style sheets.
    pub fn css(self) -> &'static str {
        match self {
            Lit::Waits => "waits",
            Lit::Ready => "ready",
            Lit::Blocked => "blocked",
            Lit::Chosen => "chosen",
        }
    }
}

/// All geometry of one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Total height in CSS pixels.
    pub height: f32,
    /// Cards.
    pub cards: Vec<Card>,
    /// Goroutines.
    pub gos: Vec<GoToken>,
    /// Values.
    pub values: Vec<ValueToken>,
    /// Threads of parked selects.
    pub threads: Vec<Thread>,
}

impl Scene {
    /// Where a goroutine stands, if it is visible.
    pub fn go(&self, id: GoId) -> Option<&GoToken> {
        self.gos.iter().find(|g| g.id == id)
    }

    /// The card of an object.
    pub fn card_of(&self, obj: ObjId) -> Option<&Card> {
        self.cards.iter().find(|c| c.obj == Some(obj))
    }
}

/// What a scene depends on besides the world.
pub struct View<'a> {
    /// Words.
    pub narrator: Narrator<'a>,
    /// What the run will need.
    pub plan: &'a Plan,
    /// Width of the stage in CSS pixels.
    pub width: f32,
    /// Goroutine under inspection.
    pub selected: Option<GoId>,
    /// Index of the last event, to tell what is hot.
    pub cursor: usize,
    /// Whether a question is open: then nothing is said that would answer it.
    pub asked: bool,
    /// Virtual time, if it is not that of the last event: two runs side by side have one clock.
    pub now: Option<u64>,
}

impl<'a> View<'a> {
    /// The event that led to this moment.
    pub fn last_event(&self) -> Option<&'a Event> {
        self.cursor.checked_sub(1).and_then(|i| self.narrator.trace.events().get(i))
    }
}

/// Builds the scene of a moment.
pub fn build(view: &View<'_>) -> Scene {
    let mut b = layout::Builder::new(view);
    procs::build(&mut b);
    poller::build(&mut b);
    time::first(&mut b);
    // What the run is about comes first; where there is room, small cards fill the row beside it.
    let (locks_first, narrow) = (view.plan.about_locks(), b.narrow());
    if locks_first && narrow {
        b.start_grid();
        lock::build(&mut b);
    }
    if !locks_first || narrow {
        chan::build(&mut b);
    }
    b.start_grid();
    procs::below(&mut b);
    if !locks_first || !narrow {
        lock::build(&mut b);
    }
    tree::build(&mut b);
    time::build(&mut b);
    if locks_first && !narrow {
        inspect::build(&mut b);
        chan::build(&mut b);
        b.start_grid();
        time::rest(&mut b);
    } else {
        time::rest(&mut b);
        inspect::build(&mut b);
    }
    b.finish()
}

/// Class of a state: its hue.
pub fn class_of(state: GoState) -> StateClass {
    match state {
        GoState::Running(_) => StateClass::Running,
        GoState::Runnable => StateClass::Runnable,
        GoState::Waiting(WaitReason::Sleep) => StateClass::Sleeping,
        GoState::Waiting(_) => StateClass::Waiting,
        GoState::Syscall => StateClass::Syscall,
        GoState::Dead => StateClass::Dead,
    }
}

/// Class of a state in a world: when the program has ended, nobody runs any more.
pub fn class_in(world: &World, state: GoState) -> StateClass {
    match class_of(state) {
        StateClass::Running | StateClass::Runnable if world.end.is_some() => StateClass::Dead,
        class => class,
    }
}

/// What a processor does while nobody runs on it: a key of the locales.
fn pastime(p: &Processor, ended: bool) -> &'static str {
    if ended {
        "stage.ended"
    } else if p.next.is_some() || !p.queue.is_empty() {
        "stage.picks"
    } else if p.spinning {
        "stage.spinning"
    } else {
        "stage.nothing"
    }
}
