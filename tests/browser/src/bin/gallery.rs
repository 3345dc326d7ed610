//! `gallery`: every view of the page in every look, as pictures on one sheet, and what a script finds wrong with them.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use browser_tests::gallery::{HELPERS, Scene, scenes};
use browser_tests::{Browser, Look, Site, Theme};
use lexopt::prelude::*;

const USAGE: &str = "\
gallery [--dist DIR] [--out DIR] [--only TEXT] [--look TEXT] [--resume]
  --dist DIR   the built page (default: dist/)
  --out DIR    where pictures and index.html go (default: target/shots)
  --only TEXT  only scenes whose name contains TEXT
  --look TEXT  only looks whose name contains TEXT, as 1440 or dark-zh
  --resume     keep pictures that are newer than the page: goes on with a run that was stopped
Several may run at once for one folder, each with looks of its own: the sheet shows what is there.";

/// Sizes in CSS pixels; the last is a phone's.
const SIZES: [(u32, u32); 3] = [(1440, 900), (1024, 768), (390, 844)];

struct Options {
    dist: Option<PathBuf>,
    out: PathBuf,
    only: String,
    look: String,
    resume: bool,
}

fn main() -> Result<ExitCode> {
    let Some(options) = parse()? else {
        println!("{USAGE}");
        return Ok(ExitCode::SUCCESS);
    };
    let folder = options.dist.clone().unwrap_or_else(Site::folder);
    let site = Site::serve(&folder)?;
    let built = fs::metadata(folder.join("index.html")).context("no page there")?.modified()?;
    let kept = |file: &Path| {
        let time = fs::metadata(file).and_then(|f| f.modified());
        options.resume && time.is_ok_and(|t| t > built)
    };
    fs::create_dir_all(&options.out)?;
    let all = scenes();
    let scenes: Vec<&Scene> = all.iter().filter(|s| s.name.contains(&options.only)).collect();
    let browser = Browser::start()?;
    let mut made = 0;
    for (name, look) in looks().iter().filter(|(name, _)| name.contains(&options.look)) {
        browser.look(look)?;
        browser.open(site.url())?;
        browser.wait_for("window.interleave && interleave.ready.then(() => true)")?;
        browser.run("localStorage.clear(); localStorage.setItem('interleave.asking', 'no')")?;
        for scene in scenes.iter().filter(|s| s.phone.is_none_or(|p| p == look.phone)) {
            let file = options.out.join(format!("{}-{name}.png", scene.name));
            if kept(&file) {
                continue;
            }
            // The picture comes last: where it is, what was found is, too.
            let found = shoot(&browser, site.url(), scene)?;
            let found: Vec<_> =
                found.iter().map(|l| format!("{}, {name}: {l}\n", scene.name)).collect();
            print!("{}", found.concat());
            fs::write(file.with_extension("txt"), found.concat())?;
            browser.screenshot(&file)?;
            made += 1;
        }
        println!("{name}: {made} pictures so far");
    }
    let (pictures, findings) = collect(&options.out, &all)?;
    fs::write(options.out.join("index.html"), sheet(&pictures, &findings))?;
    println!("{}", options.out.join("index.html").display());
    println!("{made} new, {} pictures, {} findings", pictures.len(), findings.len());
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A picture: scene, look, file.
type Picture = (&'static str, String, String);

/// What is in the folder, whoever made it: pictures in the order of the scenes, and what was found.
fn collect(folder: &Path, scenes: &[Scene]) -> Result<(Vec<Picture>, Vec<String>)> {
    let (mut pictures, mut findings) = (Vec::new(), Vec::new());
    for scene in scenes {
        for (name, _) in looks() {
            let file = format!("{}-{name}.png", scene.name);
            if folder.join(&file).is_file() {
                let found = fs::read_to_string(folder.join(&file).with_extension("txt"));
                findings.extend(found.unwrap_or_default().lines().map(str::to_owned));
                pictures.push((scene.name, name, file));
            }
        }
    }
    Ok((pictures, findings))
}

/// Goes to a scene, and gives what is wrong with it.
fn shoot(browser: &Browser, url: &str, scene: &Scene) -> Result<Vec<String>> {
    // A new document each time, so that no scene shows another's leftovers.
    browser.run("for (const key of Object.keys(localStorage)) if (/^interleave\\.(draft|before|place)/.test(key)) localStorage.removeItem(key)")?;
    browser.open(&format!("{url}?{}#{}", scene.name, scene.address))?;
    browser.wait_for("window.interleave && interleave.ready.then(() => true)")?;
    browser.wait_for("interleave.length() > 0")?;
    browser.run(&format!("{HELPERS}\n{}", scene.go))?;
    std::thread::sleep(Duration::from_millis(120));
    let found = browser.run(browser_tests::gallery::CHECK)?;
    let mut lines: Vec<String> = found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|l| l.as_str().map(str::to_owned))
        .collect();
    lines.extend(browser.console_problems()?);
    Ok(lines)
}

fn looks() -> Vec<(String, Look)> {
    let mut looks = Vec::new();
    for (width, height) in SIZES {
        for (theme, colours) in [(Theme::Dark, "dark"), (Theme::Light, "light")] {
            for (language, tag) in [("en", "en"), ("zh-CN", "zh")] {
                let look = Look {
                    width,
                    height,
                    phone: width < 700,
                    theme,
                    language: language.to_owned(),
                    reduced_motion: true,
                    ..Look::default()
                };
                looks.push((format!("{width}-{colours}-{tag}"), look));
            }
        }
    }
    looks
}

/// One page with all pictures, a row for each scene.
fn sheet(pictures: &[Picture], findings: &[String]) -> String {
    let mut html = String::from(
        "<!doctype html><meta charset=utf-8><title>Interleave: all views</title><style>\
         body{font:14px system-ui;margin:20px;background:#888}figure{display:inline-block;margin:6px}\
         img{width:340px;display:block}figcaption{font-size:12px}</style>\n",
    );
    let mut last = "";
    let mut names: Vec<&str> = Vec::new();
    pictures.iter().for_each(|p| {
        if !names.contains(&p.0) {
            names.push(p.0)
        }
    });
    for name in names {
        for (scene, look, file) in pictures.iter().filter(|p| p.0 == name) {
            if *scene != last {
                let _ = writeln!(html, "<h2>{scene}</h2>");
                last = scene;
            }
            let _ = writeln!(
                html,
                "<figure><a href='{file}'><img loading=lazy src='{file}'></a><figcaption>{look}</figcaption></figure>"
            );
        }
    }
    let _ = writeln!(html, "<h2>{} findings</h2><ul>", findings.len());
    for line in findings {
        let _ = writeln!(html, "<li>{}</li>", line.replace('&', "&amp;").replace('<', "&lt;"));
    }
    html + "</ul>\n"
}

fn parse() -> Result<Option<Options>> {
    let mut options = Options {
        dist: None,
        out: PathBuf::from("target/shots"),
        only: String::new(),
        look: String::new(),
        resume: false,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("dist") => options.dist = Some(parser.value()?.into()),
            Long("out") => options.out = parser.value()?.into(),
            Long("only") => options.only = parser.value()?.string()?,
            Long("look") => options.look = parser.value()?.string()?,
            Long("resume") => options.resume = true,
            Short('h') | Long("help") => return Ok(None),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(options))
}
