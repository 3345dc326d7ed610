//! Package `os`: standard output and error, exit, arguments.

use crate::machine::Machine;
use crate::natives::{Cx, NativeFn, Next};
use crate::report;
use crate::slices;
use crate::trap::Trap;
use trace::Stream;

pub(crate) const NATIVES: &[(&str, NativeFn)] =
    &[("os.Exit", exit), ("os.args", args), ("os.read", read), ("os.write", write)];

fn exit(cx: &mut Cx<'_>) -> Next {
    Trap::Exit(cx.int(0) as i32).into()
}

fn args(cx: &mut Cx<'_>) -> Next {
    let words: Vec<u64> = cx.m.config.args.iter().map(|s| cx.st.heap.text(s)).collect();
    let s = slices::from_words(&mut cx.st.heap, &words);
    cx.set_slice(0, s);
    Next::Done
}

fn write(cx: &mut Cx<'_>) -> Next {
    let stream = if cx.int(0) == 2 { Stream::Stderr } else { Stream::Stdout };
    let text = cx.bytes(1).to_vec();
    if stream == Stream::Stdout
        && let Some(kept) = &mut cx.st.natives.captured
    {
        kept.extend_from_slice(&text);
        cx.st.output_bytes += text.len() as u64;
        return within_budget(cx);
    }
    emit(cx, stream, &text)
}

fn read(cx: &mut Cx<'_>) -> Next {
    let rest = cx.m.config.stdin.get(cx.st.natives.read..).unwrap_or(&[]);
    let n = rest.len().min(cx.int(0).max(0) as usize);
    cx.st.natives.read += n;
    let text = cx.st.heap.string(&rest[..n]);
    cx.set(0, text);
    Next::Done
}

/// Writes, within the budget.
pub(crate) fn emit(cx: &mut Cx<'_>, stream: Stream, text: &[u8]) -> Next {
    Machine::write(cx.m, cx.st, stream, text);
    within_budget(cx)
}

/// Ends a program that has written too much.
fn within_budget(cx: &mut Cx<'_>) -> Next {
    let limit = cx.m.budgets().output;
    if cx.st.output_bytes > limit {
        report::budget(cx.m, cx.st, cx.go, &format!("{limit} bytes of output"));
        return Trap::Over.into();
    }
    Next::Done
}
