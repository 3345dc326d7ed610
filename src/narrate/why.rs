//! Why a goroutine is blocked, and that it parks.

use super::Narrator;
use crate::i18n::time;
use crate::say;
use trace::{EndKind, GoId, GoState, WaitReason, WaitRole};

impl Narrator<'_> {
    pub(super) fn park(&self, id: GoId, reason: WaitReason) -> String {
        let l = self.lang;
        let go = self.go(id);
        let first = self.world.gos.get(&id).and_then(|g| g.waits.first().copied());
        match (reason, first) {
            (WaitReason::ChanSendNil, _) => say!(l, "say.park_nil_send", go = go),
            (WaitReason::ChanReceiveNil, _) => say!(l, "say.park_nil_recv", go = go),
            (WaitReason::SelectNoCases, _) => say!(l, "say.park_select_none", go = go),
            (WaitReason::Select, _) => say!(l, "say.park_select", go = go),
            (WaitReason::Sleep, _) => match self.wakes_at(id) {
                Some(when) => say!(l, "say.park_sleep", go = go, when = time(when)),
                None => say!(l, "say.park", go = go, reason = reason.text()),
            },
            (WaitReason::IoWait, _) => match self.world.polls.get(&id) {
                Some(p) => {
                    let what = self.trace.text(p.what);
                    say!(l, "say.park_net", go = go, what = what, when = time(p.when))
                }
                None => say!(l, "say.park", go = go, reason = reason.text()),
            },
            (_, Some((obj, WaitRole::Send(_)))) => {
                let (n, cap) = self.count(obj);
                let obj = self.obj(obj);
                if cap > 0 {
                    say!(
                        l,
                        "say.park_full",
                        go = go,
                        obj = obj,
                        n = n.to_string(),
                        cap = cap.to_string()
                    )
                } else {
                    say!(l, "say.park_no_receiver", go = go, obj = obj)
                }
            }
            (_, Some((obj, WaitRole::Recv))) => {
                say!(l, "say.park_empty", go = go, obj = self.obj(obj))
            }
            (_, Some((obj, WaitRole::Lock | WaitRole::RLock))) => {
                say!(l, "say.park_lock", go = go, obj = self.obj(obj), holder = self.holder(obj))
            }
            (WaitReason::WaitGroupWait, Some((obj, _))) => {
                let n = self.world.objs.get(&obj).map_or(0, |o| o.count);
                say!(l, "say.park_wg", go = go, obj = self.obj(obj), n = n.to_string())
            }
            (_, Some((obj, WaitRole::Wait))) => {
                say!(l, "say.park_on", go = go, obj = self.obj(obj), reason = reason.text())
            }
            (_, None) => say!(l, "say.park", go = go, reason = reason.text()),
        }
    }

    fn wakes_at(&self, id: GoId) -> Option<u64> {
        let mut timers = self.world.timers.values();
        timers.find(|t| matches!(t.kind, trace::TimerKind::Sleep(g) if g == id)).map(|t| t.when)
    }

    /// Why a goroutine waits: a title and a sentence. None if it does not.
    pub fn why(&self, id: GoId) -> Option<(String, String)> {
        let l = self.lang;
        let g = self.world.gos.get(&id)?;
        let GoState::Waiting(reason) = g.state else { return None };
        let line = g.frames.last().map_or(0, |f| f.line).to_string();
        // Nobody wakes anybody any more. In a deadlock the reasons are what one wants to know.
        if self.world.end.is_some_and(|end| end != EndKind::Deadlock) {
            let title = say!(l, "why.ended_title", go = id.to_string());
            return Some((title, say!(l, "why.ended", line = line, reason = reason.text())));
        }
        let text = match (reason, g.waits.first().copied()) {
            (WaitReason::Select, _) => {
                say!(l, "why.select", line = line, n = g.waits.len().to_string())
            }
            (WaitReason::Sleep, _) => {
                say!(
                    l,
                    "why.sleep",
                    line = line,
                    when = time(self.wakes_at(id).unwrap_or_default())
                )
            }
            (WaitReason::IoWait, _) => {
                let when = self.world.polls.get(&id).map_or(0, |p| p.when);
                say!(l, "why.net", line = line, when = time(when))
            }
            (_, Some((obj, WaitRole::Send(_)))) => {
                let (n, cap) = self.count(obj);
                let obj = self.obj(obj);
                if cap > 0 {
                    say!(
                        l,
                        "why.send_full",
                        line = line,
                        obj = obj,
                        n = n.to_string(),
                        cap = cap.to_string()
                    )
                } else {
                    say!(l, "why.send_meet", line = line, obj = obj)
                }
            }
            (_, Some((obj, WaitRole::Recv))) => {
                let meet = self.count(obj).1 == 0;
                let key = if meet { "why.recv_meet" } else { "why.recv" };
                say!(l, key, line = line, obj = self.obj(obj))
            }
            (_, Some((obj, WaitRole::Lock | WaitRole::RLock))) => say!(
                l,
                "why.lock",
                line = line,
                reason = reason.text(),
                holder = self.holder(obj),
                obj = self.obj(obj)
            ),
            (WaitReason::WaitGroupWait, Some((obj, _))) => {
                let n = self.world.objs.get(&obj).map_or(0, |o| o.count).to_string();
                say!(l, "why.wait", line = line, reason = reason.text(), obj = self.obj(obj), n = n)
            }
            (_, _) => say!(l, "why.other", line = line, reason = reason.text()),
        };
        Some((say!(l, "why.title", go = id.to_string()), text))
    }
}
