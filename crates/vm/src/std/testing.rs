//! Package `testing`: what examples print, and functions that are called with arguments known only at run time.

use crate::equal::unboxed;
use crate::natives::{Cx, Job, NativeFn, Next};
use crate::slices::interfaces;
use crate::trap::Trap;
use program::{Kind, RType, RTypeId};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("testing.call", call),
    ("testing.capture", capture),
    ("testing.captured", captured),
    ("testing.unfit", unfit),
];

fn capture(cx: &mut Cx<'_>) -> Next {
    cx.st.natives.captured = Some(Vec::new());
    Next::Done
}

fn captured(cx: &mut Cx<'_>) -> Next {
    let text = cx.st.natives.captured.take().unwrap_or_default();
    cx.set_str(0, &text);
    Next::Done
}

/// The type of the value in an interface.
fn dynamic<'a>(cx: &'a Cx<'_>, iface: [u64; 2]) -> Option<(RTypeId, &'a RType)> {
    let ty = iface[0].checked_sub(1)? as RTypeId;
    Some((ty, cx.m.program.types.get(ty as usize)?))
}

/// `unfit(f any, seeds [][]any) string`
fn unfit(cx: &mut Cx<'_>) -> Next {
    let text = misfit(cx).unwrap_or_default();
    cx.set_str(0, text.as_bytes());
    Next::Done
}

fn misfit(cx: &Cx<'_>) -> Option<String> {
    let name = |t: RTypeId| cx.m.program.types.get(t as usize).map_or("?", |t| &t.name);
    let Some((_, f)) = dynamic(cx, [cx.arg(0), cx.arg(1)]).filter(|(_, t)| t.kind == Kind::Func)
    else {
        return Some("testing: F.Fuzz must receive a function".into());
    };
    let Some((_, rest)) =
        f.params.split_first().filter(|(t, r)| name(**t) == "*testing.T" && !r.is_empty())
    else {
        return Some(
            "testing: fuzz target must receive at least two arguments, where the first argument is a *T"
                .into(),
        );
    };
    if !f.results.is_empty() {
        return Some("testing: fuzz target must not return a value".into());
    }
    // A slice has as many words as an interface.
    for seed in interfaces(&cx.st.heap, cx.slice(2)) {
        let values = interfaces(&cx.st.heap, (seed[0], seed[1]));
        if values.len() != rest.len() {
            let (got, want) = (values.len(), rest.len());
            return Some(format!("wrong number of values in corpus entry: {got}, want {want}"));
        }
        let types: Vec<RTypeId> = values.iter().filter_map(|v| Some(dynamic(cx, *v)?.0)).collect();
        if types != rest {
            let list =
                |types: &[RTypeId]| types.iter().map(|t| name(*t)).collect::<Vec<_>>().join(" ");
            let (got, want) = (list(&types), list(rest));
            return Some(format!("mismatched types in corpus entry: [{got}], want [{want}]"));
        }
    }
    None
}

/// A call whose results nobody needs.
struct Called;

impl Job for Called {
    fn resume(self: Box<Self>, _: &mut Cx<'_>, _: Result<&[u64], [u64; 2]>) -> Next {
        Next::Done
    }

    fn visit(&self, _: &mut dyn FnMut(u64)) {}
}

/// `call(f any, t *T, args []any)`
fn call(cx: &mut Cx<'_>) -> Next {
    let closure =
        unboxed(&cx.m.program, &cx.st.heap, &[cx.arg(0), cx.arg(1)]).first().copied().unwrap_or(0);
    let Some(func) = cx.st.heap.get_closure(closure).map(|c| c.func) else {
        return Trap::Nil.into();
    };
    let mut args = vec![cx.arg(2)];
    for v in interfaces(&cx.st.heap, cx.slice(3)) {
        args.extend_from_slice(unboxed(&cx.m.program, &cx.st.heap, &v));
    }
    Next::Call { func, closure, args, job: Box::new(Called) }
}
