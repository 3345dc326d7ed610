//! Random programs of operations.

use proptest::collection::vec;
use proptest::prelude::*;

/// Channel of a random operation; beyond the number of channels it is nil.
pub type C = usize;

#[derive(Clone, Debug)]
pub enum Op {
    Send(C),
    Recv(C),
    Close(C),
    Select(Vec<(C, bool)>, bool),
    /// Receive or give up after so many nanoseconds.
    Patient(C, i64),
    Locked(usize, u32, bool),
    TryLocked(usize),
    Written(u32),
    Read(u32, bool),
    Wait,
    Add,
    Done,
    Once(u32),
    Notified,
    Signal(bool),
    Weight(i64, u32),
    /// Stops, or sets anew, one of the timers so far.
    Stop(usize, Option<i64>),
    Var(i64, bool),
    Sleep(i64),
    Yield,
    Work(u32),
}

pub const CHANS: usize = 3;
pub const MUTEXES: usize = 2;
pub const SEATS: i64 = 3;

fn op() -> impl Strategy<Value = Op> {
    let ch = 0..CHANS + 1;
    let rest = 0u32..4;
    prop_oneof![
        6 => (0..CHANS).prop_map(Op::Send),
        6 => (0..CHANS).prop_map(Op::Recv),
        1 => (0..CHANS).prop_map(Op::Close),
        6 => (vec((ch.clone(), any::<bool>()), 1..4), any::<bool>())
            .prop_map(|(c, d)| Op::Select(c, d)),
        2 => (ch, 0i64..40).prop_map(|(c, d)| Op::Patient(c, d)),
        4 => (0..MUTEXES, rest.clone(), any::<bool>()).prop_map(|(m, n, w)| Op::Locked(m, n, w)),
        1 => (0..MUTEXES).prop_map(Op::TryLocked),
        2 => rest.clone().prop_map(Op::Written),
        3 => (rest.clone(), any::<bool>()).prop_map(|(n, t)| Op::Read(n, t)),
        1 => Just(Op::Wait),
        1 => Just(Op::Add),
        2 => Just(Op::Done),
        1 => rest.clone().prop_map(Op::Once),
        1 => Just(Op::Notified),
        2 => any::<bool>().prop_map(Op::Signal),
        2 => (1..=SEATS, rest).prop_map(|(n, r)| Op::Weight(n, r)),
        2 => (0usize..4, proptest::option::of(0i64..40)).prop_map(|(t, d)| Op::Stop(t, d)),
        1 => (0i64..3, any::<bool>()).prop_map(|(v, atomic)| Op::Var(v, atomic)),
        2 => (0i64..30).prop_map(Op::Sleep),
        2 => Just(Op::Yield),
        1 => (1u32..150_000).prop_map(Op::Work),
    ]
}

#[derive(Clone, Debug)]
pub struct Program {
    pub caps: [u32; CHANS],
    pub by: By,
    pub tasks: Vec<Vec<Op>>,
}

/// Who decides.
#[derive(Clone, Copy, Debug)]
pub enum By {
    Fifo,
    Random(u64),
    Model(u16, u64),
}

pub fn program() -> impl Strategy<Value = Program> {
    let by = prop_oneof![
        1 => Just(By::Fifo),
        5 => any::<u64>().prop_map(By::Random),
        3 => (1u16..5, any::<u64>()).prop_map(|(p, seed)| By::Model(p, seed)),
    ];
    (proptest::array::uniform3(0u32..4), by, vec(vec(op(), 0..9), 1..7))
        .prop_map(|(caps, by, tasks)| Program { caps, by, tasks })
}
