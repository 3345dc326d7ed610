//! Package `net/http`: requests to the simulated network.

use crate::goroutine::Wait;
use crate::natives::{Cx, NativeFn, Next};
use crate::net::{self, NetAnswer};
use ::sync::Polled;
use executor::Choice;

pub(crate) const NATIVES: &[(&str, NativeFn)] =
    &[("net/http.exchange", exchange), ("net/http.poll", poll)];

/// A latency is one of so many, from the shortest to the longest.
const STEPS: u32 = 8;

/// Latency of what nobody declared: from 20 to 160 ms.
const UNDECLARED: (u64, u64) = (20_000_000, 160_000_000);

/// What the network will answer to a method and a URL, and after how many nanoseconds.
fn exchange(cx: &mut Cx<'_>) -> Next {
    let (method, url) = (cx.text(0), cx.text(1));
    let all = cx.m.config.net.clone();
    let rule = net::rules(&all, &method, &url).and_then(|(first, list)| {
        let asked = cx.st.natives.asked.entry(first).or_default();
        let i = (*asked).min(list.len() - 1);
        *asked += 1;
        list.get(i).copied()
    });
    let (low, high) = rule.map_or(UNDECLARED, |r| r.latency);
    let mut ns = low;
    if high > low {
        let step = cx.m.handle.choose(Choice::Network, STEPS);
        ns += (high - low) / u64::from(STEPS - 1) * u64::from(step);
    }
    let (mut location, failed) = ("", |kind| (kind, 0, String::new()));
    let (kind, status, body) = match rule.map(|r| &r.answer) {
        None => {
            let host = url.split_once("://").map_or(&*url, |(_, rest)| rest);
            let host = host.split(['/', '?', '#']).next().unwrap_or_default();
            (0, 200, format!("hello from {host}\n"))
        }
        Some(NetAnswer::Status(status, body)) => (0, *status, body.clone()),
        Some(NetAnswer::Redirect(status, to, body)) => {
            location = to;
            (0, *status, body.clone())
        }
        Some(NetAnswer::Refused) => failed(1),
        Some(NetAnswer::NoHost) => failed(2),
        Some(NetAnswer::Reset) => failed(3),
        Some(NetAnswer::Eof) => failed(4),
        Some(NetAnswer::Timeout) => failed(5),
    };
    cx.set(0, kind);
    cx.set(1, ns);
    cx.set(2, u64::from(status));
    cx.set_str(3, body.as_bytes());
    cx.set_str(4, location.as_bytes());
    Next::Done
}

/// Waits for an answer, or until a channel is closed; whether the answer came.
fn poll(cx: &mut Cx<'_>) -> Next {
    let what = cx.m.handle.tracer().sym(&cx.text(0));
    let off = cx.st.heap.get_chan(cx.arg(2)).cloned();
    let off = off.as_ref().map(|c| &c.chan);
    match ::sync::poll(&cx.m.handle, cx.waker, cx.arg(1), what, off) {
        Polled::Ready => cx.set(0, 1),
        Polled::CalledOff => cx.set(0, 0),
        Polled::Parked(p) => return Next::Wait(Box::new(Wait::Poll(p, cx.b))),
    }
    Next::Done
}
