//! What must hold for any text whatever: errors or a run, and never a crash of ours.

use playground::{Budgets, Command, Compiled, Player, Run, Settings, Strategy, json};
use std::rc::Rc;

/// Small, so that many programs can be tried.
const BUDGETS: Budgets = Budgets {
    steps: 200_000,
    goroutines: 1_000,
    heap: 16 << 20,
    output: 64 << 10,
    stack: 1 << 20,
    events: 20_000,
};

/// Slices after which a run that makes no headway counts as hung.
const PATIENCE: u32 = 1_000;

/// Tries a text with everything that a learner can do with it, and says what became of it: `refused`,
/// or how the run ended.
///
/// # Errors
/// What is wrong with the engine.
pub fn judge(source: &str, seed: u64) -> Result<&'static str, String> {
    let mut end = 0;
    for token in playground::tokens(source) {
        if token.start < end || token.start >= token.end || token.end as usize > source.len() {
            return Err(format!("tokens overlap at {}", token.start));
        }
        end = token.end;
    }
    if let Ok(text) = playground::format(source)
        && let Err(wrong) = playground::format(&text)
    {
        let wrong = playground::render("main.go", &wrong);
        return Err(format!("what the formatter wrote does not parse: {wrong}"));
    }
    let name = if seed.is_multiple_of(16) { "main_test.go" } else { "main.go" };
    match playground::compile_named(source, name) {
        Err(wrong) => {
            let lines = source.split('\n').count() as u32;
            let outside = wrong.iter().any(|d| d.pos.line > lines);
            let text = playground::render(name, &wrong);
            match wrong.len() {
                0 => Err("refused without a reason".into()),
                12.. => Err(format!("too many diagnostics:\n{text}")),
                _ if outside => Err(format!("a diagnostic is outside of the file:\n{text}")),
                _ => Ok("refused"),
            }
        }
        Ok(compiled) => run(&compiled, seed),
    }
}

fn run(compiled: &Compiled, seed: u64) -> Result<&'static str, String> {
    let strategy = match seed % 4 {
        0 => Strategy::Model,
        1 => Strategy::Fifo,
        _ => Strategy::Random,
    };
    let tracing = !seed.is_multiple_of(3);
    let settings = Settings { strategy, seed, tracing, budgets: BUDGETS, ..Settings::default() };
    let recording = record(compiled, &settings)?;
    if tracing && seed.is_multiple_of(2) {
        let replay = Strategy::Replay(recording.schedule.clone());
        let again = record(compiled, &Settings { strategy: replay, ..settings })?;
        if again.outcome != recording.outcome || again.trace.events() != recording.trace.events() {
            return Err("its schedule does not repeat it".into());
        }
    }
    let outcome = recording.outcome.kind.text();
    let mut player = Player::new(Rc::new(recording));
    for part in [2, 1, 4, 3] {
        player.apply(Command::Seek(player.len() * part / 4));
        player.apply(Command::NextStmt);
        player.apply(Command::Back);
    }
    let trace = &player.recording().trace;
    if json::world(trace, player.world()).is_empty() {
        return Err("the world has no JSON".into());
    }
    Ok(outcome)
}

fn record(compiled: &Compiled, settings: &Settings) -> Result<playground::Recording, String> {
    let mut run = Run::start(compiled, settings).map_err(|e| format!("its schedule: {e}"))?;
    for _ in 0..PATIENCE {
        if run.advance(10_000) {
            return Ok(run.finish());
        }
    }
    Err(format!("it does not end: {} instructions", run.steps()))
}
