//! `cargo xtask test`: every check there is, in the order in which a failure is cheapest to learn of.

use std::ffi::OsString;
use std::fs;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::dist;
use crate::house::House;
use crate::sh::Cmd;
use crate::steps::{self, Choice, Step};
use crate::tools::{Need, Tools};

/// Names, purposes and needs; the work itself is in [`steps()`].
const STEPS: [(&str, &str, &[Need]); 7] = [
    ("format", "rustfmt agrees with every file", &[Need::Components]),
    ("clippy", "clippy has nothing to say, natively", &[Need::Components]),
    (
        "clippy-wasm",
        "nor about the page as the browser gets it",
        &[Need::Components, Need::WasmTarget],
    ),
    ("native", "all tests that need no browser", &[]),
    (
        "wasm",
        "tests compiled to wasm, in Chromium",
        &[Need::WasmTarget, Need::WasmBindgen, Need::Browser],
    ),
    ("build", "the page for a static host, and its size", &dist::NEEDS),
    ("browser", "the page in Chromium", &[Need::Browser, Need::Axe]),
];

/// The command line's `test`.
pub fn run(house: &House, args: Vec<OsString>) -> Result<ExitCode> {
    let mut choice = Choice::default();
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("list") => {
                STEPS.iter().for_each(|(name, what, _)| println!("{name:<12} {what}"));
                return Ok(ExitCode::SUCCESS);
            }
            Long("only") => _ = choice.only.insert(parser.value()?.string()?),
            Long("skip") => _ = choice.skip.insert(parser.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    choice.check(&STEPS.map(|(name, ..)| name))?;
    let mut needs = Vec::new();
    for (_, _, some) in STEPS.iter().filter(|(name, ..)| choice.takes(name)) {
        needs
            .extend(some.iter().filter(|need| !needs.contains(*need)).copied().collect::<Vec<_>>());
    }
    let tools = Tools::provide(house, &needs)?;
    let tally = steps::run(&steps(house, &tools)?, &choice);
    println!("{tally}");
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn steps<'a>(house: &'a House, tools: &'a Tools) -> Result<Vec<Step<'a>>> {
    let cargo = |words: &str| Cmd::new("cargo").words(words);
    let strict = |cmd: Cmd| cmd.words("-- -D warnings");
    let wasm = "--target wasm32-unknown-unknown";
    let commands = [
        cargo("fmt --all --check"),
        strict(cargo("clippy --workspace --all-targets")),
        strict(
            tools.wasm_clippy().words("-p interleave-web -p wasm-tests --all-targets").words(wasm),
        ),
        cargo("test --workspace --exclude browser-tests"),
        wasm_tests(house, tools)?.words("test -p wasm-tests --tests").words(wasm),
        cargo("xtask build"),
        match tools.axe() {
            Some(script) => cargo("test -p browser-tests").var("AXE_CORE", script),
            None => cargo("test -p browser-tests"),
        },
    ];
    let steps = STEPS.iter().zip(commands).map(|((name, what, _), cmd)| {
        let after = (*name == "browser").then_some("build");
        let repeat = cmd.to_string();
        let run: Box<dyn Fn() -> Result<()>> = match *name {
            // Not through cargo: this very program does it.
            "build" => Box::new(|| dist::build(house, tools, &house.repo.join("dist"))),
            _ => Box::new(move || match cmd.clone().folder(&house.repo).code()? {
                0 => Ok(()),
                code => bail!("exit code {code}"),
            }),
        };
        Step { name, what, repeat, after, run }
    });
    Ok(steps.collect())
}

/// `cargo` with wasm-bindgen's runner, which starts ChromeDriver itself and takes the browser's options from a file.
fn wasm_tests(house: &House, tools: &Tools) -> Result<Cmd> {
    let options = house.tools.join("webdriver.json");
    fs::create_dir_all(&house.tools)?;
    fs::write(&options, WEBDRIVER)?;
    let driver = std::env::var_os("CHROMEDRIVER")
        .or_else(|| crate::sh::which("chromedriver").map(Into::into));
    Ok(tools
        .wasm("cargo")
        .var("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .var("WASM_BINDGEN_USE_BROWSER", "1")
        .var("WASM_BINDGEN_TEST_WEBDRIVER_JSON", options)
        .var("CHROMEDRIVER", driver.unwrap_or_default()))
}

/// The sandbox is off because Chromium has none for root, as whom most CI runs; only our own page is opened.
const WEBDRIVER: &str = r#"{ "goog:chromeOptions": { "args": [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"
] } }
"#;
