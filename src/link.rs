//! Share links: everything that a picture depends on, in the fragment of the address. No server.
//!
//! `#1.TEXT`: version 1, then base64url of a checksum and deflated JSON.
//! `#2.11-bounded-queue` opens a lesson. Nothing from a link is executed or taken for markup.

use crate::lesson::LESSONS;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as B64;
use playground::{Pick, Settings, Strategy};
use serde_json::{Value as Json, json};

/// Largest source that a link may carry, bytes.
const MAX: usize = 1 << 20;
const VERSION: &str = "1.";

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Lesson, an index into the manifest.
    pub lesson: Option<usize>,
    /// The program; none if it is the lesson's own.
    pub source: Option<String>,
    /// Settings of the run.
    pub settings: Settings,
    /// Position.
    pub cursor: usize,
}

/// Why a link was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is of a version that this page does not know.
    Version,
    /// It is cut, changed, or not one of ours.
    Damaged,
    /// It names a lesson that does not exist.
    Lesson,
}

impl Refused {
    /// Key of its message.
    pub fn key(self) -> &'static str {
        match self {
            Refused::Version => "link.version",
            Refused::Damaged => "link.damaged",
            Refused::Lesson => "link.lesson",
        }
    }
}

/// A strategy's name; the schedule itself if it is one.
pub fn strategy_name(s: &Strategy) -> &str {
    match s {
        Strategy::Model => "model",
        Strategy::OneThread => "one",
        Strategy::Threads => "threads",
        Strategy::Random => "random",
        Strategy::Fifo => "fifo",
        Strategy::Replay(text) => text,
    }
}

/// The strategy of a name.
pub fn strategy_of(name: &str) -> Strategy {
    match name {
        "model" => Strategy::Model,
        "one" => Strategy::OneThread,
        "threads" => Strategy::Threads,
        "random" => Strategy::Random,
        "fifo" => Strategy::Fifo,
        text => Strategy::Replay(text.to_string()),
    }
}

/// FNV-1a: enough to tell damage.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |h, b| (h ^ u32::from(*b)).wrapping_mul(0x0100_0193))
}

/// The fragment of a link, without `#`.
pub fn write(link: &Link) -> String {
    let s = &link.settings;
    let mut v = json!({ "p": s.gomaxprocs, "r": s.seed, "n": s.instruction_ns, "c": link.cursor });
    v["s"] = strategy_name(&s.strategy).into();
    if !s.picks.is_empty() {
        v["k"] = s.picks.iter().map(Pick::to_string).collect::<Vec<_>>().join(" ").into();
    }
    if let Some(lesson) = link.lesson.and_then(|i| LESSONS.get(i)) {
        v["l"] = lesson.slug.into();
    }
    if let Some(source) = &link.source {
        v["g"] = source.as_str().into();
    }
    let json = v.to_string().into_bytes();
    let mut bytes = checksum(&json).to_be_bytes().to_vec();
    bytes.extend(miniz_oxide::deflate::compress_to_vec(&json, 9));
    format!("{VERSION}{}", B64.encode(bytes))
}

/// The lesson whose address a fragment is.
pub fn lesson(fragment: &str) -> Option<usize> {
    LESSONS.iter().position(|l| l.slug == fragment || l.number == fragment)
}

/// Reads the fragment of a link, without `#`; none if it is empty.
///
/// # Errors
/// Why it was refused.
pub fn read(fragment: &str) -> Result<Option<Link>, Refused> {
    if fragment.is_empty() {
        return Ok(None);
    }
    if let Some(lesson) = lesson(fragment) {
        let settings = LESSONS[lesson].words(crate::i18n::Lang::En).settings();
        return Ok(Some(Link { lesson: Some(lesson), source: None, settings, cursor: 0 }));
    }
    let Some(text) = fragment.strip_prefix(VERSION) else {
        let versioned = fragment.split_once('.').is_some_and(|(v, _)| v.parse::<u32>().is_ok());
        return Err(if versioned { Refused::Version } else { Refused::Damaged });
    };
    unpack(text).map(Some)
}

/// What a link of this version holds.
#[inline(never)]
fn unpack(text: &str) -> Result<Link, Refused> {
    let bytes = B64.decode(text).map_err(|_| Refused::Damaged)?;
    let (sum, packed) = bytes.split_first_chunk::<4>().ok_or(Refused::Damaged)?;
    let json = miniz_oxide::inflate::decompress_to_vec_with_limit(packed, 2 * MAX)
        .map_err(|_| Refused::Damaged)?;
    if checksum(&json) != u32::from_be_bytes(*sum) {
        return Err(Refused::Damaged);
    }
    let v: Json = serde_json::from_slice(&json).map_err(|_| Refused::Damaged)?;
    let number = |key: &str, least: u64, most: u64| {
        v[key].as_u64().filter(|n| (least..=most).contains(n)).ok_or(Refused::Damaged)
    };
    let lesson = match v["l"].as_str() {
        Some(slug) => Some(LESSONS.iter().position(|l| l.slug == slug).ok_or(Refused::Lesson)?),
        None => None,
    };
    let source = v["g"].as_str().map(str::to_string);
    if source.is_none() && lesson.is_none() || source.as_ref().is_some_and(|s| s.len() > MAX) {
        return Err(Refused::Damaged);
    }
    let picks = v["k"].as_str().unwrap_or_default();
    let settings = Settings {
        strategy: strategy_of(v["s"].as_str().ok_or(Refused::Damaged)?),
        seed: number("r", 0, u64::MAX)?,
        gomaxprocs: number("p", 1, 64)? as u16,
        instruction_ns: number("n", 1, 1_000_000)? as u32,
        picks: picks
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()
            .map_err(|_| Refused::Damaged)?,
        ..Settings::default()
    };
    Ok(Link { lesson, source, settings, cursor: number("c", 0, u32::MAX.into())? as usize })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::say;
    use trace::GoId;

    fn sample() -> Link {
        let picks = vec![
            Pick::Run { slice: 3, after: 120, go: GoId(5) },
            Pick::Choose { choice: 7, pick: 1 },
        ];
        let settings = Settings {
            strategy: Strategy::Random,
            seed: 7,
            gomaxprocs: 3,
            picks,
            ..Settings::default()
        };
        Link {
            lesson: Some(1),
            source: Some("package main\n\nfunc main() {}\n".into()),
            settings,
            cursor: 12,
        }
    }

    #[test]
    fn links_come_back() {
        let link = sample();
        assert_eq!(read(&write(&link)), Ok(Some(link)));
        let short = Link { source: None, ..sample() };
        assert!(write(&short).len() < 120, "{}", write(&short));
        assert_eq!(read(&write(&short)), Ok(Some(short)));
        for lesson in LESSONS {
            assert_eq!(
                read(lesson.slug).unwrap().unwrap().lesson,
                read(lesson.number).unwrap().unwrap().lesson
            );
        }
    }

    #[test]
    fn damage_is_refused_politely() {
        assert_eq!(read(""), Ok(None));
        assert_eq!(read("2.abc"), Err(Refused::Version));
        assert_eq!(read("<script>"), Err(Refused::Damaged));
        let whole = write(&sample());
        let mut refused = 0;
        let mut dice = dice_from(99);
        for _ in 0..10_000 {
            let mut bytes = whole.clone().into_bytes();
            match dice() % 3 {
                0 => bytes.truncate(dice() as usize % bytes.len()),
                1 => {
                    let i = dice() as usize % bytes.len();
                    bytes[i] = b"AZaz09-_.%<>&\"'"[dice() as usize % 15];
                }
                _ => bytes.insert(dice() as usize % bytes.len(), b'x'),
            }
            let text = String::from_utf8(bytes).unwrap();
            match read(&text) {
                Err(why) => {
                    refused += 1;
                    for lang in [Lang::En, Lang::Zh] {
                        let told = say!(lang, why.key());
                        assert!(told != why.key() && !told.contains(&text), "{text}: {told}");
                    }
                }
                // Some bits at the end of a deflated text mean nothing. Whatever still opens is whole.
                Ok(found) => assert!(found == Some(sample()) || text.is_empty(), "{text}"),
            }
        }
        assert!(refused > 9_000, "{refused}");
    }

    /// A small generator, so that the test repeats.
    fn dice_from(mut x: u64) -> impl FnMut() -> u64 {
        move || {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
            x
        }
    }
}
