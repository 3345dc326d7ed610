//! `shoot`: screenshots of the page, for people who look at it.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use browser_tests::{Browser, Look, Site, Theme};
use lexopt::prelude::*;

const USAGE: &str = "\
shoot [--url URL | --dist DIR] [--out DIR] [--name NAME] [options]
  --url URL           the page (default: the built `dist/`, served for the occasion)
  --dist DIR          serve this folder instead
  --out DIR           where the pictures go (default: target/shots)
  --name NAME         the file's name without .png (default: made from the options)
  --size WxH          CSS pixels; repeat for several pictures (default: 1440x900)
  --scale N           device pixels per CSS pixel (default: 1)
  --phone             touch and mobile viewport
  --theme dark|light  the system's colour scheme
  --lang en|zh        navigator.language
  --still             ask for reduced motion
  --grey              as seen by who sees no colours
  --forced            with the system's forced colours
  --tabs N            press Tab so often before the picture; tells what has the focus each time
  --wait JS           wait until this expression is true (default: the page has drawn something)
  --eval JS           run before the picture, `await` allowed; its value is printed; repeat for several
  --settle MS         pause before the picture (default: 300)
Console warnings and errors are printed; errors make it fail after the picture.";

/// What has the focus, in a line.
const FOCUS: &str = "(e => e.tagName.toLowerCase() + ' ' + (e.getAttribute('aria-label') || e.innerText || e.id).slice(0, 40))\
    (document.activeElement)";

struct Options {
    url: Option<String>,
    dist: Option<PathBuf>,
    out: PathBuf,
    name: Option<String>,
    sizes: Vec<(u32, u32)>,
    look: Look,
    wait: String,
    evals: Vec<String>,
    tabs: usize,
    settle: Duration,
}

fn main() -> Result<()> {
    let Some(options) = parse()? else {
        println!("{USAGE}");
        return Ok(());
    };
    let site = match (&options.url, &options.dist) {
        (Some(_), _) => None,
        (None, Some(folder)) => Some(Site::serve(folder)?),
        (None, None) => Some(Site::dist()?),
    };
    let url = options.url.as_deref().or(site.as_ref().map(Site::url)).context("no page to open")?;
    fs::create_dir_all(&options.out)?;
    let browser = Browser::start()?;
    let mut errors = 0;
    for &(width, height) in &options.sizes {
        let look = Look { width, height, ..options.look.clone() };
        browser.look(&look)?;
        browser.open(url)?;
        let drawn = browser.wait_for(&options.wait);
        for script in &options.evals {
            println!("{}", browser.run(&with_return(script))?);
        }
        for n in 1..=options.tabs {
            browser.keys("\u{e004}")?;
            println!("{n}: {}", browser.eval(FOCUS)?.as_str().unwrap_or_default());
        }
        std::thread::sleep(options.settle);
        let path = options.out.join(file_name(&options, &look));
        browser.screenshot(&path)?;
        println!("{}", path.display());
        for line in browser.console_problems()? {
            errors += usize::from(line.starts_with("SEVERE"));
            println!("{line}");
        }
        drawn?;
    }
    if errors > 0 {
        bail!("{errors} errors in the console");
    }
    Ok(())
}

/// A lone expression gives its value; statements give what they `return`.
fn with_return(script: &str) -> String {
    if script.contains("return") || script.contains(';') {
        script.to_owned()
    } else {
        format!("return ({script});")
    }
}

fn file_name(options: &Options, look: &Look) -> String {
    let theme = if look.theme == Theme::Dark { "dark" } else { "light" };
    let (w, h, lang) = (look.width, look.height, &look.language);
    match &options.name {
        Some(name) if options.sizes.len() == 1 => format!("{name}.png"),
        Some(name) => format!("{name}-{w}x{h}.png"),
        None => format!("{theme}-{lang}-{w}x{h}.png"),
    }
}

fn parse() -> Result<Option<Options>> {
    let mut options = Options {
        url: None,
        dist: None,
        out: PathBuf::from("target/shots"),
        name: None,
        sizes: Vec::new(),
        look: Look::default(),
        wait: "document.querySelector('.app:not(.sketch)')".to_owned(),
        evals: Vec::new(),
        tabs: 0,
        settle: Duration::from_millis(300),
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("url") => options.url = Some(parser.value()?.string()?),
            Long("dist") => options.dist = Some(parser.value()?.into()),
            Long("out") => options.out = parser.value()?.into(),
            Long("name") => options.name = Some(parser.value()?.string()?),
            Long("size") => {
                let value = parser.value()?.string()?;
                let (w, h) = value.split_once('x').context("--size takes WIDTHxHEIGHT")?;
                options.sizes.push((w.parse()?, h.parse()?));
            }
            Long("scale") => options.look.scale = parser.value()?.parse()?,
            Long("phone") => options.look.phone = true,
            Long("theme") => {
                options.look.theme = match parser.value()?.string()?.as_str() {
                    "dark" => Theme::Dark,
                    "light" => Theme::Light,
                    other => bail!("--theme takes dark or light, not {other}"),
                }
            }
            Long("lang") => options.look.language = parser.value()?.string()?,
            Long("still") => options.look.reduced_motion = true,
            Long("grey") => options.look.greyscale = true,
            Long("forced") => options.look.forced_colours = true,
            Long("tabs") => options.tabs = parser.value()?.parse()?,
            Long("wait") => options.wait = parser.value()?.string()?,
            Long("eval") => options.evals.push(parser.value()?.string()?),
            Long("settle") => options.settle = Duration::from_millis(parser.value()?.parse()?),
            Short('h') | Long("help") => return Ok(None),
            other => return Err(other.unexpected().into()),
        }
    }
    if options.sizes.is_empty() {
        options.sizes.push((options.look.width, options.look.height));
    }
    Ok(Some(options))
}
