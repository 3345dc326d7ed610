//! The builder that every card uses: where things go, and that nothing overlaps.

use super::plan::Need;
use super::{Align, Card, GoToken, Lit, Rect, Scene, Style, Text, ValueToken, View, class_in};
use std::collections::BTreeMap;
use trace::{EventKind, GoId, ObjId, RecvFrom, Sym, World};

/// Height of a goroutine with its name, CSS pixels.
pub const GO_H: f32 = 30.0;
/// Height of a goroutine in a queue.
pub const SMALL_H: f32 = 24.0;
/// Space between cards.
pub const GAP: f32 = 14.0;
/// Height of a card's heading.
pub const HEAD: f32 = 38.0;

/// Width of a text in the code's type of `size` pixels.
pub fn mono(text: &str, size: f32) -> f32 {
    ems(text, 0.61) * size
}

/// Width of a text in the page's own type of `size` pixels, with a little room.
pub fn words(text: &str, size: f32) -> f32 {
    ems(text, 0.56) * size
}

/// Width of a text whose letters are `each` wide, in parts of its size; a Chinese character is as wide as high.
pub fn ems(text: &str, each: f32) -> f32 {
    text.chars().map(|c| if c as u32 > 0x2e80 { 1.0 } else { each }).sum()
}

/// A text cut to `n` characters.
pub fn cut(text: &str, n: usize) -> String {
    if text.chars().count() <= n {
        return text.to_string();
    }
    text.chars().take(n.saturating_sub(1)).chain(['…']).collect()
}

/// Collects a scene.
pub struct Builder<'v, 'a> {
    /// What is shown.
    pub view: &'v View<'a>,
    scene: Scene,
    /// Left edge and width of the content.
    pub left: f32,
    /// Width of the content.
    pub width: f32,
    /// Where the next full-width card begins.
    pub y: f32,
    /// Where each column of the grid ends.
    columns: Vec<f32>,
    /// Places at which somebody waits who stands elsewhere.
    seats: Vec<(GoId, ObjId, Rect)>,
    placed: BTreeMap<GoId, ()>,
}

impl<'v, 'a> Builder<'v, 'a> {
    /// An empty scene.
    pub fn new(view: &'v View<'a>) -> Self {
        let pad = if view.width < 520.0 { 12.0 } else { 20.0 };
        Builder {
            view,
            scene: Scene::default(),
            left: pad,
            width: (view.width - 2.0 * pad).max(240.0),
            y: 16.0,
            columns: Vec::new(),
            seats: Vec::new(),
            placed: BTreeMap::new(),
        }
    }

    /// The world shown.
    pub fn world(&self) -> &'a World {
        self.view.narrator.world
    }

    /// Whether the stage is as narrow as a phone.
    pub fn narrow(&self) -> bool {
        self.view.width < 560.0
    }

    /// A full-width card of height `h` below what is there.
    pub fn row(&mut self, key: &str, h: f32) -> Card {
        let rect = Rect::new(self.left, self.y, self.width, h);
        self.y += h + GAP;
        self.card(key, rect)
    }

    /// From here on cards stand side by side.
    pub fn start_grid(&mut self) {
        self.start_columns(if self.width >= 668.0 {
            3
        } else if self.width >= 440.0 {
            2
        } else {
            1
        });
    }

    /// From here on cards stand side by side in `n` columns, each as high as it is.
    pub fn start_columns(&mut self, n: usize) {
        self.end_row();
        self.columns = vec![self.y; n.max(1)];
    }

    /// The next card in the grid, `h` high: on top of the lowest column.
    pub fn cell(&mut self, key: &str, h: f32) -> Card {
        let lowest = |a: &usize, b: &usize| self.columns[*a].total_cmp(&self.columns[*b]);
        let at = (0..self.columns.len()).min_by(lowest).unwrap_or(0);
        let w = self.cell_width();
        let x = self.left + (w + GAP) * at as f32;
        let y = self.columns.get(at).copied().unwrap_or(self.y);
        if let Some(end) = self.columns.get_mut(at) {
            *end += h + GAP;
        }
        self.card(key, Rect::new(x, y, w, h))
    }

    /// How wide the cards of the grid are.
    pub fn cell_width(&self) -> f32 {
        let n = self.columns.len().max(1) as f32;
        (self.width - GAP * (n - 1.0)) / n
    }

    /// Ends the grid.
    pub fn end_row(&mut self) {
        self.y = self.columns.drain(..).fold(self.y, f32::max);
    }

    /// Keeps a place for `go`, which stands elsewhere but waits for `obj` too.
    pub fn seat(&mut self, card: &mut Card, go: GoId, obj: ObjId, rect: Rect) {
        card.seats.push((rect, go));
        self.seats.push((go, obj, rect));
    }

    fn card(&self, key: &str, rect: Rect) -> Card {
        Card {
            key: key.to_string(),
            rect,
            obj: None,
            hot: false,
            closed: false,
            ghost: false,
            over: false,
            texts: Vec::new(),
            slots: Vec::new(),
            seats: Vec::new(),
            frames: Vec::new(),
            dial: None,
        }
    }

    /// Marks a card as showing `obj`.
    pub fn show(&self, card: &mut Card, obj: ObjId, need: &Need) {
        card.obj = Some(obj);
        card.over = self.view.cursor > need.last as usize;
        if let Some(o) = self.world().objs.get(&obj) {
            card.hot = self.view.cursor > 0 && o.touched as usize + 1 == self.view.cursor;
            card.hot |= self.parks_at(obj) || self.chooses(obj);
            card.closed = o.closed;
            card.over &= o.sendq.is_empty() && o.recvq.is_empty();
        }
    }

    /// Whether somebody has just parked at an object.
    fn parks_at(&self, obj: ObjId) -> bool {
        let parked = self.view.last_event().filter(|e| matches!(e.kind, EventKind::GoPark { .. }));
        let waits = parked.and_then(|e| self.world().gos.get(&e.go)).map(|g| g.waits.as_slice());
        waits.unwrap_or_default().iter().any(|(o, _)| *o == obj)
    }

    /// Whether a `select` has just chosen the case of an object.
    fn chooses(&self, obj: ObjId) -> bool {
        self.view.last_event().is_some_and(|e| matches!(e.kind, EventKind::SelectChoose { .. }))
            && super::select::cases(self.view).is_some_and(|(_, cases)| {
                cases.iter().any(|(o, lit, _)| *o == obj && *lit == Lit::Chosen)
            })
    }

    /// Heading of a card: title, quiet text, and something at the right.
    pub fn head(&self, card: &mut Card, style: Style, title: &str, sub: &str, right: &str) {
        let r = card.rect;
        let size = mono(title, if style == Style::Code { 12.0 } else { 16.6 });
        let tw = (size + 10.0).min(r.w - 30.0);
        let rw = if right.is_empty() { 0.0 } else { mono(right, 12.0) + 4.0 };
        let room = r.w - 30.0 - tw - 6.0;
        let crowded = !sub.is_empty() && rw > 0.0 && words(sub, 12.0) > room - rw;
        // What an object is matters more than where it was made; of a group of things, how many are not seen.
        let (sub, rw) = match (crowded, style) {
            (true, Style::Code) => (sub, 0.0),
            (true, _) => ("", rw),
            (false, _) => (sub, rw),
        };
        let rw = if rw > r.w - tw - 40.0 { 0.0 } else { rw };
        card.text(Rect::new(r.x + 15.0, r.y + 9.0, tw, 22.0), title, style, Align::Left);
        let sw = room - rw;
        if sw > 30.0 {
            card.text(
                Rect::new(r.x + 15.0 + tw, r.y + 9.0, sw, 22.0),
                sub,
                Style::Sub,
                Align::Left,
            );
        }
        if rw > 0.0 {
            card.text(
                Rect::new(r.x + r.w - 15.0 - rw, r.y + 9.0, rw, 22.0),
                right,
                Style::Meta,
                Align::Right,
            );
        }
    }

    /// Keeps the place of an object that has not come to life yet.
    pub fn ghost(&mut self, mut card: Card, name: Sym, typ: Sym) {
        let trace = self.view.narrator.trace;
        card.ghost = true;
        let (name, typ) = (trace.text(name), trace.text(typ).trim_start_matches("sync."));
        // What has no name is told by its type.
        let (name, typ) = if name.is_empty() { (typ, "") } else { (name, typ) };
        let name = card.obj.map_or(name.to_string(), |o| self.view.narrator.numbered(o, name));
        self.head(&mut card, Style::Code, &name, typ, "");
        self.push(card);
    }

    /// Adds a finished card.
    pub fn push(&mut self, card: Card) {
        self.scene.cards.push(card);
    }

    /// Width of a goroutine's token, with its name cut to `chars`; 0 for the number alone.
    pub fn go_width(&self, id: GoId, chars: usize) -> f32 {
        let func = self.world().gos.get(&id).map_or("", |g| self.view.narrator.trace.text(g.func));
        let label = mono(&id.to_string(), if chars == 0 { 11.0 } else { 12.0 });
        let name =
            if chars == 0 || func.is_empty() { 0.0 } else { mono(&cut(func, chars), 12.0) + 6.0 };
        label + name + if chars == 0 { 26.0 } else { 34.0 }
    }

    /// Puts a goroutine at (`x`, centre `cy`), unless it already has a place. Returns its box.
    pub fn go(&mut self, id: GoId, x: f32, cy: f32, chars: usize) -> Rect {
        let h = if chars == 0 { SMALL_H } else { GO_H };
        let rect = Rect::new(x, cy - h / 2.0, self.go_width(id, chars), h);
        let Some(g) = self.world().gos.get(&id) else { return rect };
        if self.placed.insert(id, ()).is_none() {
            let func = if chars == 0 {
                String::new()
            } else {
                cut(self.view.narrator.trace.text(g.func), chars)
            };
            let selected = self.view.selected == Some(id);
            let class = class_in(self.world(), g.state);
            self.scene.gos.push(GoToken { id, func, class, rect, selected });
        }
        rect
    }

    /// How many goroutines and seats there are so far.
    pub fn marks(&self) -> (usize, usize) {
        (self.scene.gos.len(), self.seats.len())
    }

    /// From where to where those stand who came since then; none if nobody came.
    pub fn extent_since(&self, (gos, seats): (usize, usize)) -> Option<(f32, f32)> {
        let gos = self.scene.gos[gos..].iter().map(|g| g.rect);
        let all = gos.chain(self.seats[seats..].iter().map(|s| s.2));
        all.map(|r| (r.x, r.x + r.w)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// Whether a goroutine already has its place.
    pub fn is_placed(&self, id: GoId) -> bool {
        self.placed.contains_key(&id)
    }

    /// A row of small goroutines from `x` to `limit`; the rest is counted. Returns the right edge.
    pub fn queue(&mut self, card: &mut Card, gos: &[GoId], x: f32, cy: f32, limit: f32) -> f32 {
        let mut at = x;
        for (i, &g) in gos.iter().enumerate() {
            let w = self.go_width(g, 0);
            let more = mono(&format!("+{}", gos.len() - i), 12.0) + 6.0;
            let need = if i + 1 < gos.len() { w + 5.0 + more } else { w };
            if at + need > limit {
                let rect = Rect::new(at, cy - 11.0, more.min((limit - at).max(0.0)), 22.0);
                card.text(rect, &format!("+{}", gos.len() - i), Style::Label, Align::Left);
                return limit;
            }
            self.go(g, at, cy, 0);
            at += w + 5.0;
        }
        at
    }

    /// Puts a value.
    pub fn value(&mut self, key: String, text: &str, rect: Rect, held: bool) {
        // A value of no size is a token: that it came is all it says.
        let text = match text {
            "struct{}{}" => "●",
            "true" if rect.w < 34.0 => "✓",
            "false" if rect.w < 34.0 => "✗",
            text => text,
        };
        let fit = |size: f32| ((rect.w - 5.0) / (size * 0.61)).max(1.0) as usize;
        let size = if rect.w >= 44.0 { 15.0 } else { 12.0 };
        let small = text.chars().count() > fit(size);
        let text = cut(text, fit(if small { 9.5 } else { size }));
        self.scene.values.push(ValueToken { key, text, rect, held, small });
    }

    /// Ends the layout: threads of parked selects, total height.
    pub fn finish(mut self) -> Scene {
        self.end_row();
        self.in_hand();
        self.scene.threads = super::threads::of(self.view, &self.scene, &self.seats);
        self.scene.height = self.y;
        self.scene
    }

    /// What somebody has just received, until it is put away: beside who received it.
    fn in_hand(&mut self) {
        let Some(e) = self.view.last_event() else { return };
        let EventKind::ChanRecv { value, from, .. } = e.kind else { return };
        let Some(at) = self.scene.go(e.go).map(|g| g.rect) else { return };
        let rect = Rect::new(at.x + at.w + 6.0, at.y + at.h / 2.0 - 15.0, 30.0, 30.0);
        let others = self.scene.gos.iter().map(|g| &g.rect);
        let mut others = others.chain(self.scene.values.iter().map(|v| &v.rect));
        if from != RecvFrom::Closed && !others.any(|o| o.overlaps(&rect)) {
            let text = self.view.narrator.value(value);
            self.value(format!("h{}", e.go.0), &text, rect, true);
        }
    }
}

impl Card {
    /// Adds a text.
    pub fn text(&mut self, rect: Rect, text: &str, style: Style, align: Align) {
        if !text.is_empty() && rect.w > 0.0 {
            self.texts.push(Text { rect, text: text.to_string(), style, align });
        }
    }
}
