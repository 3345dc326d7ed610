//! Package `errors`: what needs runtime types.

use crate::equal::unboxed;
use crate::natives::{Cx, NativeFn, Next};
use crate::trap::Trap;
use ::program::{Kind, RType, RTypeId};

pub(crate) const NATIVES: &[(&str, NativeFn)] =
    &[("errors.isComparable", is_comparable), ("errors.setTarget", set_target)];

/// The dynamic type of the interface at an argument.
fn dynamic<'a>(cx: &'a Cx<'_>, i: usize) -> Option<(RTypeId, &'a RType)> {
    let ty = cx.arg(i).checked_sub(1)? as RTypeId;
    Some((ty, cx.m.program.types.get(ty as usize)?))
}

fn is_comparable(cx: &mut Cx<'_>) -> Next {
    let yes = dynamic(cx, 0).is_some_and(|(_, t)| t.comparable);
    cx.set(0, u64::from(yes));
    Next::Done
}

fn set_target(cx: &mut Cx<'_>) -> Next {
    let err = [cx.arg(0), cx.arg(1)];
    let target = cx.arg(3);
    let Some((ty, _)) = dynamic(cx, 0) else {
        cx.set(0, 0);
        return Next::Done;
    };
    let p = cx.m.program.clone();
    let pointer = dynamic(cx, 2).filter(|(_, t)| t.kind == Kind::Pointer);
    let Some(elem) = pointer.and_then(|(_, t)| t.elem).filter(|_| target != 0) else {
        return Trap::Text("errors: target must be a non-nil pointer".into()).into();
    };
    let ok = p.types.get(elem as usize).is_some_and(|e| {
        e.kind == Kind::Interface || p.known.error_method.is_some_and(|m| e.method(m).is_some())
    });
    if !ok {
        let text = "errors: *target must be interface or implement error";
        return Trap::Text(text.into()).into();
    }
    let words = match p.types.get(elem as usize) {
        Some(e) if e.kind == Kind::Interface && p.implements(ty, elem).is_ok() => err.to_vec(),
        Some(_) if elem == ty => unboxed(&p, &cx.st.heap, &err).to_vec(),
        _ => {
            cx.set(0, 0);
            return Next::Done;
        }
    };
    match cx.st.heap.range_mut(target, words.len()) {
        Some(to) => to.copy_from_slice(&words),
        None => return Trap::Nil.into(),
    }
    cx.set(0, 1);
    Next::Done
}
