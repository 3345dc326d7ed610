//! Chromium with its driver: a system package, the only thing that does not go to the tool folder.

use std::path::Path;

use anyhow::{Result, bail};

use super::{Found, apt, log};
use crate::house::House;
use crate::sh::which;

const BROWSERS: [&str; 4] =
    ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
const MAC_CHROME: &str = "/Applications/Google Chrome.app";

pub fn find() -> Result<Option<Found>> {
    let set = |name| std::env::var_os(name).is_some();
    let driver = set("CHROMEDRIVER") || which("chromedriver").is_some();
    let browser = set("CHROME")
        || BROWSERS.iter().any(|b| which(b).is_some())
        || Path::new(MAC_CHROME).exists();
    Ok((driver && browser).then(Found::default))
}

pub fn install(house: &House) -> Result<()> {
    if !apt::is_here() {
        bail!(
            "please install Chromium (or Chrome) and the ChromeDriver of its version, both on the search path"
        );
    }
    // The font is for screenshots of the Chinese page.
    apt::install(&["chromium", "chromium-driver", "fonts-noto-cjk"], &log(house, "browser"))
}
