//! The detector on events alone, without a machine.

use explorer::{Detector, Missing};
use trace::*;

#[derive(Default)]
struct Story(Trace);

impl Story {
    fn on(&mut self, go: u32, kind: EventKind) -> &mut Self {
        self.0.push(Event { at: 0, go: GoId(go), kind });
        self
    }

    fn go(&mut self, by: u32, new: u32) -> &mut Self {
        self.on(by, EventKind::GoCreate { go: GoId(new), func: Sym(0), line: 1 })
    }

    fn new_obj(&mut self, obj: u32, kind: ObjKind) -> &mut Self {
        let (name, typ, obj) = (Sym(0), Sym(0), ObjId(obj));
        self.on(1, EventKind::ObjNew { obj, kind, name, typ, line: 1 })
    }

    fn write(&mut self, go: u32, line: u32) -> &mut Self {
        self.on(go, EventKind::Stmt { line });
        let (obj, value) = (ObjId(900), Value::Unit);
        self.on(go, EventKind::VarWrite { obj, atomic: false, value })
    }

    fn read(&mut self, go: u32, line: u32) -> &mut Self {
        self.on(go, EventKind::Stmt { line });
        let (obj, value) = (ObjId(900), Value::Unit);
        self.on(go, EventKind::VarRead { obj, atomic: false, value })
    }

    fn send(&mut self, go: u32) -> &mut Self {
        let (ch, value, to) = (ObjId(1), Value::Unit, SendTo::Buffer);
        self.on(go, EventKind::ChanSend { ch, value, to })
    }

    fn recv(&mut self, go: u32) -> &mut Self {
        let (ch, value, from) = (ObjId(1), Value::Unit, RecvFrom::Buffer);
        self.on(go, EventKind::ChanRecv { ch, value, from })
    }

    fn count(&mut self, go: u32, delta: i64, value: i64) -> &mut Self {
        self.on(go, EventKind::Counter { obj: ObjId(2), delta, value })
    }

    fn races(&self) -> Vec<(u32, u32)> {
        let races = Detector::of(&self.0).races(&self.0);
        races.iter().map(|r| (r.first.line, r.second.line)).collect()
    }
}

/// Two goroutines that hold a place in a buffer while they write.
fn limited(cap: u32) -> Story {
    let mut s = Story::default();
    s.go(0, 1).new_obj(1, ObjKind::Chan { cap }).go(1, 2).go(1, 3);
    s.send(2).write(2, 10).recv(2).send(3).write(3, 20).recv(3);
    s
}

#[test]
fn a_receive_comes_before_the_send_that_takes_its_place() {
    assert_eq!(limited(1).races(), []);
    // With two places the second send takes the other one.
    assert_eq!(limited(2).races(), [(10, 20)]);
}

#[test]
fn readers_are_ordered_with_writers_only() {
    let lock = |obj, shared| EventKind::Lock { obj, shared };
    let unlock = |obj, shared| EventKind::Unlock { obj, shared, to: None };
    let mut s = Story::default();
    let rw = ObjId(3);
    s.go(0, 1).new_obj(3, ObjKind::RWMutex).go(1, 2).go(1, 3).go(1, 4);
    s.on(2, lock(rw, true)).write(2, 10).on(2, unlock(rw, true));
    s.on(3, lock(rw, false)).write(3, 20).on(3, unlock(rw, false));
    s.on(4, lock(rw, true)).write(4, 30).on(4, unlock(rw, true));
    assert_eq!(s.races(), []);
    s.on(1, lock(rw, true)).write(1, 40).on(1, unlock(rw, true));
    assert_eq!(s.races(), [(30, 40)]);
    let missing = &Detector::of(&s.0).races(&s.0)[0].missing;
    assert!(matches!(missing, Missing::SharedLock { .. }), "{missing:?}");
}

#[test]
fn those_who_were_waited_for_make_room() {
    let mut s = Story::default();
    s.go(0, 1).new_obj(2, ObjKind::WaitGroup).write(1, 5);
    for g in 2..6_000 {
        s.count(1, 1, 1)
            .go(1, g)
            .write(g, 10)
            .count(g, -1, 0)
            .on(g, EventKind::GoEnd)
            .count(1, 0, 0);
    }
    s.write(1, 20);
    assert_eq!(s.races(), []);
    assert!(!Detector::of(&s.0).gave_up());
    // The detector still sees what comes after them.
    s.go(1, 7_000).go(1, 7_001).write(7_000, 30).write(7_001, 40);
    assert_eq!(s.races(), [(30, 40)]);
}

/// Also where all of them read one place, and meet at one lock.
#[test]
fn a_crowd_is_followed() {
    let mut s = Story::default();
    let lock = EventKind::Lock { obj: ObjId(3), shared: false };
    let unlock = EventKind::Unlock { obj: ObjId(3), shared: false, to: None };
    s.go(0, 1).new_obj(3, ObjKind::Mutex);
    for g in 2..20_000 {
        s.go(1, g);
    }
    for g in 2..20_000 {
        s.read(g, 10).on(g, lock.clone()).on(g, unlock.clone());
    }
    // Who comes last has met all of them, but not who comes from elsewhere.
    s.on(1, lock).write(1, 20);
    assert_eq!(s.races(), []);
    s.go(1, 20_000).write(20_000, 30).write(19_999, 40);
    assert_eq!(s.races(), [(30, 40)]);
    s.read(19_998, 50);
    assert_eq!(s.races(), [(30, 40), (30, 50)]);
    assert!(!Detector::of(&s.0).gave_up());
}

#[test]
fn readers_in_a_crowd_race_with_a_writer() {
    let mut s = Story::default();
    s.go(0, 1);
    for g in 2..100 {
        s.go(1, g).read(g, 10);
    }
    assert_eq!(s.races(), []);
    s.write(1, 20);
    assert_eq!(s.races(), [(10, 20)]);
}

#[test]
fn too_many_at_once_are_not_followed() {
    let mut s = Story::default();
    s.go(0, 1);
    for g in 2..140_000 {
        s.go(1, g);
    }
    s.write(4_000, 10).write(4_001, 20);
    assert!(Detector::of(&s.0).gave_up());
    assert_eq!(s.races(), []);
}
