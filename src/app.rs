//! The app: owns the state, runs the effects, draws the zones.

mod address;
mod key;

use crate::bridge;
use crate::lesson::Learn;
use crate::state::{Action, Effect, State, Theme, Unit, Zone};
use crate::{say, storage, views};
use address::{fragment, open_address};
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use std::cell::{Ref, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Milliseconds without typing before the program runs again.
const PAUSE_MS: u32 = 450;
/// Instructions recorded between two looks at the clock.
const SLICE: u64 = 20_000;
/// Milliseconds of recording between two breaths of the page.
const SLICE_MS: f64 = 14.0;
/// Milliseconds of recording before the page is drawn for the first time: a run as short as a lesson's is then in the
/// first picture, and the page is laid out once, not twice.
const FIRST_MS: f64 = 300.0;

/// Milliseconds from the first picture to what it does without: a step that is asked for meanwhile comes first.
const SETTLE_MS: u32 = 100;

/// The state that the page and `window.interleave` share.
pub type Shared = Rc<RefCell<State>>;

/// What every view gets.
#[derive(Clone)]
pub struct Ctx {
    /// The state.
    pub state: Shared,
    /// The way to change it.
    pub act: Callback<Action>,
    /// Whether the first picture is out: what it does without is drawn then.
    pub whole: bool,
    version: u32,
}

impl PartialEq for Ctx {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

impl Ctx {
    /// Looks at the state.
    pub fn get(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    /// A callback that dispatches an action.
    pub fn on<E>(&self, action: impl Fn() -> Action + 'static) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action()))
    }
}

/// What every view takes.
#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    /// The state and the way to change it.
    pub cx: Ctx,
}

/// Messages of the app.
pub enum Msg {
    /// Something happened on the page.
    Act(Action),
    /// The state changed behind the page's back.
    Refresh,
    /// The learner has paused typing (if no newer edit has come since).
    Run(u32),
    /// Record a little more of this run.
    Slice(u32),
    /// Play one step of this playback.
    Tick(u32),
    /// A key.
    Key(KeyboardEvent),
    /// The address has changed.
    Address,
    /// The first picture is out.
    Whole,
}

/// The app.
pub struct App {
    state: Shared,
    version: u32,
    /// Counts edits and runs, so that what was started for an older one comes to nothing.
    edits: u32,
    plays: u32,
    /// The fragment that the page itself has put into the address.
    address: String,
    /// The place that the browser remembers.
    place: Option<String>,
    /// Whether the learner was told that the browser does not remember.
    told: bool,
    /// Whether all zones are drawn, and not only what the first picture is about.
    whole: bool,
    _keys: Option<Closure<dyn FnMut(KeyboardEvent)>>,
    _address: Option<EventListener>,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let mut state = State::new(storage::lang(), storage::theme());
        state.study = storage::study();
        state.asking = storage::asking();
        state.keys = storage::keys();
        state.drafts = storage::drafts();
        let place = storage::place();
        place.iter().for_each(|place| state.return_to(place));
        open_address(&mut state);
        let state = Rc::new(RefCell::new(state));
        let link = ctx.link().clone();
        let keys =
            Closure::<dyn FnMut(KeyboardEvent)>::new(move |e| link.send_message(Msg::Key(e)));
        if let Some(w) = web_sys::window() {
            let _ = w.add_event_listener_with_callback("keydown", keys.as_ref().unchecked_ref());
        }
        let moved = ctx.link().callback(|()| Msg::Address);
        let mut app = App {
            state: state.clone(),
            version: 0,
            edits: 0,
            plays: 0,
            address: fragment(),
            place,
            told: false,
            whole: false,
            _keys: Some(keys),
            _address: web_sys::window()
                .map(|w| EventListener::new(&w, "hashchange", move |_| moved.emit(()))),
        };
        app.run(ctx, FIRST_MS);
        bridge::install(state, ctx.link().callback(|()| Msg::Refresh));
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Act(action) => self.act(ctx, action),
            Msg::Refresh => {
                self.edits += 1;
                self.show_chrome();
            }
            Msg::Run(edit) => {
                if edit != self.edits {
                    return false;
                }
                self.run(ctx, SLICE_MS);
            }
            Msg::Slice(edit) => {
                if edit != self.edits {
                    return false;
                }
                self.slice(ctx, SLICE_MS);
            }
            Msg::Tick(play) => {
                if play != self.plays {
                    return false;
                }
                self.state.borrow_mut().tick();
                self.play_on(ctx);
            }
            Msg::Key(e) => {
                if !self.key(ctx, &e) {
                    return false;
                }
            }
            Msg::Whole => {
                bridge::late_styles();
                self.whole = true;
            }
            Msg::Address => {
                if fragment() == self.address {
                    return false;
                }
                self.address = fragment();
                let effect = open_address(&mut self.state.borrow_mut());
                if effect == Effect::RunNow {
                    self.run(ctx, SLICE_MS);
                }
            }
        }
        self.remember();
        self.version = self.version.wrapping_add(1);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let cx = Ctx {
            state: self.state.clone(),
            act: ctx.link().callback(Msg::Act),
            whole: self.whole,
            version: self.version,
        };
        let s = self.state.borrow();
        let zone = match s.zone {
            Zone::Guide => "z-guide",
            Zone::Code => "z-code",
            Zone::Stage => "z-stage",
            Zone::Output => "z-output",
        };
        let class = classes!(
            "app",
            zone,
            s.present.then_some("present"),
            s.drawer.then_some("drawer"),
            s.lesson.is_none().then_some("free"),
            s.study.page.is_some().then_some("reading"),
            s.side.is_some().then_some("two")
        );
        html! {
            <div class={class}>
                {views::top::top(&cx)}
                <main class="main">
                    if s.side.is_some() {
                        <views::side::SideBySide cx={cx.clone()} />
                    } else {
                        if self.whole || s.zone == Zone::Guide {
                            {views::guide::guide(&cx)}
                        } else {
                            // Its words are read after the machine is seen; until then its place is kept.
                            <section class="col guide" aria-busy="true"></section>
                        }
                        <views::code::Code cx={cx.clone()} />
                        {views::stage::stage(&cx)}
                    }
                </main>
                {views::dock::dock(&cx)}
                if s.study.page.is_some() {
                    {views::contents::contents(&cx)}
                } else if s.study.notes {
                    {views::notes::notes(&cx)}
                }
                if let Some(text) = &s.notice {
                    <div class="notice" role="alert">
                        <span>{text}</span>
                        <button type="button" class="tbtn" onclick={cx.on(|| Action::Notice(None))}>{say!(s.lang, "help.close")}</button>
                    </div>
                }
                if s.help {
                    <views::help::Help cx={cx.clone()} />
                }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.show_chrome();
            self.later(ctx, SETTLE_MS, Msg::Whole);
        } else if self.whole
            && let Some(ready) = bridge::take_ready()
        {
            let (link, lang) = (ctx.link().clone(), self.state.borrow().lang);
            wasm_bindgen_futures::spawn_local(async move {
                if bridge::rest().await.is_err() {
                    let text = say!(lang, "boot.rest");
                    link.send_message(Msg::Act(Action::Notice(Some(text))));
                }
                let _ = ready.call0(&JsValue::NULL);
            });
        }
    }
}

impl App {
    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        let effect = self.state.borrow_mut().reduce(action.clone());
        match &action {
            Action::Lang(l) => storage::set("lang", l.tag()),
            Action::Theme(t) => {
                storage::set("theme", if *t == Theme::Dark { "dark" } else { "light" })
            }
            Action::Ask(on) => storage::set("asking", if *on { "yes" } else { "no" }),
            Action::Share => self.share(ctx),
            Action::Keys(on) => storage::set("keys", if *on { "on" } else { "off" }),
            Action::Play(_) | Action::Speed(_) => {
                self.plays += 1;
                self.play_on(ctx);
            }
            _ => {}
        }
        if matches!(action, Action::Lang(_) | Action::Theme(_)) {
            self.show_chrome();
        }
        if matches!(action, Action::Lesson(_) | Action::Study(Learn::Page(_))) {
            self.go_to_address();
        }
        // A link does not stand for a program that was changed since.
        if matches!(action, Action::Edit(_) | Action::Param(..) | Action::Reset | Action::BringBack)
        {
            self.correct_address();
        }
        match effect {
            Effect::None => {}
            Effect::RunSoon => {
                self.edits += 1;
                self.later(ctx, PAUSE_MS, Msg::Run(self.edits));
            }
            Effect::RunNow => self.run(ctx, SLICE_MS),
            Effect::Record => {
                self.edits += 1;
                self.slice(ctx, SLICE_MS);
            }
        }
    }

    /// Has the browser remember what has changed of that which it should.
    fn remember(&mut self) {
        let mut s = self.state.borrow_mut();
        if s.study.take_changed() {
            storage::set("progress", &s.study.write());
        }
        let kept = s.drafts.take_changes();
        let kept = kept.iter().fold(true, |all, (name, text)| {
            // The other entries are tried, too.
            storage::keep_draft(name, text.as_deref()) && all
        });
        if !kept && !self.told {
            let text = say!(s.lang, "storage.full");
            s.notice = Some(text);
            self.told = true;
        }
        let place = Some(s.place());
        if place != self.place {
            place.iter().for_each(|place| storage::set("place", place));
            self.place = place;
        }
    }

    fn later(&self, ctx: &Context<Self>, ms: u32, msg: Msg) {
        let link = ctx.link().clone();
        wasm_bindgen_futures::spawn_local(async move {
            TimeoutFuture::new(ms).await;
            link.send_message(msg);
        });
    }

    fn run(&mut self, ctx: &Context<Self>, ms: f64) {
        self.edits += 1;
        let started = self.state.borrow_mut().start();
        if started {
            self.slice(ctx, ms);
        }
    }

    /// Records for so many milliseconds, and goes on when the page has had its turn.
    fn slice(&mut self, ctx: &Context<Self>, ms: f64) {
        let begun = js_sys::Date::now();
        let mut done = false;
        while !done && js_sys::Date::now() - begun < ms {
            done = self.state.borrow_mut().advance(SLICE);
        }
        if !done {
            self.later(ctx, 0, Msg::Slice(self.edits));
        }
    }

    fn play_on(&mut self, ctx: &Context<Self>) {
        let s = self.state.borrow();
        if s.playing {
            let base = if s.unit == Unit::Event { 300.0 } else { 520.0 };
            let ms = (base / s.speed).max(16.0) as u32;
            drop(s);
            self.later(ctx, ms, Msg::Tick(self.plays));
        }
    }

    /// Language and colours of the whole document.
    fn show_chrome(&self) {
        let s = self.state.borrow();
        let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
        if let Some(root) = root {
            // An attribute that is set styles the whole page anew, even if to the value it has.
            let set = |name: &str, value: &str| {
                if root.get_attribute(name).as_deref() != Some(value) {
                    let _ = root.set_attribute(name, value);
                }
            };
            set("lang", s.lang.tag());
            set("data-theme", if s.theme == Theme::Dark { "dark" } else { "light" });
        }
    }
}
