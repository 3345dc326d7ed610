//! A value as the eye sees it.

use crate::{ObjId, Sym};
use serde::Serialize;

/// What a variable, a slot of a buffer or a message holds, reduced to what can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Value {
    /// Not recorded (tracing was off, or the type carries nothing, as `struct{}`).
    #[default]
    Unit,
    /// `nil`
    Nil,
    /// A boolean.
    Bool(bool),
    /// Any integer that fits.
    Int(i64),
    /// Anything else, formatted as `%v` would, cut at 60 characters.
    Text(Sym),
    /// A shared object: channel, mutex …
    Obj(ObjId),
}
