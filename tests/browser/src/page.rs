//! Our page, opened and ready, with what its tests do again and again.

use std::ops::Deref;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::{Browser, Look, Site};

/// The built page in a browser of its own. Whatever a [`Browser`] can do, it can.
pub struct Page {
    browser: Browser,
    site: Site,
}

impl Deref for Page {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Page {
    /// Opens the page as a first visitor sees it and waits until it has recorded its first run.
    ///
    /// # Errors
    /// When there is no page or no browser, or it does not come up.
    pub fn open(look: &Look) -> Result<Page> {
        let page = Page { browser: Browser::start()?, site: Site::dist()? };
        page.look(look)?;
        page.browser.open(page.site.url())?;
        page.settle()?;
        Ok(page)
    }

    /// Visits the page at another address of the same site; a different query makes it a new document.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn open_at(&self, url: &str) -> Result<()> {
        self.browser.open(url)?;
        self.settle()
    }

    /// Visits the page once more; what the browser remembers stays.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn again(&self) -> Result<()> {
        self.reload()?;
        self.settle()
    }

    /// Visits the page for the first time again.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn afresh(&self) -> Result<()> {
        self.run("localStorage.clear()")?;
        self.again()
    }

    fn settle(&self) -> Result<()> {
        self.wait_for("window.interleave && interleave.ready.then(() => true)")?;
        self.wait_for("interleave.length() > 0").map(drop)
    }

    /// Calls a function of `window.interleave`, promises awaited.
    ///
    /// # Errors
    /// When it throws.
    pub fn call(&self, function: &str, argument: impl Into<Value>) -> Result<Value> {
        let argument = argument.into();
        self.eval(&format!("interleave.{function}({argument})"))
    }

    /// Loads a program and runs it to its end.
    ///
    /// # Errors
    /// When it does not compile.
    pub fn record(&self, source: &str) -> Result<()> {
        let clean = self.call("load", source)?;
        ensure!(clean == json!(true), "diagnostics: {}", self.eval("interleave.diagnostics()")?);
        ensure!(self.eval("interleave.run()")? == json!(true), "it does not start");
        Ok(())
    }

    /// What a script finds wrong with the picture: cut or overlapping texts, scroll bars, what leaves the screen.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn faults(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.run(crate::gallery::CHECK)?)?)
    }

    /// The text on the page of the first element that matches a CSS selector; empty if there is none.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn text(&self, selector: &str) -> Result<String> {
        let found =
            self.eval(&format!("document.querySelector({})?.textContent ?? ''", json!(selector)))?;
        Ok(found.as_str().unwrap_or_default().to_owned())
    }
}
