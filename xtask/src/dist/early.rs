//! The built page asks for its wasm first.

use super::split;
use anyhow::{Context, Result};

/// After this in the page: what comes before has to be at its very beginning.
const HEAD: &str = "<meta charset=\"utf-8\">";

/// The page with its wasm asked for and compiled from the first byte on, while all else is still on its way. Trunk has
/// the browser load it ahead too, but whole: only then it would begin to compile. If the wasm is in two files, the rest comes
/// with it where another program than the stored one will be opened: by a link, or because it was open here before.
pub fn early(page: &str, is_split: bool) -> Result<String> {
    let mut page = page.to_owned();
    let module = take(&mut page, "<link rel=\"modulepreload\"")?;
    let wasm = take(&mut page, "<link rel=\"preload\"")?;
    let wasm = wasm.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
    let wasm = wasm.context("the page loads nothing ahead")?;
    let asked = format!("module_or_path: '{wasm}'");
    anyhow::ensure!(page.contains(&asked), "the page does not ask for {wasm} as it did");
    page = page.replace(&asked, "module_or_path: window.wasmModule");
    // A host that does not say what it is gets no streaming: wasm-bindgen knows what to do then, and with an error.
    let get = "window.getWasm = (at) => fetch(at).then((r) => \
        r.ok && r.headers.get(\"content-type\") === \"application/wasm\" ? WebAssembly.compileStreaming(r) : r);";
    let more = if is_split {
        let rest = split::beside(wasm);
        format!(
            "let other; try {{ other = location.hash.length > 1 || localStorage.getItem(\"interleave.place\"); }} catch {{}} \
            if (other) window.wasmModule = Promise.all([window.wasmModule, getWasm(\"{rest}\")])\
            .then(([first, rest]) => {{ window.wasmRest = rest; return first; }});"
        )
    } else {
        String::new()
    };
    let script =
        format!("<script>{{ {get} window.wasmModule = getWasm(\"{wasm}\"); {more} }}</script>");
    let at = page.find(HEAD).context("the page has no head")? + HEAD.len();
    page.insert_str(at, &format!("\n    {script}{module}"));
    Ok(page)
}

/// The page with its style sheets as browsers read them, without comments and indents. (Trunk's own way to make a page
/// smaller does not understand wasm-bindgen's script.)
pub fn narrow(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<style") {
        let (sheet, behind) = after.split_once("</style>").unwrap_or((after, ""));
        out += before;
        out += "<style";
        let mut parts = sheet.split("/*");
        let plain: String = parts
            .next()
            .into_iter()
            .chain(parts.filter_map(|p| p.split_once("*/").map(|p| p.1)))
            .collect();
        out.extend(plain.lines().map(str::trim).filter(|l| !l.is_empty()).flat_map(|l| [l, "\n"]));
        out += "</style>";
        rest = behind;
    }
    out + rest
}

/// Takes the element out that begins so.
fn take(page: &mut String, begin: &str) -> Result<String> {
    let from = page.find(begin).with_context(|| format!("the page has no {begin}"))?;
    let to = from + page[from..].find('>').context("an element has no end")? + 1;
    Ok(page.drain(from..to).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_lose_what_browsers_skip() {
        let page = "a /* b */\n<style>\n/* c */\n  .d {\n    e: f; /* g */\n  }\n</style>\n  h<style>i</style>";
        assert_eq!(
            narrow(page),
            "a /* b */\n<style>\n.d {\ne: f;\n}\n</style>\n  h<style>i\n</style>"
        );
    }

    #[test]
    fn wasm_is_asked_for_before_anything_else() {
        let page = "<html><head>\n<meta charset=\"utf-8\">\n<style></style><script type=\"module\">\
            const wasm = await init({ module_or_path: './a_bg.wasm' });</script>\
            <link rel=\"modulepreload\" href=\"./a.js\"><link rel=\"preload\" href=\"./a_bg.wasm\" as=\"fetch\"></head>";
        let found = early(page, false).unwrap();
        assert!(found.find("getWasm(\"./a_bg.wasm\")").unwrap() < found.find("<style>").unwrap());
        assert!(found.find("modulepreload").unwrap() < found.find("<style>").unwrap());
        assert!(found.contains("init({ module_or_path: window.wasmModule })"));
        assert!(!found.contains("rel=\"preload\""));
        assert!(!found.contains("_rest.wasm"));
        assert!(early(page, true).unwrap().contains("getWasm(\"./a_rest.wasm\")"));
        assert!(early("<html>", false).is_err());
    }
}
