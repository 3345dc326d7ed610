//! The facade that the page, the command line and the tests use: compile, record, play.
#![deny(missing_docs)]

mod compile;
pub mod json;
mod outcome;
mod player;
mod run;
mod scopes;
mod settings;
mod steer;
mod vet;

pub use compile::{Compiled, check, compile, compile_named, format, render};
pub use executor::Pick;
pub use explorer::{Access, By, Frame, Known, Missing, Place, Race};
pub use outcome::{Outcome, OutcomeKind};
pub use player::{Command, Player};
pub use run::{Recording, Run, Told};
pub use scopes::Scopes;
pub use settings::{Budgets, Settings, Strategy};
pub use steer::{Wish, next_select};
pub use syntax::{Diagnostic, Token, TokenKind, tokens};
pub use trace::Stream;
pub use types::forget_library;
pub use vet::vet;
pub use vm::Leak;
