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

#[test]
fn no_lesson_shows_an_answer_before_it_is_given() {
    for (i, lesson) in LESSONS.iter().enumerate() {
        let mut s = State::new(Lang::En, Theme::Dark);
        assert_eq!(s.reduce(Action::Lesson(Some(i))), Effect::RunNow);
        run(&mut s);
        let questions = s.cues.questions.clone();
        assert!(!questions.is_empty(), "{} asks nothing", lesson.slug);
        for (n, q) in questions.iter().enumerate() {
            assert!(cursor(&s) <= q.at, "{} opens behind a question", lesson.slug);
            // Whatever one does, one gets no further than the question.
            s.reduce(Action::Go(Command::Seek(usize::MAX)));
            s.reduce(Action::Go(Command::UntilBlock));
            s.reduce(Action::Step(true));
            assert_eq!((cursor(&s), s.asked), (q.at, Some(n)), "{}", lesson.slug);
            assert_eq!(s.horizon(), Some(q.at));
            s.reduce(Action::Answer(q.right.expect("one choice is right")));
        }
        assert_eq!(s.horizon(), None);
        assert!(!s.study.progress(i).is_some_and(|p| p.finished), "{}", lesson.slug);
        s.reduce(Action::Go(Command::Seek(usize::MAX)));
        let done = s.study.progress(i).expect("it was opened");
        assert_eq!((done.finished, done.right.count_ones()), (true, questions.len() as u32));
    }
}

#[test]
fn a_skipped_question_is_neither_right_nor_wrong() {
    let mut s = State::new(Lang::En, Theme::Dark);
    run(&mut s);
    s.reduce(Action::Go(Command::Seek(usize::MAX)));
    assert_eq!(s.asked, Some(0));
    s.reduce(Action::Answer(SKIP));
    assert_eq!(s.asked, None);
    assert_eq!(s.study.predictions(), (0, 0));
    s.reduce(Action::Step(true));
    assert!(cursor(&s) > s.cues.questions[0].at);
}

#[test]
fn a_changed_program_is_told_as_it_runs_and_asks_nothing() {
    let mut s = State::new(Lang::En, Theme::Dark);
    run(&mut s);
    assert!(!s.cues.beats.is_empty());
    s.reduce(Action::Param(0, 1));
    run(&mut s);
    assert_eq!(s.cues, Cues::default());
    s.reduce(Action::Go(Command::Seek(usize::MAX)));
    assert_eq!((s.asked, s.study.finished()), (None, 0));
}

#[test]
fn a_jump_is_told_by_what_is_there_and_a_step_by_what_it_passed() {
    let mut s = page();
    let (at, beat) = s.cues.beats[1];
    // Exactly there it is told, however one came.
    s.reduce(Action::Go(Command::Seek(at)));
    assert_eq!((s.beat(at), s.told_from(at)), (Some((at, beat)), at));
    // A jump past it tells what is at its end.
    let next = s.cues.beats[2].0;
    s.reduce(Action::Go(Command::Seek(0)));
    s.reduce(Action::Go(Command::Seek(next - 1)));
    assert_eq!((s.beat(next - 1), s.told_from(next - 1)), (None, next - 1));
    // A step over it tells it.
    s.reduce(Action::Go(Command::Seek(at - 1)));
    s.reduce(Action::Step(true));
    let to = cursor(&s);
    assert!(to >= at && s.told_from(to) == at - 1);
    assert!(s.cues.beat(at - 1, to).is_some() && s.beat(to) == s.cues.beat(at - 1, to));
    // And so does playing.
    s.reduce(Action::Go(Command::Seek(at - 1)));
    s.reduce(Action::Play(true));
    s.tick();
    assert_eq!(s.beat(cursor(&s)), s.cues.beat(at - 1, cursor(&s)));
}
