//! Size, theme and language of the page, as the browser reports them to it.

use anyhow::{Context, Result};
use serde_json::json;

use crate::driver::Driver;

/// The colour scheme that the visitor's system asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// `prefers-color-scheme: light`
    #[default]
    Light,
    /// `prefers-color-scheme: dark`
    Dark,
}

/// What the page sees of its visitor's device and wishes.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Width of the viewport in CSS pixels.
    pub width: u32,
    /// Height of the viewport in CSS pixels.
    pub height: u32,
    /// Device pixels per CSS pixel.
    pub scale: f64,
    /// Whether the device is a phone: touch, and the viewport `meta` tag counts.
    pub phone: bool,
    /// The system's colour scheme.
    pub theme: Theme,
    /// `navigator.language`, as `en` or `zh-CN`.
    pub language: String,
    /// Whether the system asks for less motion.
    pub reduced_motion: bool,
    /// Whether the visitor sees no colours.
    pub greyscale: bool,
    /// Whether the system puts its own few colours in place of the page's.
    pub forced_colours: bool,
}

impl Default for Look {
    fn default() -> Look {
        Look {
            width: 1440,
            height: 900,
            scale: 1.0,
            phone: false,
            theme: Theme::Light,
            language: "en".to_owned(),
            reduced_motion: false,
            greyscale: false,
            forced_colours: false,
        }
    }
}

impl Look {
    pub(crate) fn apply(&self, driver: &Driver) -> Result<()> {
        let size = json!({
            "width": self.width, "height": self.height, "deviceScaleFactor": self.scale, "mobile": self.phone,
        });
        driver.devtools("Emulation.setDeviceMetricsOverride", size)?;
        driver.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": self.phone }))?;
        let scheme = if self.theme == Theme::Dark { "dark" } else { "light" };
        let motion = if self.reduced_motion { "reduce" } else { "no-preference" };
        let forced = if self.forced_colours { "active" } else { "none" };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": motion },
            { "name": "forced-colors", "value": forced },
        ] });
        driver.devtools("Emulation.setEmulatedMedia", features)?;
        // A window that no person has clicked has the focus all the same.
        let focus = json!({ "enabled": true });
        driver.devtools("Emulation.setFocusEmulationEnabled", focus)?;
        let sight = json!({ "type": if self.greyscale { "achromatopsia" } else { "none" } });
        driver.devtools("Emulation.setEmulatedVisionDeficiency", sight)?;
        let version = driver.devtools("Browser.getVersion", json!({}))?;
        let agent = version["userAgent"].as_str().context("the browser does not name itself")?;
        let language = json!({ "userAgent": agent, "acceptLanguage": self.language });
        driver.devtools("Emulation.setUserAgentOverride", language)?;
        Ok(())
    }
}
