//! What a test does with the page: open, look, run script, type, click, and read the console.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, thread};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::emulate::Look;

/// The key under which WebDriver names an element (W3C WebDriver, section "Elements").
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long [`Browser::wait_for`] waits.
const PATIENCE: Duration = Duration::from_secs(20);

/// A headless Chromium with a fresh profile. Dropping it closes it.
pub struct Browser {
    pub(crate) driver: Driver,
}

impl Browser {
    /// Starts ChromeDriver and Chromium.
    ///
    /// # Errors
    /// When one of them is missing or does not start.
    pub fn start() -> Result<Browser> {
        Ok(Browser { driver: Driver::start()? })
    }

    /// Goes to `url` and returns when the document has loaded (the wasm may still be on its way: see
    /// [`Browser::wait_for`]).
    ///
    /// # Errors
    /// When the address does not answer.
    pub fn open(&self, url: &str) -> Result<()> {
        self.driver.post("/url", &json!({ "url": url })).map(drop)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When the address does not answer any more.
    pub fn reload(&self) -> Result<()> {
        self.driver.post("/refresh", &json!({})).map(drop)
    }

    /// The value of a JavaScript expression, promises awaited.
    ///
    /// # Errors
    /// When the expression throws, or a promise is rejected; the message is JavaScript's.
    pub fn eval(&self, expression: &str) -> Result<Value> {
        self.run(&format!("return (\n{expression}\n);"))
    }

    /// Runs JavaScript statements (with `await`) and gives what they `return`.
    ///
    /// # Errors
    /// As [`Browser::eval`].
    pub fn run(&self, statements: &str) -> Result<Value> {
        let script = format!("return (async () => {{\n{statements}\n}})();");
        self.driver.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Waits until a JavaScript expression is truthy, and gives its value.
    ///
    /// # Errors
    /// When it is not within 20 seconds, with the last value or exception.
    pub fn wait_for(&self, expression: &str) -> Result<Value> {
        let start = Instant::now();
        loop {
            let value = self.eval(expression);
            match &value {
                Ok(v) if !matches!(v, Value::Null | Value::Bool(false)) && *v != 0 && *v != "" => {
                    return value;
                }
                _ if start.elapsed() > PATIENCE => {
                    bail!("waited for `{expression}` in vain; last: {value:?}")
                }
                _ => thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    /// Clicks the first element that matches a CSS selector.
    ///
    /// # Errors
    /// When there is none, or something else lies over it.
    pub fn click(&self, selector: &str) -> Result<()> {
        let id = self.element(selector)?;
        self.driver.post(&format!("/element/{id}/click"), &json!({})).map(drop)
    }

    /// Types into the first element that matches a CSS selector. Special keys are WebDriver's code points, as
    /// `\u{e004}` for Tab and `\u{e007}` for Enter.
    ///
    /// # Errors
    /// When there is none, or it takes no keys.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let id = self.element(selector)?;
        self.driver.post(&format!("/element/{id}/value"), &json!({ "text": text })).map(drop)
    }

    /// Presses and releases each key of `text` in turn, wherever the focus is. Modifiers (`\u{e008}` Shift,
    /// `\u{e009}` Control, `\u{e00a}` Alt, `\u{e03d}` Meta) stay down until the end of `text`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn keys(&self, text: &str) -> Result<()> {
        let mut actions = Vec::new();
        for key in text.chars() {
            actions.push(json!({ "type": "keyDown", "value": key }));
            if !matches!(key, '\u{e008}' | '\u{e009}' | '\u{e00a}' | '\u{e03d}') {
                actions.push(json!({ "type": "keyUp", "value": key }));
            }
        }
        let sequence = json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] });
        self.driver.post("/actions", &sequence)?;
        // DELETE /actions would do the same; a second, empty sequence keeps held modifiers, so they are let go by name.
        let ups: Vec<_> = text
            .chars()
            .filter(|k| matches!(k, '\u{e008}' | '\u{e009}' | '\u{e00a}' | '\u{e03d}'))
            .map(|k| json!({ "type": "keyUp", "value": k }))
            .collect();
        self.driver
            .post(
                "/actions",
                &json!({ "actions": [{ "type": "key", "id": "keys", "actions": ups }] }),
            )
            .map(drop)
    }

    /// Shows what an input method has of a word so far, at the caret, as Chinese is typed.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn compose(&self, text: &str) -> Result<()> {
        let end = text.encode_utf16().count();
        let word = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
        self.driver.devtools("Input.imeSetComposition", word).map(drop)
    }

    /// Ends what an input method composes with its word.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn commit(&self, text: &str) -> Result<()> {
        self.driver.devtools("Input.insertText", json!({ "text": text })).map(drop)
    }

    /// Puts fingers on the page, moves them or lifts them (`touchStart`, `touchMove`, `touchEnd`); places in CSS pixels.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn touch(&self, what: &str, fingers: &[(f64, f64)]) -> Result<()> {
        let points =
            fingers.iter().enumerate().map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id }));
        let touch = json!({ "type": what, "touchPoints": points.collect::<Vec<_>>() });
        self.driver.devtools("Input.dispatchTouchEvent", touch).map(drop)
    }

    /// Sets size, theme and language. Call before [`Browser::open`].
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn look(&self, look: &Look) -> Result<()> {
        look.apply(&self.driver)
    }

    /// Makes the processor so many times as slow; 1 is as it is.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn slow_down(&self, factor: f64) -> Result<()> {
        self.driver.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": factor })).map(drop)
    }

    /// Has a script run at the beginning of every document from now on.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn begin_with(&self, script: &str) -> Result<()> {
        let source = json!({ "source": script });
        self.driver.devtools("Page.addScriptToEvaluateOnNewDocument", source).map(drop)
    }

    /// Writes a PNG of the visible part of the page.
    ///
    /// # Errors
    /// When the browser refuses or the file cannot be written.
    pub fn screenshot(&self, path: &Path) -> Result<()> {
        let answer = self.driver.devtools("Page.captureScreenshot", json!({ "format": "png" }))?;
        let png = BASE64_STANDARD.decode(answer["data"].as_str().context("no picture")?)?;
        fs::write(path, png).with_context(|| format!("writing {}", path.display()))
    }

    /// The console's lines since the last call, each as `LEVEL text`, warnings and errors (uncaught exceptions
    /// and failed requests too) only.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn console_problems(&self) -> Result<Vec<String>> {
        let log = self.driver.post("/se/log", &json!({ "type": "browser" }))?;
        Ok(log
            .as_array()
            .into_iter()
            .flatten()
            .filter(|entry| matches!(entry["level"].as_str(), Some("WARNING" | "SEVERE")))
            .map(|e| {
                let text = |key: &str| e[key].as_str().unwrap_or_default().to_owned();
                format!("{} {}", text("level"), text("message"))
            })
            .collect())
    }

    fn element(&self, selector: &str) -> Result<String> {
        let found =
            self.driver.post("/element", &json!({ "using": "css selector", "value": selector }))?;
        Ok(found[ELEMENT].as_str().context("no element")?.to_owned())
    }
}
