//! `gallery`: every view of the page in every look, as pictures on one sheet, and what a script finds wrong with them.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use browser_tests::gallery::{HELPERS, Scene, scenes};
use browser_tests::{Browser, Look, Site, Theme};
use lexopt::prelude::*;

const USAGE: &str = "\
gallery [--dist DIR] [--out DIR] [--only TEXT] [--look TEXT]
  --dist DIR   the built page (default: dist/)
  --out DIR    where pictures and index.html go (default: target/shots)
  --only TEXT  only scenes whose name contains TEXT
  --look TEXT  only looks whose name contains TEXT, as 1440 or dark-zh";

/// Looks at the picture; see there.
const CHECK: &str = include_str!("../check.js");

/// Sizes in CSS pixels; the last is a phone's.
const SIZES: [(u32, u32); 3] = [(1440, 900), (1024, 768), (390, 844)];

struct Options {
    dist: Option<PathBuf>,
    out: PathBuf,
    only: String,
    look: String,
}

fn main() -> Result<ExitCode> {
    let Some(options) = parse()? else {
        println!("{USAGE}");
        return Ok(ExitCode::SUCCESS);
    };
    let site = match &options.dist {
        Some(folder) => Site::serve(folder)?,
        None => Site::dist()?,
    };
    fs::create_dir_all(&options.out)?;
    let all = scenes();
    let scenes: Vec<&Scene> = all.iter().filter(|s| s.name.contains(&options.only)).collect();
    let browser = Browser::start()?;
    let (mut findings, mut pictures) = (Vec::new(), Vec::new());
    for (name, look) in looks().iter().filter(|(name, _)| name.contains(&options.look)) {
        browser.look(look)?;
        browser.open(site.url())?;
        browser.wait_for("window.interleave && interleave.ready.then(() => true)")?;
        browser.run("localStorage.clear(); localStorage.setItem('interleave.asking', 'no')")?;
        for scene in scenes.iter().filter(|s| s.phone.is_none_or(|p| p == look.phone)) {
            let file = format!("{}-{name}.png", scene.name);
            for line in shoot(&browser, site.url(), scene, &options.out.join(&file))? {
                let line = format!("{}, {name}: {line}", scene.name);
                println!("{line}");
                findings.push(line);
            }
            pictures.push((scene.name, name.clone(), file));
        }
        println!("{name}: {} pictures so far", pictures.len());
    }
    fs::write(options.out.join("index.html"), sheet(&pictures, &findings))?;
    println!("{}", options.out.join("index.html").display());
    println!("{} pictures, {} findings", pictures.len(), findings.len());
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Goes to a scene, takes its picture, and gives what is wrong with it.
fn shoot(
    browser: &Browser,
    url: &str,
    scene: &Scene,
    path: &std::path::Path,
) -> Result<Vec<String>> {
    // A new document each time, so that no scene shows another's leftovers.
    browser.run("localStorage.removeItem('interleave.source'); localStorage.removeItem('interleave.lesson')")?;
    browser.open(&format!("{url}?{}#{}", scene.name, scene.address))?;
    browser.wait_for("window.interleave && interleave.ready.then(() => true)")?;
    browser.wait_for("interleave.length() > 0")?;
    browser.run(&format!("{HELPERS}\n{}", scene.go))?;
    std::thread::sleep(Duration::from_millis(120));
    browser.screenshot(path)?;
    let found = browser.run(CHECK)?;
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
fn sheet(pictures: &[(&str, String, String)], findings: &[String]) -> String {
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
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("dist") => options.dist = Some(parser.value()?.into()),
            Long("out") => options.out = parser.value()?.into(),
            Long("only") => options.only = parser.value()?.string()?,
            Long("look") => options.look = parser.value()?.string()?,
            Short('h') | Long("help") => return Ok(None),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(options))
}
