//! Values that travelled in the last step, from where they were to where they are.

use super::{Scene, View};
use trace::{EventKind, RecvFrom, SendTo, Value};

/// A value on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Flight {
    /// Identity, new for every flight.
    pub key: String,
    /// Text.
    pub text: String,
    /// Where it started.
    pub from: (f32, f32),
    /// Where it lands.
    pub to: (f32, f32),
}

type Point = Option<(f32, f32)>;

/// At most so many flights in one step.
const MOST: usize = 12;
/// A step over more events than this snaps.
const FAR: usize = 400;

/// Flights of the events between two positions. `before` is the scene at `from`.
#[inline(never)]
pub fn of(view: &View<'_>, before: &Scene, now: &Scene, from: usize, to: usize) -> Vec<Flight> {
    if to <= from || to - from > FAR {
        return Vec::new();
    }
    let n = &view.narrator;
    let was = |go| before.go(go).map(|g| g.rect.centre());
    let is = |go| now.go(go).map(|g| g.rect.centre());
    let middle = |obj| now.card_of(obj).map(|c| c.rect.centre());
    let mut flights = Vec::new();
    let mut fly = |value: Value, start: Point, end: Point| {
        if let (Some(start), Some(end)) = (start, end)
            && flights.len() < MOST
        {
            let key = format!("f{to}-{}", flights.len());
            flights.push(Flight {
                key,
                text: super::cut(n.value(value).as_str().replace("struct{}{}", "●").as_str(), 5),
                from: start,
                to: end,
            });
        }
    };
    for e in &n.trace.events()[from..to.min(n.trace.len())] {
        if let EventKind::ChanSend { ch, value, to } = e.kind {
            let start = was(e.go).or(is(e.go));
            match to {
                SendTo::Receiver(g) => fly(value, start, is(g)),
                SendTo::Buffer => fly(value, start, middle(ch)),
            }
        }
        if let EventKind::ChanRecv { ch, value, from } = e.kind {
            match from {
                RecvFrom::Sender(g) => fly(value, was(g), is(e.go)),
                RecvFrom::Buffer => fly(value, middle(ch), is(e.go)),
                RecvFrom::BufferRefilled(g, next) => {
                    fly(value, middle(ch), is(e.go));
                    fly(next, was(g), middle(ch));
                }
                RecvFrom::Closed => {}
            }
        }
    }
    flights
}
