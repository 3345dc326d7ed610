//! The simulated network: what it answers to whom, and after how long, as directive comments of
//! the source declare it.
//!
//! ```text
//! //interleave:net [METHOD] URL [LATENCY] OUTCOME
//! //interleave:net https://api.example/users 120ms 200 {"ok":true}
//! //interleave:net https://api.example/* 80ms..200ms 503 try again later
//! //interleave:net https://down.example/ 3ms refused
//! //interleave:net https://old.example/ 5ms 301 -> https://new.example/
//! ```

use std::fmt;

/// How a comment that declares an answer begins.
const DIRECTIVE: &str = "//interleave:";
/// What such comments are about.
const NET: &str = "net";

/// What the network answers to requests for a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetRule {
    /// Which method; none for all.
    pub method: Option<String>,
    /// URL, or how it begins.
    pub url: String,
    /// Whether anything may follow.
    pub open: bool,
    /// Shortest and longest time until the answer, in virtual nanoseconds.
    pub latency: (u64, u64),
    /// What it is.
    pub answer: NetAnswer,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NetAnswer {
    /// A response with this status and body.
    Status(u16, String),
    /// A redirection: status, where it leads, and body.
    Redirect(u16, String, String),
    /// Nobody listens at the port.
    Refused,
    /// The name is unknown.
    NoHost,
    /// The connection is reset.
    Reset,
    /// The server hangs up.
    Eof,
    /// Nobody answers at all.
    Timeout,
}

/// What is wrong with a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetRuleError {
    /// Where in the comment, in bytes.
    pub at: usize,
    /// What.
    pub message: String,
}

impl fmt::Display for NetRuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for NetRuleError {}

/// How long Go's dialer tries: nanoseconds.
const DIAL_TIMEOUT: u64 = 30_000_000_000;

impl NetRule {
    /// Reads a comment; none if it is no directive of ours.
    ///
    /// # Errors
    /// It is one, and cannot be understood.
    pub fn parse(comment: &str) -> Result<Option<NetRule>, NetRuleError> {
        let Some(rest) = comment.strip_prefix(DIRECTIVE) else { return Ok(None) };
        let mut words = Words { text: comment, at: comment.len() - rest.len() };
        let (at, about) = words.next();
        if about != NET {
            let message = format!("unknown directive {DIRECTIVE}{about}");
            return Err(NetRuleError { at, message });
        }
        let (mut at, mut word) = words.next();
        let mut method = None;
        if !word.is_empty() && word.bytes().all(|b| b.is_ascii_uppercase()) {
            method = Some(word.to_owned());
            (at, word) = words.next();
        }
        let wrong = |at, message: &str| Err(NetRuleError { at, message: message.to_owned() });
        let open = word.ends_with('*');
        let url = word.strip_suffix('*').unwrap_or(word);
        let host = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://"));
        if host.is_none_or(str::is_empty) {
            return wrong(at, "interleave:net: a URL is wanted, as in https://api.example/users");
        }
        let url = if open { url.to_owned() } else { rooted(url) };
        let (mut at, mut word) = words.next();
        let mut latency = None;
        if word.contains(|c: char| c.is_ascii_alphabetic()) && word.starts_with(digit) {
            let (low, high) = word.split_once("..").unwrap_or((word, word));
            latency = duration(low).zip(duration(high)).filter(|(l, h)| l <= h);
            if latency.is_none() {
                return wrong(
                    at,
                    "interleave:net: a latency is wanted, as in 120ms or 80ms..200ms",
                );
            }
            (at, word) = words.next();
        }
        let answer = match word {
            "refused" => NetAnswer::Refused,
            "nohost" => NetAnswer::NoHost,
            "reset" => NetAnswer::Reset,
            "eof" => NetAnswer::Eof,
            "timeout" => NetAnswer::Timeout,
            _ => match word.parse() {
                Ok(status @ 100..=999) => {
                    let location = words.location();
                    if let Some((at, "")) = location {
                        return wrong(at, "interleave:net: a URL is wanted after ->");
                    }
                    let (at, body) = words.rest();
                    match (text(body), location) {
                        (Some(body), None) => NetAnswer::Status(status, body),
                        (Some(body), Some((_, to))) => {
                            NetAnswer::Redirect(status, to.to_owned(), body)
                        }
                        (None, _) => return wrong(at, "interleave:net: the body is no Go string"),
                    }
                }
                _ => {
                    let wanted = "a status, refused, nohost, reset, eof or timeout is wanted";
                    return wrong(at, &format!("interleave:net: {wanted}"));
                }
            },
        };
        if let (at, extra @ [_, ..]) = words.rest_of(&answer) {
            return wrong(at, &format!("interleave:net: unexpected {:?}", text_of(extra)));
        }
        let usual = if answer == NetAnswer::Timeout { DIAL_TIMEOUT } else { 0 };
        let latency = latency.unwrap_or((usual, usual));
        Ok(Some(NetRule { method, url, open, latency, answer }))
    }

    /// How well it fits a request; none if it does not.
    fn fits(&self, method: &str, url: &str) -> Option<(bool, usize, bool)> {
        if self.method.as_ref().is_some_and(|m| m != method) {
            return None;
        }
        let fits = if self.open { url.starts_with(&self.url) } else { url == self.url };
        fits.then_some((!self.open, self.url.len(), self.method.is_some()))
    }

    fn same(&self, other: &NetRule) -> bool {
        (&self.method, &self.url, self.open) == (&other.method, &other.url, other.open)
    }
}

/// The rules for a request, in order; of several that fit the most exact ones. With the index of
/// the first.
pub(crate) fn rules<'a>(
    all: &'a [NetRule],
    method: &str,
    url: &str,
) -> Option<(usize, Vec<&'a NetRule>)> {
    let url = rooted(url);
    let fit = |r: &NetRule| r.fits(method, &url);
    let best = all.iter().filter_map(fit).max()?;
    let first = all.iter().position(|r| fit(r) == Some(best))?;
    Some((first, all.iter().filter(|r| r.same(&all[first])).collect()))
}

/// A URL with a path, as clients ask for it.
fn rooted(url: &str) -> String {
    let host = url.find("://").map_or(0, |i| i + 3);
    match url[host..].find(['/', '?', '#']) {
        Some(i) if url[host + i..].starts_with('/') => url.to_owned(),
        Some(i) => format!("{}/{}", &url[..host + i], &url[host + i..]),
        None => format!("{url}/"),
    }
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// A Go duration in nanoseconds, not negative.
fn duration(text: &str) -> Option<u64> {
    let (mut rest, mut sum) = (text, 0u64);
    while !rest.is_empty() {
        let end = rest.find(|c: char| !digit(c) && c != '.')?;
        let (number, tail) = rest.split_at(end);
        let end = tail.find(|c: char| digit(c) || c == '.').unwrap_or(tail.len());
        let (unit, tail) = tail.split_at(end);
        let unit: u64 = match unit {
            "ns" => 1,
            "us" | "µs" => 1_000,
            "ms" => 1_000_000,
            "s" => 1_000_000_000,
            "m" => 60_000_000_000,
            "h" => 3_600_000_000_000,
            _ => return None,
        };
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let mut ns = whole.parse::<u64>().ok()?.checked_mul(unit)?;
        let mut place = unit;
        for d in part.bytes() {
            place /= 10;
            ns = ns.checked_add(place.checked_mul(u64::from(d.checked_sub(b'0')?))?)?;
        }
        sum = sum.checked_add(ns)?;
        rest = tail;
    }
    (!text.is_empty()).then_some(sum)
}

/// A body: in quotes a Go string, else as it stands.
fn text(body: &str) -> Option<String> {
    let Some(inner) = body.strip_prefix('"').and_then(|b| b.strip_suffix('"')) else {
        return Some(body.to_owned());
    };
    let (mut out, mut chars) = (String::new(), inner.chars());
    while let Some(c) = chars.next() {
        out.push(match c {
            '\\' => match chars.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                c @ ('"' | '\\') => c,
                _ => return None,
            },
            '"' => return None,
            c => c,
        });
    }
    Some(out)
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A comment, word by word.
struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    /// The next word and where it stands; empty at the end.
    fn next(&mut self) -> (usize, &'a str) {
        let (at, rest) = self.rest();
        let word = rest.split([' ', '\t']).next().unwrap_or_default();
        self.at = at + word.len();
        (at, word)
    }

    /// All that is left.
    fn rest(&self) -> (usize, &'a str) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let start = rest.trim_start_matches([' ', '\t']);
        (self.at + (rest.len() - start.len()), start.trim_end())
    }

    /// What follows an arrow, if one comes next, and where it stands.
    fn location(&mut self) -> Option<(usize, &'a str)> {
        let before = self.at;
        let arrow = self.next().1 == "->";
        if !arrow {
            self.at = before;
        }
        arrow.then(|| self.next())
    }

    /// All that is left and does not belong to the answer.
    fn rest_of(&self, answer: &NetAnswer) -> (usize, &'a [u8]) {
        let (at, rest) = self.rest();
        let body = matches!(answer, NetAnswer::Status(..) | NetAnswer::Redirect(..));
        if body { (at, &[]) } else { (at, rest.as_bytes()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(s: &str) -> NetRule {
        NetRule::parse(&format!("//interleave:net {s}")).unwrap().unwrap()
    }

    fn wrong(s: &str) -> (usize, String) {
        let e = NetRule::parse(s).unwrap_err();
        (e.at, e.message)
    }

    #[test]
    fn directives_are_read() {
        let r = rule("https://api.example 1.5s 200 {\"ok\":true} and more ");
        assert_eq!((r.url.as_str(), r.open), ("https://api.example/", false));
        assert_eq!(r.latency, (1_500_000_000, 1_500_000_000));
        assert_eq!(r.answer, NetAnswer::Status(200, "{\"ok\":true} and more".into()));
        let r = rule("POST http://h/* 80ms..1m1s refused");
        assert_eq!((r.method.as_deref(), r.open), (Some("POST"), true));
        assert_eq!(r.latency, (80_000_000, 61_000_000_000));
        assert_eq!(rule("http://h/ timeout").latency.0, DIAL_TIMEOUT);
        assert_eq!(rule("http://h/ 404").answer, NetAnswer::Status(404, String::new()));
        let r = rule(r#"http://h/ 1ms 200 "a\n\"b\"""#);
        assert_eq!(r.answer, NetAnswer::Status(200, "a\n\"b\"".into()));
        let r = rule("http://h/ 1ms 302 -> /there over there");
        assert_eq!(r.answer, NetAnswer::Redirect(302, "/there".into(), "over there".into()));
        assert_eq!(NetRule::parse("// interleave:net"), Ok(None));
        assert_eq!(NetRule::parse("//go:build linux"), Ok(None));
    }

    #[test]
    fn mistakes_have_a_place() {
        let (at, text) = wrong("//interleave:nit x");
        assert_eq!((at, text.as_str()), (13, "unknown directive //interleave:nit"));
        assert_eq!(wrong("//interleave:net api.example 200").0, 17);
        assert_eq!(wrong("//interleave:net http://h/ 20 200").0, 27);
        assert_eq!(wrong("//interleave:net http://h/ 20parsecs 200").0, 27);
        assert_eq!(wrong("//interleave:net http://h/ 9ms..2ms 200").0, 27);
        assert_eq!(wrong("//interleave:net http://h/ 1ms refused now").0, 39);
        assert_eq!(wrong("//interleave:net http://h/ 1ms 200 \"a\\x\"").0, 35);
        assert_eq!(wrong("//interleave:net http://h/ 1ms 301 ->").0, 37);
        assert_eq!(wrong("//interleave:net").0, 16);
    }

    #[test]
    fn the_most_exact_rules_answer() {
        let all = ["http://h/* 200", "http://h/a 1ms 500", "http://h/a 200", "POST http://h/a 201"];
        let all: Vec<NetRule> = all.iter().map(|s| rule(s)).collect();
        let found = |method: &str, url: &str| {
            rules(&all, method, url).map(|(first, list)| (first, list.len()))
        };
        assert_eq!(found("GET", "http://h/a"), Some((1, 2)));
        assert_eq!(found("POST", "http://h/a"), Some((3, 1)));
        assert_eq!(found("GET", "http://h?q"), Some((0, 1)));
        assert_eq!(found("GET", "http://other/"), None);
    }
}
