//! What actions do to the state.

use super::*;

fn page() -> State {
    let mut s = State::new(Lang::En, Theme::Dark);
    s.asking = false;
    run(&mut s);
    s
}

fn run(s: &mut State) -> bool {
    let started = s.start();
    while !s.advance(1_000_000) {}
    started
}

fn cursor(s: &State) -> usize {
    s.player.as_ref().unwrap().cursor()
}

#[test]
fn stepping_back_undoes_stepping_on() {
    let mut s = page();
    let mut stops = vec![cursor(&s)];
    for _ in 0..40 {
        s.reduce(Action::Step(true));
        stops.push(cursor(&s));
    }
    assert!(stops.windows(2).all(|w| w[0] < w[1]));
    for stop in stops.iter().rev().skip(1) {
        s.reduce(Action::Step(false));
        assert_eq!(cursor(&s), *stop);
    }
}

#[test]
fn an_error_keeps_the_code_and_the_last_good_run() {
    let mut s = page();
    let len = s.player.as_ref().unwrap().len();
    let broken = "package main\n\nfunc main() { x := }\n";
    assert_eq!(s.reduce(Action::Edit(broken.into())), Effect::RunSoon);
    assert!(!run(&mut s));
    assert_eq!((s.diagnostics.len(), s.stale, s.source.as_str()), (1, true, broken));
    assert_eq!(s.player.as_ref().unwrap().len(), len);
    s.reduce(Action::Reset);
    assert!(run(&mut s) && s.diagnostics.is_empty() && !s.stale);
}

#[test]
fn a_fault_opens_at_its_end() {
    let mut s = page();
    s.reduce(Action::Edit("package main\n\nfunc main() {\n\tvar c chan int\n\t<-c\n}\n".into()));
    assert!(run(&mut s));
    let p = s.player.as_ref().unwrap();
    assert!(p.recording().outcome.message.contains("all goroutines are asleep - deadlock!"));
    assert_eq!(p.cursor(), p.len());
}

#[test]
fn a_question_stops_the_step_that_would_answer_it() {
    let mut s = page();
    s.reduce(Action::Ask(true));
    let question = s.cues.questions.first().expect("the lesson asks").clone();
    while cursor(&s) < question.at {
        s.reduce(Action::Step(true));
    }
    s.reduce(Action::Step(true));
    assert_eq!((cursor(&s), s.asked), (question.at, Some(0)));
    s.reduce(Action::Answer(question.right.expect("one choice is right")));
    s.reduce(Action::Step(true));
    assert!(cursor(&s) > question.at && s.asked.is_none());
    s.reduce(Action::Go(Command::Seek(0)));
    assert_eq!(cursor(&s), 0);
}

#[test]
fn a_link_opens_the_same_picture() {
    let mut s = page();
    s.reduce(Action::Go(Command::Seek(30)));
    s.reduce(Action::Procs(3));
    run(&mut s);
    s.reduce(Action::Go(Command::Seek(30)));
    let fragment = crate::link::write(&s.link());
    let mut other = State::new(Lang::Zh, Theme::Light);
    let link = crate::link::read(&fragment).unwrap().unwrap();
    assert_eq!(other.reduce(Action::Open(Box::new(link))), Effect::RunNow);
    run(&mut other);
    let (a, b) = (s.player.as_ref().unwrap(), other.player.as_ref().unwrap());
    assert_eq!((a.cursor(), a.world()), (b.cursor(), b.world()));
}
