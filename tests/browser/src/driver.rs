//! A ChromeDriver process and the few WebDriver commands that [`crate::Browser`] is made of
//! (W3C WebDriver, and ChromeDriver's own `goog` and `se` endpoints).

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tempfile::TempDir;
use ureq::Agent;

/// How long one WebDriver command may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long a script on the page may take.
const SCRIPT: Duration = Duration::from_secs(100);
/// How long closing the browser may take.
const FAREWELL: Duration = Duration::from_secs(10);

pub(crate) struct Driver {
    process: Child,
    agent: Agent,
    session: String,
    /// The browser's process; none until there is one.
    browser: Option<u64>,
    /// The browser's profile; removed when the browser is gone.
    _profile: TempDir,
}

impl Driver {
    /// Starts the ChromeDriver of `CHROMEDRIVER`, else of the search path, and opens a headless browser with it.
    pub(crate) fn start() -> Result<Driver> {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| {
                format!(
                    "cannot start {program}: run `cargo xtask test --only browser`, it sees to it"
                )
            })?;
        let port = match port(&mut process) {
            Ok(port) => port,
            Err(error) => {
                let _ = process.kill();
                let _ = process.wait();
                return Err(error);
            }
        };
        let agent = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .proxy(None)
            .build()
            .new_agent();
        let profile = TempDir::new()?;
        let root = format!("http://127.0.0.1:{port}");
        let mut driver = Driver {
            process,
            agent,
            session: format!("{root}/session"),
            browser: None,
            _profile: profile,
        };
        let answer =
            driver.post("", &capabilities(driver._profile.path().to_str().unwrap_or_default()))?;
        let id = answer["sessionId"].as_str().context("ChromeDriver gave no session")?;
        driver.session = format!("{root}/session/{id}");
        driver.browser = answer["capabilities"]["goog:processID"].as_u64();
        driver.post("/timeouts", &json!({ "script": SCRIPT.as_millis() as u64 }))?;
        Ok(driver)
    }

    pub(crate) fn post(&self, command: &str, body: &Value) -> Result<Value> {
        let mut response = self.agent.post(format!("{}{command}", self.session)).send_json(body)?;
        value(command, response.body_mut().with_config().limit(u64::MAX).read_json()?)
    }

    /// A command of the Chrome DevTools protocol.
    pub(crate) fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Closes the browser, unless its page hangs; the driver itself is ours to end.
        let closing = self.agent.delete(&self.session);
        let closed = closing.config().timeout_global(Some(FAREWELL)).build().call();
        if let (Err(_), Some(browser)) = (closed, self.browser) {
            let _ = Command::new("kill").args(["-9", &browser.to_string()]).status();
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port from ChromeDriver's greeting. Reads on in the background, so that the pipe never fills.
fn port(process: &mut Child) -> Result<u16> {
    let mut lines = BufReader::new(process.stdout.take().context("no output to read")?).lines();
    let greeting = "started successfully on port ";
    for line in &mut lines {
        if let Some((_, port)) = line?.split_once(greeting) {
            thread::spawn(move || lines.for_each(drop));
            return port
                .trim_end_matches('.')
                .parse()
                .context("the port in ChromeDriver's greeting");
        }
    }
    bail!("ChromeDriver ended before it named its port")
}

fn value(command: &str, mut answer: Value) -> Result<Value> {
    let value = answer["value"].take();
    match value["error"].as_str() {
        Some(error) => {
            bail!("{command}: {error}: {}", value["message"].as_str().unwrap_or_default())
        }
        None => Ok(value),
    }
}

fn capabilities(profile: &str) -> Value {
    let mut arguments = vec![
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
    ]
    .into_iter()
    .map(str::to_owned)
    .collect::<Vec<_>>();
    arguments.push(format!("--user-data-dir={profile}"));
    if is_root() {
        arguments.push("--no-sandbox".to_owned());
        arguments.push("--disable-dev-shm-usage".to_owned());
    }
    let mut options = json!({ "args": arguments });
    if let Ok(chrome) = env::var("CHROME") {
        options["binary"] = chrome.into();
    }
    json!({ "capabilities": { "alwaysMatch": {
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    } } })
}

/// Chromium's sandbox refuses to run as root.
fn is_root() -> bool {
    fs::read_to_string("/proc/self/status").is_ok_and(|s| {
        s.lines().any(|l| l.starts_with("Uid:") && l.split_whitespace().nth(1) == Some("0"))
    })
}
