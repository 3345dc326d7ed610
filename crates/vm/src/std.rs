//! Natives of the standard packages, one file a package.

use crate::natives::NativeFn;

mod atomic;
mod builtin;
mod context;
mod errors;
mod fmt;
mod os;
pub(crate) mod rand;
mod region;
mod runtime;
mod sync;
pub(crate) mod time;

/// All natives by key.
pub(crate) const TABLES: &[&[(&str, NativeFn)]] = &[
    atomic::NATIVES,
    builtin::NATIVES,
    context::NATIVES,
    errors::NATIVES,
    fmt::NATIVES,
    os::NATIVES,
    rand::NATIVES,
    region::NATIVES,
    runtime::NATIVES,
    sync::NATIVES,
    time::NATIVES,
];
