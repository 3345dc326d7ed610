//! What Go shows of types of the library that are made otherwise here: the fields that they have in Go.

use crate::heap::Heap;
use crate::objects::SyncObj;
use program::{RType, RTypeId};
use sync::{Mutex, Once, Project, Projection, RWMutex, WaitGroup};

/// A value as it would be in Go.
pub(super) enum Inside {
    /// A struct with its type and fields.
    Struct(&'static str, Vec<(&'static str, Inside)>),
    /// A signed number.
    Int(i64),
    /// An unsigned number.
    Uint(u64),
    /// A value that is the same here.
    Same(RTypeId, Vec<u64>),
}

use Inside::{Int, Struct, Uint};

/// A writer that has or wants the lock takes this off the count of readers (`rwmutexMaxReaders`).
const WRITER: i64 = 1 << 30;

/// The fields of a value of type `t` in Go; none if ours are the same.
pub(super) fn inside(h: &Heap, t: &RType, words: &[u64]) -> Option<Inside> {
    let handle = words.first().copied().unwrap_or(0);
    Some(match &*t.name {
        "sync.Mutex" => {
            let p = project::<Mutex>(h, handle);
            mutex(!p.holders.is_empty(), p.sendq.len(), p.starving)
        }
        "sync.RWMutex" => rwmutex(&project::<RWMutex>(h, handle)),
        "sync.WaitGroup" => {
            let p = project::<WaitGroup>(h, handle);
            let waiting = (p.sendq.len() + p.recvq.len()) as u64;
            Struct(
                "sync.WaitGroup",
                vec![
                    ("noCopy", no_copy()),
                    ("state", atomic("atomic.Uint64", Uint((p.count as u64) << 32 | waiting))),
                    ("sema", Uint(0)),
                ],
            )
        }
        "sync.Once" => {
            let p = project::<Once>(h, handle);
            Struct(
                "sync.Once",
                vec![
                    ("_", no_copy()),
                    ("done", atomic("atomic.Bool", Uint(u64::from(p.closed)))),
                    ("m", mutex(!p.holders.is_empty(), p.sendq.len(), false)),
                ],
            )
        }
        "time.Time" => time(t, words)?,
        _ => return None,
    })
}

/// What is known of a primitive; of one that was never used, that it is at rest.
fn project<T: Project + 'static>(h: &Heap, handle: u64) -> Projection {
    h.get_native::<SyncObj<T>>(handle).map(|o| o.state.project()).unwrap_or_default()
}

fn no_copy() -> Inside {
    Struct("sync.noCopy", vec![])
}

fn mutex(locked: bool, waiting: usize, starving: bool) -> Inside {
    let state = i64::from(locked) | i64::from(starving) << 2 | (waiting as i64) << 3;
    let inner = Struct("sync.Mutex", vec![("state", Int(state)), ("sema", Uint(0))]);
    Struct("sync.Mutex", vec![("_", no_copy()), ("mu", inner)])
}

fn rwmutex(p: &Projection) -> Inside {
    let readers = if p.shared { p.holders.len() as i64 } else { 0 };
    let writes = !p.shared && !p.holders.is_empty();
    let wants = !p.sendq.is_empty();
    // The first of those who want to write has the mutex, the others wait for it.
    let waiting = p.sendq.len() - usize::from(wants && !writes);
    let count = readers + p.recvq.len() as i64 - if writes || wants { WRITER } else { 0 };
    Struct(
        "sync.RWMutex",
        vec![
            ("w", mutex(writes || wants, waiting, false)),
            ("writerSem", Uint(0)),
            ("readerSem", Uint(0)),
            ("readerCount", atomic("atomic.Int32", Int(count))),
            ("readerWait", atomic("atomic.Int32", Int(if wants { readers } else { 0 }))),
        ],
    )
}

fn atomic(name: &'static str, v: Inside) -> Inside {
    let mut fields = vec![("_", Struct("atomic.noCopy", vec![]))];
    if name.ends_with("64") {
        fields.push(("_", Struct("atomic.align64", vec![])));
    }
    fields.push(("v", v));
    Struct(name, fields)
}

/// Ours has seconds since year 1, nanoseconds, a reading of the monotonic clock, and the location.
fn time(t: &RType, words: &[u64]) -> Option<Inside> {
    /// Seconds from year 1 to 1885, from where Go counts if there is a reading.
    const TO_1885: u64 = 59_453_308_800;
    let &[seconds, nanoseconds, reading, location] = words else { return None };
    let (wall, ext) = match reading {
        0 => (nanoseconds, seconds),
        n => (1 << 63 | seconds.wrapping_sub(TO_1885) << 30 | nanoseconds, n),
    };
    let loc = Inside::Same(t.fields.last()?.ty, vec![location]);
    Some(Struct("time.Time", vec![("wall", Uint(wall)), ("ext", Int(ext as i64)), ("loc", loc)]))
}
