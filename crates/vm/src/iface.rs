//! Interfaces: taking values out, and why that fails.

use crate::heap::Heap;
use crate::trap::{Trap, type_name};
use program::{Kind, Program, RTypeId};

/// Puts the value with this data word to `regs[d..d + n]`.
#[inline(always)]
pub(crate) fn unbox(h: &Heap, regs: &mut [u64], d: usize, data: u64, n: usize) {
    match n {
        0 => {}
        1 => regs[d] = data,
        _ => match h.range(data, n) {
            Some(v) => regs[d..d + n].copy_from_slice(v),
            None => regs[d..d + n].fill(0),
        },
    }
}

/// The panic of a failed assertion: the first slot of the interface, the wanted type, and the
/// static type of the interface (`TypeAssertionError` in `runtime/error.go`).
pub(crate) fn failed(p: &Program, slot: u64, want: RTypeId, of: RTypeId) -> Trap {
    let wanted = type_name(p, want);
    let of = match type_name(p, of) {
        "any" => "interface {}",
        s => s,
    };
    let to_iface = p.types.get(want as usize).is_some_and(|t| t.kind == Kind::Interface);
    if slot == 0 {
        let of = if to_iface || of == "?" { "interface" } else { of };
        return Trap::Assertion(format!("interface conversion: {of} is nil, not {wanted}"));
    }
    let ty = (slot - 1) as RTypeId;
    let have = type_name(p, ty);
    if to_iface {
        let missing = match p.implements(ty, want) {
            Err(m) => p.methods.get(m as usize).map_or("?", |m| &m.name),
            Ok(()) => "?",
        };
        return Trap::Assertion(format!(
            "interface conversion: {have} is not {wanted}: missing method {missing}"
        ));
    }
    let mut s = format!("interface conversion: {of} is {have}, not {wanted}");
    if have == wanted {
        s += " (types from different scopes)";
    }
    Trap::Assertion(s)
}
