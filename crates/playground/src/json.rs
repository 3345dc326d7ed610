//! The edge where plain structs become JSON: for `--trace`, for `window.interleave`, for export.

use crate::{Diagnostic, Outcome, Race};
use serde_json::{Value as Json, json};
use trace::{Event, Trace, World};

/// The world, with every text spelled out.
pub fn world(trace: &Trace, world: &World) -> String {
    let mut v = serde_json::to_value(world).unwrap_or(Json::Null);
    spell_world(trace, &mut v);
    v.to_string()
}

/// The outcome.
pub fn outcome(o: &Outcome) -> String {
    json!({ "kind": o.kind.text(), "exit": o.exit, "message": o.message, "stdout": o.stdout, "stderr": o.stderr }).to_string()
}

/// Data races: what both access, the two accesses, and what is missing between them, as
/// [`Race`] has it, with `why` in words.
pub fn races(list: &[Race]) -> String {
    let list: Vec<Json> = list
        .iter()
        .map(|r| {
            let mut v = serde_json::to_value(r).unwrap_or(Json::Null);
            v["why"] = Json::from(r.why());
            v
        })
        .collect();
    Json::from(list).to_string()
}

/// The diagnostics: line, column, message.
pub fn diagnostics(list: &[Diagnostic]) -> String {
    let list: Vec<Json> = list
        .iter()
        .map(|d| json!({ "line": d.pos.line, "col": d.pos.col, "message": d.message }))
        .collect();
    Json::from(list).to_string()
}

/// The whole trace: `{"texts": […], "events": […]}`, one event a line. Numbers that stand for
/// texts index `texts`. Same program and same schedule give the same bytes, native and wasm.
pub fn trace(t: &Trace) -> String {
    let texts = serde_json::to_string(&t.texts().collect::<Vec<_>>()).unwrap_or_default();
    let mut out = format!("{{\"version\":1,\"texts\":{texts},\"events\":[\n");
    for (i, e) in t.events().iter().enumerate() {
        out.push_str(&event(e));
        out.push_str(if i + 1 < t.len() { ",\n" } else { "\n" });
    }
    out.push_str("]}\n");
    out
}

fn event(e: &Event) -> String {
    serde_json::to_string(e).unwrap_or_default()
}

/// Names in a world whose numbers stand for texts.
const TEXTS: [&str; 6] = ["func", "name", "typ", "cause", "key", "panicking"];

fn spell_world(trace: &Trace, v: &mut Json) {
    match v {
        Json::Object(map) => {
            for (key, value) in map.iter_mut() {
                match value.as_u64() {
                    Some(n) if TEXTS.contains(&key.as_str()) || key == "text" => {
                        *value = Json::from(trace.text(trace::Sym(n as u32)));
                    }
                    _ if key == "vars" => spell_vars(trace, value),
                    _ => spell_world(trace, value),
                }
            }
        }
        Json::Array(list) => list.iter_mut().for_each(|v| spell_world(trace, v)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// Locals are triples of slot, name, value.
fn spell_vars(trace: &Trace, v: &mut Json) {
    for var in v.as_array_mut().into_iter().flatten() {
        if let Some(n) = var[1].as_u64() {
            var[1] = Json::from(trace.text(trace::Sym(n as u32)));
        }
        spell_world(trace, &mut var[2]);
    }
}
