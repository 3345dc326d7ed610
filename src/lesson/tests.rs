//! Every lesson: its words in both languages, its program, and whether the run does what the words say.

use super::*;
use playground::{OutcomeKind, Recording, Run, Settings, compile};
use trace::World;

const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];
const FAULTS: [&str; 4] = ["race", "leak", "deadlock", "panic"];

/// What is wrong with the lessons, all of it at once.
#[derive(Default)]
struct Complaints(Vec<String>);

impl Complaints {
    fn unless(&mut self, fine: bool, lesson: &Lesson, what: impl FnOnce() -> String) {
        if !fine {
            self.0.push(format!("{}: {}", lesson.slug, what()));
        }
    }

    fn done(self) {
        assert!(self.0.is_empty(), "\n{}\n", self.0.join("\n"));
    }
}

fn record(source: &str, words: &Words) -> Result<Recording, String> {
    let compiled = compile(source).map_err(|d| playground::render("main.go", &d))?;
    let settings = Settings { races: true, ..words.settings() };
    let mut run = Run::start(&compiled, &settings).map_err(|e| format!("{e:?}"))?;
    while !run.advance(1_000_000) {}
    Ok(run.finish())
}

#[test]
fn parameters_are_read_and_written() {
    let source = "const (\n\ttasks = 6   //param 1..12\n)\nconst work = 200 //param 20..400\nvar x = 3 // 1..2\n";
    let ps = params(source);
    let seen: Vec<_> = ps.iter().map(|p| (p.name.as_str(), p.value, p.min, p.max)).collect();
    assert_eq!(seen, [("tasks", 6, 1, 12), ("work", 200, 20, 400)]);
    let changed = with_param(source, &ps[1], 1000);
    assert_eq!(params(&changed)[1].value, 400);
    assert_eq!(params(&changed)[0].value, 6);
}

#[test]
fn numbers_and_folders_agree_and_are_in_order() {
    let key = |l: &Lesson| {
        let (chapter, row) = l.number.split_once('.').unwrap();
        (chapter.parse::<u32>().unwrap(), row.parse::<u32>().unwrap())
    };
    for l in LESSONS {
        assert!(l.slug.starts_with(&format!("{}-", l.number)), "{}", l.slug);
    }
    assert!(LESSONS.windows(2).all(|w| key(&w[0]) < key(&w[1])));
}

#[test]
fn words_are_complete_in_both_languages() {
    let mut wrong = Complaints::default();
    for l in LESSONS {
        for (lang, longest) in LANGS.into_iter().zip([44, 22]) {
            let w = l.words(lang);
            let name = ["en", "zh"][usize::from(lang == Lang::Zh)];
            wrong
                .unless(w.wrong.is_empty(), l, || format!("{name}: not understood: {:?}", w.wrong));
            let head = [w.title, w.chapter, w.idea].iter().all(|t| !t.is_empty());
            wrong.unless(head, l, || format!("{name}: title, chapter or idea is missing"));
            wrong.unless(w.title.chars().count() <= longest, l, || {
                format!("{name}: title too long")
            });
            let said = (2..=5).contains(&w.prose().len()) && !w.paragraphs.is_empty();
            wrong.unless(said, l, || format!("{name}: paragraphs"));
            wrong.unless(w.beats.len() >= 2, l, || format!("{name}: beats"));
            // Two lines below a phone's stage.
            let most = [101, 59][usize::from(lang == Lang::Zh)];
            let long = w.beats.iter().map(|b| plain(b.1)).find(|t| t.chars().count() > most);
            wrong.unless(long.is_none(), l, || format!("{name}: a beat is too long: {long:?}"));
            wrong.unless(!w.predictions.is_empty(), l, || format!("{name}: no prediction"));
            wrong.unless((1..=3).contains(&w.next.len()), l, || format!("{name}: next"));
            wrong.unless((1..=2).contains(&w.notes.len()), l, || format!("{name}: notes"));
            wrong.unless(w.fault.is_none_or(|f| FAULTS.contains(&f)), l, || {
                format!("{name}: fault")
            });
            let shouts =
                l.texts[usize::from(lang == Lang::Zh)].replace("!=", "").replace("if !", "");
            wrong.unless(!shouts.contains(['!', '！']), l, || format!("{name}: exclamation mark"));
        }
    }
    wrong.done();
}

/// Where a Chinese character and a Latin letter touch, or a Chinese sentence has a narrow mark.
fn squeezed(text: &str) -> Option<String> {
    let chars: Vec<char> = plain(text).chars().collect();
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let pair = |w: &&[char]| {
        let touch = |a: char, b: char| {
            han(a) && (b.is_ascii_alphanumeric() || matches!(b, ',' | ';' | ':' | '?' | '(' | ')'))
        };
        touch(w[0], w[1]) || touch(w[1], w[0])
    };
    let at = chars.windows(2).position(|w| pair(&w))?;
    Some(chars[at.saturating_sub(6)..(at + 8).min(chars.len())].iter().collect())
}

#[test]
fn chinese_is_set_as_chinese() {
    assert_eq!(squeezed("向 `c` 发送，挂起。"), None);
    assert!(squeezed("向`c`发送").is_some() && squeezed("发送,挂起").is_some());
    let mut wrong = Complaints::default();
    for l in LESSONS {
        let w = l.words(Lang::Zh);
        let mut texts =
            [w.prose(), w.next.clone(), w.notes.clone(), vec![w.title, w.idea]].concat();
        texts.extend(w.beats.iter().map(|b| b.1));
        for p in &w.predictions {
            texts.extend([p.question, p.why]);
            texts.extend(p.choices.iter().map(|c| c.0));
        }
        for text in texts {
            let found = squeezed(text);
            wrong.unless(found.is_none(), l, || found.unwrap_or_default());
        }
    }
    wrong.done();
}

#[test]
fn both_languages_say_the_same() {
    let mut wrong = Complaints::default();
    for l in LESSONS {
        let [en, zh] = LANGS.map(|lang| l.words(lang));
        wrong.unless(en.settings() == zh.settings() && en.fault == zh.fault, l, || "head".into());
        let count = |w: &Words| (w.paragraphs.len(), w.after.len(), w.next.len(), w.notes.len());
        wrong.unless(count(en) == count(zh), l, || "number of paragraphs, next or notes".into());
        let beats = |w: &Words| w.beats.iter().map(|b| b.0.clone()).collect::<Vec<_>>();
        wrong.unless(beats(en) == beats(zh), l, || "patterns of beats".into());
        let asked = |w: &Words| {
            let choices =
                |p: &words::Prediction| p.choices.iter().map(|c| c.1.clone()).collect::<Vec<_>>();
            w.predictions
                .iter()
                .map(|p| (p.ask.clone(), p.when.clone(), choices(p)))
                .collect::<Vec<_>>()
        };
        wrong.unless(asked(en) == asked(zh), l, || "patterns of predictions".into());
    }
    wrong.done();
}

#[test]
fn programs_do_what_the_words_say() {
    let mut wrong = Complaints::default();
    for l in LESSONS {
        let words = l.words(Lang::En);
        wrong.unless((1..=3).contains(&params(l.source).len()), l, || {
            "one to three parameters".into()
        });
        let run = match record(l.source, words) {
            Ok(run) => run,
            Err(why) => {
                wrong.unless(false, l, || why);
                continue;
            }
        };
        let out = &run.outcome;
        let varies = l.expected.starts_with("# varies\n");
        let expected = || format!("prints\n{}instead of\n{}", out.stdout, l.expected);
        wrong.unless(varies || out.stdout == l.expected, l, expected);
        let ends = match words.fault {
            Some("deadlock") => out.kind == OutcomeKind::Deadlock,
            Some("panic") => out.kind == OutcomeKind::Panic,
            Some("race") => out.kind == OutcomeKind::Ok && !run.races.is_empty(),
            Some("leak") => out.kind == OutcomeKind::Ok && !run.leaks.is_empty(),
            _ => out.kind == OutcomeKind::Ok && run.races.is_empty(),
        };
        wrong.unless(ends, l, || format!("ends with {:?} {}", out.kind, out.message));
        for (i, (pattern, text)) in words.beats.iter().enumerate() {
            let fires = Pattern::find_all(&[pattern], &run.trace)[0].is_some();
            wrong.unless(fires, l, || format!("beat {} never: {text}", i + 1));
        }
        for p in &words.predictions {
            let ask = p.ask.as_ref().unwrap_or(&p.when);
            let at = Pattern::find_all(&[ask, &p.when], &run.trace);
            let early = at[0].is_some() && (at[0] < at[1] || p.ask.is_none());
            wrong.unless(early, l, || format!("never asked before its answer: {}", p.question));
            let right = right_choices(p, &run);
            wrong.unless(right == Some(1), l, || {
                format!("{} choices are right: {}", right.unwrap_or(0), p.question)
            });
        }
    }
    wrong.done();
}

/// How many choices match the answering event; none if there is no such event.
fn right_choices(p: &words::Prediction, run: &Recording) -> Option<usize> {
    let at = Pattern::find_all(&[&p.when], &run.trace)[0]?;
    let mut world = World::default();
    for (i, e) in run.trace.events()[..=at].iter().enumerate() {
        world.apply(i as u32, e);
    }
    let event = &run.trace.events()[at];
    Some(p.choices.iter().filter(|(_, c)| c.matches(event, &run.trace, &world)).count())
}

#[test]
fn repaired_programs_have_no_fault() {
    let mut wrong = Complaints::default();
    for l in LESSONS {
        let Some(fixed) = l.fixed else { continue };
        let words = l.words(Lang::En);
        let named = words.versions.is_some();
        wrong.unless(words.fault.is_some() || named, l, || "a repair without a fault".into());
        match record(fixed, words) {
            Ok(run) => {
                let fine = run.outcome.kind == OutcomeKind::Ok;
                wrong.unless(fine, l, || format!("repaired: {}", run.outcome.message));
                wrong.unless(run.races.is_empty(), l, || "repaired: a race".into());
                let leaks = words.fault == Some("leak") && !run.leaks.is_empty();
                wrong.unless(!leaks, l, || "repaired: still leaks".into());
            }
            Err(why) => wrong.unless(false, l, || why),
        }
    }
    wrong.done();
}

#[test]
fn sliders_lead_nowhere_that_is_not_told() {
    let mut wrong = Complaints::default();
    for l in LESSONS {
        let words = l.words(Lang::En);
        for source in [Some(l.source), l.fixed].into_iter().flatten() {
            for p in params(source) {
                wrong
                    .unless((p.min..=p.max).contains(&p.value), l, || format!("{}: value", p.name));
                for value in [p.min, p.max] {
                    let ended = record(&with_param(source, &p, value), words).map(|r| r.outcome);
                    let fine = match &ended {
                        Ok(o) => {
                            o.kind == OutcomeKind::Ok
                                || words.fault.is_some() && o.kind != OutcomeKind::Budget
                        }
                        Err(_) => false,
                    };
                    wrong.unless(fine, l, || format!("{} = {value}: {ended:?}", p.name));
                }
            }
        }
    }
    wrong.done();
}
