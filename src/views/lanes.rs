//! Paints the timeline's canvases: how many goroutines do what, the lanes in sight, the marks.

use crate::film::{self, CLASSES, Kind, Piece, Rows};
use crate::say;
use crate::scene::{StateClass, cut};
use crate::state::Reel;
use std::f64::consts::TAU;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d as Context, HtmlCanvasElement};

/// Height of the row that sums up all goroutines.
pub const CROWD: f64 = 34.0;
/// Height of the row of marks below the lanes.
pub const MARKS: f64 = 11.0;
/// Free room at the right edge; a scroll bar fits in.
pub const RIGHT: f64 = 12.0;
/// Height of a lane when there is room, and when there is little.
const LANE: (f64, f64) = (20.0, 14.0);
/// Height of all lanes that are visible at once, without and with the row above them.
const ROOM: (f64, f64) = (100.0, 84.0);
/// Height up to which all lanes are painted at once.
const SHEET: f64 = 448.0;
/// From so many lanes on there is the row that sums them up.
const MANY: usize = 13;
/// Width of the column of names, and of a narrow page's.
const NAMES: (f64, f64) = (124.0, 120.0);
/// How much higher a processor's bar is, so that its name fits in; how wide a bar has to be for it, and how high.
const WIDER: f64 = 1.35;
const LABEL: f64 = 30.0;
const LETTERS: f64 = 10.0;
/// At most one edge in so many pixels.
const EDGE: f64 = 5.0;

/// Where the rows are, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width of the whole.
    pub width: f64,
    /// Width of the names.
    pub left: f64,
    /// Height of the row above the lanes; 0 if there is none.
    pub crowd: f64,
    /// Height of a lane.
    pub lane: f64,
    /// Height of the lanes in sight.
    pub room: f64,
    /// Height of all lanes.
    pub total: f64,
    /// How far they are scrolled.
    pub top: f64,
}

impl Frame {
    /// The rows of so many lanes.
    pub fn new(lanes: usize, width: f64, top: f64) -> Frame {
        let many = lanes >= MANY;
        let most = if many { ROOM.1 } else { ROOM.0 };
        let lane = (most / lanes.max(1) as f64).clamp(LANE.1, LANE.0);
        let total = lane * lanes.max(1) as f64;
        Frame {
            width,
            left: if width < 600.0 { NAMES.1 } else { NAMES.0 },
            crowd: if many { CROWD } else { 0.0 },
            lane,
            // Whole lanes only.
            room: total.min((most / lane).floor() * lane),
            total,
            top,
        }
    }

    /// What is painted: all lanes where they are not many, so that scrolling them paints nothing anew, else those in
    /// sight.
    pub fn sheet(self) -> Frame {
        if self.total <= SHEET { Frame { room: self.total, top: 0.0, ..self } } else { self }
    }

    /// Width of what lies right of the names.
    pub fn plot(&self) -> f64 {
        (self.width - self.left - RIGHT).max(1.0)
    }

    /// The place (0 to 1) of a pixel.
    pub fn place(&self, x: f64) -> f64 {
        (x - self.left) / self.plot()
    }

    /// The pixel of a place.
    pub fn x(&self, place: f64) -> f64 {
        self.left + place * self.plot()
    }

    /// The lane at a height.
    pub fn lane_at(&self, y: f64) -> Option<usize> {
        let y = y - self.crowd;
        (0.0..self.room).contains(&y).then(|| ((y + self.top) / self.lane) as usize)
    }

    /// Whether a height is in the row of marks.
    pub fn in_marks(&self, y: f64) -> bool {
        y >= self.crowd + self.room
    }
}

/// Colours come from the style sheets; none is written here.
struct Ink {
    states: [String; CLASSES],
    text: String,
    quiet: String,
    line: String,
    paper: String,
    edge: String,
    fault: String,
    font: String,
}

/// Classes in the order of [`StateClass`], bottom to top of a preview.
const CLASS: [StateClass; CLASSES] = [
    StateClass::Running,
    StateClass::Runnable,
    StateClass::Waiting,
    StateClass::Sleeping,
    StateClass::Syscall,
    StateClass::Dead,
];

/// Part of the lane that a state fills: it tells states apart without colour too.
fn share(class: StateClass) -> f64 {
    match class {
        StateClass::Running | StateClass::Syscall => 0.58,
        StateClass::Runnable => 0.58,
        StateClass::Waiting => 0.42,
        StateClass::Sleeping => 0.24,
        StateClass::Dead => 0.1,
    }
}

impl Ink {
    fn of(canvas: &HtmlCanvasElement) -> Option<Ink> {
        let style = web_sys::window()?.get_computed_style(canvas).ok()??;
        let get =
            |name: &str| style.get_property_value(name).unwrap_or_default().trim().to_string();
        let states = [
            "--running",
            "--lane-runnable",
            "--lane-waiting",
            "--lane-sleeping",
            "--syscall",
            "--dead",
        ];
        Some(Ink {
            states: states.map(get),
            text: get("--text"),
            quiet: get("--text-2"),
            line: get("--line"),
            paper: get("--surface"),
            edge: get("--value"),
            fault: get("--waiting"),
            font: get("--mono"),
        })
    }
}

/// Rectangles of one colour, filled in one go.
#[derive(Default)]
struct Fill(Vec<(f64, f64, f64, f64, f64)>);

impl Fill {
    fn paint(&self, c: &Context, colour: &str) {
        if self.0.is_empty() {
            return;
        }
        c.set_fill_style_str(colour);
        c.begin_path();
        for &(x, y, w, h, r) in &self.0 {
            if r > 0.0 {
                let _ = c.round_rect_with_f64(x, y, w, h, r);
            } else {
                c.rect(x, y, w, h);
            }
        }
        c.fill();
    }
}

/// Paints the three canvases: crowd, lanes, marks.
#[inline(never)]
pub fn paint(canvases: [Option<HtmlCanvasElement>; 3], s: &Reel<'_>, f: &Frame) {
    if f.width <= f.left + RIGHT {
        return;
    }
    let [crowd, lanes, marks] = canvases;
    if let Some((c, ink)) = crowd.and_then(|c| open(&c, f.width, CROWD)) {
        paint_crowd(&c, &ink, s, f);
    }
    if let Some((c, ink)) = lanes.and_then(|c| open(&c, f.width, f.room)) {
        c.begin_path();
        c.rect(0.0, 0.0, f.width - RIGHT, f.room);
        c.clip();
        paint_lanes(&c, &ink, s, f);
        if s.rows == Rows::Goroutines {
            paint_edges(&c, &ink, s, f);
        }
    }
    if let Some((c, ink)) = marks.and_then(|c| open(&c, f.width, MARKS)) {
        paint_marks(&c, &ink, s, f);
    }
}

/// An empty canvas of the right size in device pixels.
fn open(canvas: &HtmlCanvasElement, width: f64, height: f64) -> Option<(Context, Ink)> {
    let ratio = web_sys::window().map_or(1.0, |w| w.device_pixel_ratio());
    canvas.set_width((width * ratio).round() as u32);
    canvas.set_height((height * ratio).round() as u32);
    let c = canvas.get_context("2d").ok()??.dyn_into::<Context>().ok()?;
    let ink = Ink::of(canvas)?;
    let _ = c.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    c.set_text_baseline("middle");
    c.set_font(&format!("12px {}", ink.font));
    Some((c, ink))
}

fn paint_crowd(c: &Context, ink: &Ink, s: &Reel<'_>, f: &Frame) {
    let plan = s.plan;
    let bins = (f.plot() / 2.0) as usize;
    let parts = film::crowd(&plan.lanes, s.axis, s.length(), s.view, bins.max(1));
    let most = parts.iter().map(|p| p.iter().sum::<f64>()).fold(1.0, f64::max);
    let (bottom, room) = (CROWD - 4.0, CROWD - 8.0);
    let mut fills: [Fill; CLASSES] = Default::default();
    for (i, part) in parts.iter().enumerate() {
        let mut y = bottom;
        for (k, n) in part.iter().enumerate() {
            let h = n / most * room;
            y -= h;
            fills[k].0.push((f.left + i as f64 * 2.0, y, 2.0, h, 0.0));
        }
    }
    for (fill, colour) in fills.iter().zip(&ink.states) {
        fill.paint(c, colour);
    }
    c.set_fill_style_str(&ink.text);
    let n = match s.horizon {
        Some(_) => s.begun(),
        None => plan.goroutines,
    };
    let _ = c.fill_text(&say!(s.lang, "film.crowd", n = n.to_string()), 0.0, CROWD / 2.0);
    c.set_fill_style_str(&ink.line);
    c.fill_rect(0.0, CROWD - 1.0, f.width, 1.0);
}

/// The lanes in sight.
fn rows(f: &Frame, lanes: usize) -> std::ops::Range<usize> {
    let first = (f.top / f.lane) as usize;
    first.min(lanes)..(((f.top + f.room) / f.lane).ceil() as usize).min(lanes)
}

fn paint_lanes(c: &Context, ink: &Ink, s: &Reel<'_>, f: &Frame) {
    let plan = s.plan;
    let strips = s.film.strips(plan, s.rows, s.axis);
    let procs = s.rows == Rows::Processors;
    let length = s.length();
    let chars = ((f.left - 10.0) / 7.0) as usize;
    let mut fills: [Fill; CLASSES] = Default::default();
    let mut slits = Fill::default();
    let mut labels = Vec::new();
    for i in rows(f, s.lanes()) {
        let (spans, Some(strip)) = (s.rows.spans(plan, i), strips.get(i)) else { continue };
        let y = i as f64 * f.lane - f.top;
        if spans.first().is_some_and(|x| x.from > s.known()) {
            continue;
        }
        let (name, chosen) = s.name(i);
        c.set_fill_style_str(if chosen { &ink.text } else { &ink.quiet });
        let _ = c.fill_text(&cut(&name, chars), 0.0, y + f.lane / 2.0);
        strip.pieces(spans, length, s.view, f.plot(), |piece| match piece {
            Piece::Bar(a, b, class, n) => {
                let (a, b) = (a.max(0.0), b.min(f.plot()));
                let wide = if procs && class != StateClass::Dead { WIDER } else { 1.0 };
                let h = f.lane * share(class) * wide;
                if let Some(who) = s.who(i, n).filter(|_| b - a > LABEL && h > LETTERS) {
                    labels.push((who.to_string(), f.left + (a + b) / 2.0, y + f.lane / 2.0));
                }
                let w = (b - a - 1.0).max(1.0);
                let bar = (f.left + a, y + (f.lane - h) / 2.0, w, h, (w / 2.0).min(3.0));
                fills[class as usize].0.push(bar);
                if class == StateClass::Syscall && w > 8.0 {
                    slits.0.push((bar.0 + 3.0, y + f.lane / 2.0 - 0.75, w - 6.0, 1.5, 0.0));
                }
            }
            Piece::Mix(a, b, shares) => {
                let (a, b) = (a.max(0.0), b.min(f.plot()));
                let h = f.lane * share(StateClass::Running);
                let mut bottom = y + (f.lane + h) / 2.0;
                for class in CLASS {
                    let part = h * shares[class as usize];
                    bottom -= part;
                    if part > 0.0 && b > a {
                        fills[class as usize].0.push((f.left + a, bottom, b - a, part, 0.0));
                    }
                }
            }
        });
    }
    for (fill, colour) in fills.iter().zip(&ink.states) {
        fill.paint(c, colour);
    }
    if procs {
        c.set_fill_style_str(&ink.paper);
        c.set_font(&format!("600 10px {}", ink.font));
        c.set_text_align("center");
        for (who, x, y) in labels {
            let _ = c.fill_text(&who, x, y + 0.5);
        }
        return;
    }
    slits.paint(c, &ink.paper);
}

/// Who woke whom; where there are too many, one in a few pixels.
fn paint_edges(c: &Context, ink: &Ink, s: &Reel<'_>, f: &Frame) {
    let plan = s.plan;
    let seen = rows(f, plan.lanes.len());
    let row = |go: trace::GoId| {
        let i = plan.lanes.binary_search_by_key(&go, |l| l.go).ok()?;
        Some((i as f64 + 0.5) * f.lane - f.top)
    };
    let place = |w: &(u32, u64, trace::GoId, trace::GoId)| s.place(w.0, w.1);
    let mut i = plan.wakes.partition_point(|w| place(w) < 0.0);
    let crowded = plan.wakes.partition_point(|w| place(w) <= 1.0) - i > (f.plot() / EDGE) as usize;
    c.set_stroke_style_str(&ink.edge);
    c.set_global_alpha(if crowded { 0.4 } else { 0.85 });
    c.set_line_width(1.1);
    c.begin_path();
    while let Some(w) = plan.wakes.get(i).filter(|w| place(w) <= 1.0) {
        let (_, _, from, to) = *w;
        let x = f.x(place(w));
        // An edge to a lane out of sight would say nothing but that there are others.
        if let (Some(a), Some(b)) = (row(from), row(to))
            && a != b
            && seen.contains(&lane(a, f))
            && seen.contains(&lane(b, f))
        {
            let foot = if b > a { -3.0 } else { 3.0 };
            c.move_to(x - 4.0, a);
            c.bezier_curve_to(x + 3.0, a, x - 3.0, b + foot * 3.0, x, b + foot);
        }
        let next = s.view.part(place(w) + EDGE / f.plot());
        i = if crowded {
            plan.wakes.partition_point(|w| s.view.part(place(w)) < next).max(i + 1)
        } else {
            i + 1
        };
    }
    c.stroke();
    c.set_global_alpha(1.0);
}

fn lane(y: f64, f: &Frame) -> usize {
    ((y + f.top).max(0.0) / f.lane) as usize
}

fn paint_marks(c: &Context, ink: &Ink, s: &Reel<'_>, f: &Frame) {
    let events = s.events();
    let x = |at: u32, t: u64| f.x(s.place(at, t));
    let horizon = s.known();
    let visible = |x: f64| x >= f.left - 1.0 && x <= f.width - RIGHT + 5.0;
    let mut outputs = Fill::default();
    let time = |at: &u32| events.get(*at as usize - 1).map_or(0, |e| e.at);
    let all = &s.film.outputs;
    let mut i = all.partition_point(|at| x(*at, time(at)) < f.left - 1.0);
    while let Some(at) = all.get(i) {
        let here = x(*at, time(at));
        if !visible(here) || *at > horizon {
            break;
        }
        outputs.0.push((here - 1.0, 1.0, 2.0, 4.0, 0.0));
        i = all.partition_point(|at| x(*at, time(at)) < here + 1.0).max(i + 1);
    }
    outputs.paint(c, &ink.quiet);
    let mut last = (f64::NEG_INFINITY, Kind::Stop);
    for m in s.film.marks.iter().filter(|m| m.at <= horizon) {
        let here = x(m.at, m.t);
        // Marks on the same pixel that look the same are drawn once.
        if visible(here) && (here - last.0 >= 1.0 || last.1 != m.kind) {
            glyph(c, ink, m.kind, here, MARKS / 2.0 + 0.5);
            last = (here, m.kind);
        }
    }
}

/// Each kind of mark has a shape of its own.
fn glyph(c: &Context, ink: &Ink, kind: Kind, x: f64, y: f64) {
    let red = &ink.fault;
    let colour = match kind {
        Kind::Race => &ink.edge,
        Kind::Leak => &ink.quiet,
        Kind::Panic | Kind::Deadlock | Kind::Stop => red,
    };
    c.set_fill_style_str(colour);
    c.set_stroke_style_str(colour);
    c.set_line_width(1.8);
    c.begin_path();
    match kind {
        Kind::Panic => {
            c.move_to(x - 3.5, y - 3.5);
            c.line_to(x + 3.5, y + 3.5);
            c.move_to(x + 3.5, y - 3.5);
            c.line_to(x - 3.5, y + 3.5);
            c.stroke();
        }
        Kind::Deadlock => {
            c.rect(x - 4.0, y - 4.0, 8.0, 8.0);
            c.fill();
        }
        Kind::Race => {
            c.move_to(x, y - 5.0);
            c.line_to(x + 4.5, y);
            c.line_to(x, y + 5.0);
            c.line_to(x - 4.5, y);
            c.close_path();
            c.fill();
        }
        Kind::Leak => {
            let _ = c.arc(x, y, 3.2, 0.0, TAU);
            c.stroke();
        }
        Kind::Stop => {
            c.rect(x - 1.5, y - 5.0, 3.0, 10.0);
            c.fill();
        }
    }
}
