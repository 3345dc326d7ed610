//! 2.4: three operations on a channel in five states. A run fills in one row; the rows of earlier runs stay.

use super::past;
use crate::app::Ctx;
use crate::lesson;
use crate::say;
use playground::Player;
use std::cell::RefCell;
use trace::{EventKind, GoId, GoState};
use yew::prelude::*;

const OPERATIONS: [&str; 3] = ["send", "receive", "close"];
const STATES: [&str; 5] = ["nil", "empty", "partly", "full", "closed"];

/// How an operation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    GoesOn,
    Blocks,
    Panics,
}

impl Ending {
    fn name(self) -> &'static str {
        match self {
            Ending::GoesOn => "goes_on",
            Ending::Blocks => "blocks",
            Ending::Panics => "panics",
        }
    }
}

type Row = [Option<Ending>; 5];

/// Rows of earlier runs, and the program they were run with.
#[derive(Default)]
struct Filled {
    program: String,
    rows: [Row; 3],
}

thread_local! {
    // What the learner has found out so far: it belongs to no run, so not to the state of one.
    static FILLED: RefCell<Filled> = RefCell::default();
}

/// The table.
#[inline(never)]
pub fn operations(cx: &Ctx) -> Option<Html> {
    let s = cx.get();
    let l = s.lang;
    let params = lesson::params(&s.source);
    let op = params.iter().find(|p| p.name == "op")?;
    let now = usize::try_from(op.value).ok().filter(|o| *o < OPERATIONS.len())?;
    let program = lesson::with_param(&s.source, op, 0);
    let row = row(s.player.as_ref().filter(|_| !s.stale)?);
    let rows = FILLED.with_borrow_mut(|filled| {
        if filled.program != program {
            *filled = Filled { program, ..Filled::default() };
        }
        for (cell, found) in filled.rows[now].iter_mut().zip(row) {
            *cell = found.or(*cell);
        }
        // The row of this run shows this moment of it; the others, what was found.
        let mut rows = filled.rows;
        rows[now] = row;
        rows
    });
    Some(html! {
        <table class="cells">
            <thead><tr><th></th>{for STATES.iter().map(|s| html! { <th scope="col">{say!(l, format!("special.state.{s}"))}</th> })}</tr></thead>
            <tbody>{for rows.iter().zip(OPERATIONS).enumerate().map(|(i, (row, op))| html! {
                <tr class={classes!((i == now).then_some("now"))}>
                    <th scope="row"><code>{format!("op {i}")}</code>{say!(l, format!("special.op.{op}"))}</th>
                    {for row.iter().map(|cell| match cell {
                        Some(e) => html! { <td class={e.name()}><i aria-hidden="true"></i>{say!(l, format!("special.ends.{}", e.name()))}</td> },
                        None => html! { <td class="open">{"?"}</td> },
                    })}
                </tr>
            })}</tbody>
        </table>
    })
}

/// How the operations of this run have ended so far, a cell for each goroutine that tries one.
fn row(p: &Player) -> Row {
    let trace = &p.recording().trace;
    let mut tries: Vec<(GoId, Option<Ending>)> = Vec::new();
    for e in past(p) {
        if let EventKind::GoCreate { go, func, .. } = &e.kind
            && trace.text(*func) == "try"
        {
            tries.push((*go, None));
        } else if let EventKind::GoPanic { .. } = &e.kind {
            set(&mut tries, e.go, Ending::Panics);
        } else if let EventKind::GoEnd = &e.kind {
            set(&mut tries, e.go, Ending::GoesOn);
        }
    }
    for (go, ending) in &mut tries {
        let state = p.world().gos.get(go).map(|g| g.state);
        if ending.is_none() && matches!(state, Some(GoState::Waiting(_))) {
            *ending = Some(Ending::Blocks);
        }
    }
    let mut row = [None; 5];
    for (cell, (_, ending)) in row.iter_mut().zip(tries) {
        *cell = ending;
    }
    row
}

fn set(tries: &mut [(GoId, Option<Ending>)], go: GoId, ending: Ending) {
    if let Some((_, found)) = tries.iter_mut().find(|(g, _)| *g == go) {
        found.get_or_insert(ending);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::LESSONS;
    use playground::{Command, Run, Settings, compile};

    fn end_of(op: i64) -> Row {
        let source = LESSONS.iter().find(|l| l.number == "2.4").unwrap().source;
        let source = lesson::with_param(source, &lesson::params(source)[0], op);
        let mut run = Run::start(&compile(&source).unwrap(), &Settings::default()).unwrap();
        while !run.advance(1_000_000) {}
        let mut p = Player::new(std::rc::Rc::new(run.finish()));
        assert_eq!(row(&p), [None; 5], "nothing is told before it happens");
        p.apply(Command::Seek(usize::MAX));
        row(&p)
    }

    #[test]
    fn runs_fill_in_the_table_of_the_specification() {
        use Ending::{Blocks as B, GoesOn as G, Panics as P};
        assert_eq!(end_of(0), [B, G, G, B, P].map(Some));
        assert_eq!(end_of(1), [B, B, G, G, G].map(Some));
        assert_eq!(end_of(2), [P, G, G, G, P].map(Some));
    }
}
