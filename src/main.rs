//! Interleave: a page on which concurrent Go can be written, run, and watched step by step,
//! forwards and backwards.

// rust-i18n's table is a hash map; nothing that a run depends on.
#![allow(clippy::disallowed_types)]

mod app;
mod bridge;
mod components;
#[cfg(test)]
mod contrast;
mod film;
mod fixed;
mod i18n;
mod keys;
mod lesson;
mod link;
mod narrate;
mod scene;
mod state;
mod storage;
mod views;

rust_i18n::i18n!("locales", fallback = "en");

fn main() {
    components::look_at_sketch(&["editor", "machine", "strip"]);
    yew::Renderer::<app::App>::new().render();
}
