//! A naive model of channels: one line of values, of which the first `cap` lie in the buffer and
//! the others belong to parked senders.

use std::collections::{BTreeMap, VecDeque};
use sync::Fault;
use trace::{GoId, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    Sent(usize),
    SendClosed(usize),
    Received(usize, Option<i64>),
}

#[derive(Default)]
pub struct Line {
    pub cap: usize,
    pub closed: bool,
    /// Value, and who waits to get rid of it, in which case of its select.
    pub line: VecDeque<(i64, Option<(GoId, usize)>)>,
    pub takers: VecDeque<(GoId, usize)>,
}

#[derive(Default)]
pub struct Model {
    pub chans: Vec<Line>,
    /// What became of those who were parked.
    pub outs: BTreeMap<GoId, Out>,
}

impl Model {
    pub fn chan(&mut self, cap: usize) -> usize {
        self.chans.push(Line { cap, ..Line::default() });
        self.chans.len() - 1
    }

    fn wake(&mut self, go: GoId, out: Out) {
        for c in &mut self.chans {
            c.line.retain(|(_, owner)| owner.is_none_or(|(g, _)| g != go));
            c.takers.retain(|&(g, _)| g != go);
        }
        assert_eq!(self.outs.insert(go, out), None, "{go} woken twice");
    }

    pub fn send(&mut self, c: usize, v: i64) -> Result<bool, Fault> {
        let l = &mut self.chans[c];
        if l.closed {
            return Err(Fault::SendOnClosedChannel);
        }
        if let Some(&(go, case)) = l.takers.front() {
            self.wake(go, Out::Received(case, Some(v)));
            return Ok(true);
        }
        if l.line.len() < l.cap {
            l.line.push_back((v, None));
            return Ok(true);
        }
        Ok(false)
    }

    pub fn recv(&mut self, c: usize) -> Option<Option<i64>> {
        let l = &mut self.chans[c];
        let Some((v, owner)) = l.line.pop_front() else { return l.closed.then_some(None) };
        let mut freed = owner;
        if let Some(last) = l.cap.checked_sub(1)
            && let Some(item) = l.line.get_mut(last)
        {
            // Its value has come into the buffer.
            freed = item.1.take();
        }
        if let Some((go, case)) = freed {
            self.wake(go, Out::Sent(case));
        }
        Some(Some(v))
    }

    pub fn close(&mut self, c: usize) -> Result<(), Fault> {
        let l = &mut self.chans[c];
        if l.closed {
            return Err(Fault::CloseOfClosedChannel);
        }
        l.closed = true;
        while let Some(&(go, case)) = self.chans[c].takers.front() {
            self.wake(go, Out::Received(case, None));
        }
        while let Some((go, case)) = self.chans[c].line.iter().find_map(|i| i.1) {
            self.wake(go, Out::SendClosed(case));
        }
        Ok(())
    }

    pub fn can_send(&self, c: usize) -> bool {
        let l = &self.chans[c];
        l.closed || !l.takers.is_empty() || l.line.len() < l.cap
    }

    pub fn can_recv(&self, c: usize) -> bool {
        self.chans[c].closed || !self.chans[c].line.is_empty()
    }

    pub fn park_send(&mut self, c: usize, go: GoId, case: usize, v: i64) {
        self.chans[c].line.push_back((v, Some((go, case))));
    }

    pub fn park_recv(&mut self, c: usize, go: GoId, case: usize) {
        self.chans[c].takers.push_back((go, case));
    }
}

impl Line {
    pub fn values(&self) -> Vec<Value> {
        self.line.iter().filter(|i| i.1.is_none()).map(|i| Value::Int(i.0)).collect()
    }

    pub fn senders(&self) -> Vec<GoId> {
        self.line.iter().filter_map(|i| i.1).map(|(g, _)| g).collect()
    }

    pub fn receivers(&self) -> Vec<GoId> {
        self.takers.iter().map(|&(g, _)| g).collect()
    }

    /// What must hold at any moment.
    pub fn laws(&self) {
        assert!(self.values().len() <= self.cap, "capacity");
        // But for one who both sends and receives in a select, as the comment in chan.go says.
        let (mut s, r) = (self.senders(), self.receivers());
        s.extend(&r);
        let alone = self.cap == 0 && s.iter().all(|g| Some(g) == s.first());
        assert!(r.is_empty() || s.len() == r.len() || alone, "one queue is empty");
        assert!(self.values().is_empty() || self.receivers().is_empty(), "nobody waits for values");
        assert!(self.senders().is_empty() || self.values().len() == self.cap, "senders wait");
        assert!(!self.closed || self.senders().is_empty() && self.receivers().is_empty(), "closed");
    }
}
