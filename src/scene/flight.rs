//! Values that travelled in the last step, from where they were to where they are.

use super::{Scene, View};
use trace::{EventKind, RecvFrom, SendTo};

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

/// At most so many flights in one step.
const MOST: usize = 12;

/// Flights of the events between two positions. `before` is the scene at `from`.
pub fn of(view: &View<'_>, before: &Scene, now: &Scene, from: usize, to: usize) -> Vec<Flight> {
    if to <= from || to - from > 400 {
        return Vec::new();
    }
    let n = &view.narrator;
    let place = |scene: &Scene, go| scene.go(go).map(|g| g.rect.centre());
    let middle = |obj| now.card_of(obj).map(|c| c.rect.centre());
    let mut flights = Vec::new();
    let far = |flights: &Vec<Flight>| flights.len() >= MOST;
    for (i, e) in n.trace.events()[from..to.min(n.trace.len())].iter().enumerate() {
        if far(&flights) {
            break;
        }
        let mut fly = |value: &trace::Value, a: Option<(f32, f32)>, z: Option<(f32, f32)>| {
            if let (Some(a), Some(z)) = (a, z) {
                let key = format!("f{}-{}", from + i, flights.len());
                flights.push(Flight { key, text: super::layout::cut(&n.value(*value), 5), from: a, to: z });
            }
        };
        match &e.kind {
            EventKind::ChanSend { value, to: SendTo::Receiver(g), .. } => {
                fly(value, place(before, e.go).or(place(now, e.go)), place(now, *g));
            }
            EventKind::ChanSend { ch, value, to: SendTo::Buffer } => {
                fly(value, place(before, e.go).or(place(now, e.go)), middle(*ch));
            }
            EventKind::ChanRecv { value, from: RecvFrom::Sender(g), .. } => {
                fly(value, place(before, *g), place(now, e.go));
            }
            EventKind::ChanRecv { ch, value, from: RecvFrom::Buffer } => {
                fly(value, middle(*ch), place(now, e.go));
            }
            EventKind::ChanRecv { ch, value, from: RecvFrom::BufferRefilled(g, next) } => {
                fly(value, middle(*ch), place(now, e.go));
                fly(next, place(before, *g), middle(*ch));
            }
            // Every other kind moves no value.
            _ => {}
        }
    }
    flights
}
