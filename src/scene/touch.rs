//! Which object an event is about.

use trace::{EventKind, ObjId};

/// The object that an event touches, if one.
pub fn touches(kind: &EventKind) -> Option<ObjId> {
    match *kind {
        EventKind::ObjNew { obj, .. }
        | EventKind::WaitqPush { obj, .. }
        | EventKind::ChanSend { ch: obj, .. }
        | EventKind::ChanRecv { ch: obj, .. }
        | EventKind::ChanClose { ch: obj }
        | EventKind::Lock { obj, .. }
        | EventKind::Unlock { obj, .. }
        | EventKind::MutexMode { obj, .. }
        | EventKind::Counter { obj, .. }
        | EventKind::OnceState { obj, .. }
        | EventKind::CondSignal { obj, .. }
        | EventKind::ContextNew { obj, .. }
        | EventKind::ContextDone { obj, .. }
        | EventKind::Part { obj, .. }
        | EventKind::Task { obj, .. }
        | EventKind::VarRead { obj, .. }
        | EventKind::VarWrite { obj, .. }
        | EventKind::TimerSet { obj, .. }
        | EventKind::TimerFire { obj }
        | EventKind::TimerStop { obj } => Some(obj),
        EventKind::GoCreate { .. }
        | EventKind::Enqueue { .. }
        | EventKind::GoStart { .. }
        | EventKind::GoStop { .. }
        | EventKind::GoPark { .. }
        | EventKind::GoUnpark { .. }
        | EventKind::GoEnd
        | EventKind::GoPanic { .. }
        | EventKind::GoRecover
        | EventKind::Stmt { .. }
        | EventKind::Call { .. }
        | EventKind::Return
        | EventKind::Var { .. }
        | EventKind::Output { .. }
        | EventKind::ProcStart { .. }
        | EventKind::ProcStop { .. }
        | EventKind::ThreadCreate { .. }
        | EventKind::Spinning { .. }
        | EventKind::Steal { .. }
        | EventKind::SyscallEnter { .. }
        | EventKind::HandOff { .. }
        | EventKind::SyscallExit
        | EventKind::SelectCase { .. }
        | EventKind::SelectChoose { .. }
        | EventKind::NetAsk { .. }
        | EventKind::NetReady { .. }
        | EventKind::TimeAdvance { .. }
        | EventKind::End { .. } => None,
    }
}
