//! Natives of the standard packages, one file a package.

use crate::natives::NativeFn;

pub(crate) mod atomic;
mod builtin;
pub(crate) mod context;
mod errgroup;
mod errors;
mod fmt;
mod kernel;
mod lagged;
mod math;
mod net_http;
mod os;
pub(crate) mod rand;
pub(crate) mod reflect;
mod region;
mod runtime;
mod semaphore;
mod singleflight;
pub(crate) mod strconv;
mod strings;
pub(crate) mod sync;
mod testing;
pub(crate) mod time;
mod unicode;
mod utf8;
mod values;
pub(crate) mod whole;

/// All natives by key.
pub(crate) const TABLES: &[&[(&str, NativeFn)]] = &[
    atomic::NATIVES,
    builtin::NATIVES,
    context::NATIVES,
    errgroup::NATIVES,
    errors::NATIVES,
    fmt::NATIVES,
    kernel::NATIVES,
    lagged::NATIVES,
    math::NATIVES,
    net_http::NATIVES,
    os::NATIVES,
    rand::NATIVES,
    reflect::NATIVES,
    region::NATIVES,
    runtime::NATIVES,
    semaphore::NATIVES,
    singleflight::NATIVES,
    strconv::NATIVES,
    strings::NATIVES,
    unicode::NATIVES,
    utf8::NATIVES,
    values::NATIVES,
    sync::NATIVES,
    testing::NATIVES,
    time::NATIVES,
];
