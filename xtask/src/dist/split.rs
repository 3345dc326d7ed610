//! The page's wasm in two files: what the first picture needs, and the rest, which comes behind it.
//!
//! Where the first calls a function of the rest it calls by the table, through a stub that sees to it that the rest has
//! come. The rest has the first's memory, tables and globals as its imports, and puts its own functions into the table.
//! Functions that it calls besides it has, too: a call from one file to the other costs some nanoseconds, and the engine
//! makes many.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Context, Result, ensure};
use walrus::ir::{UnaryOp, Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalKind, ImportId, ImportKind, Module, ModuleConfig, ModuleData, ModuleElements,
    ModuleExports, TableId, ValType,
};

/// Paths of what the first picture, which the build has stored, does without, whatever it is for: the compiler, what runs
/// Go, and what writes links.
const LATE: [&str; 17] = [
    "types::",
    "program::",
    "vm::",
    "executor::",
    "sync::",
    "explorer::",
    "num_bigint::",
    "num_rational::",
    "playground::compile::",
    "playground::run::",
    "syntax::branches::",
    "syntax::build_tag::",
    "syntax::parser::",
    "syntax::printer::",
    "miniz_oxide::",
    // Of many values: few are sorted in place.
    "core::slice::sort::stable::",
    "core::slice::sort::unstable::",
];

/// Paths of the page's own functions for what is seen only by whoever asks for it, or is not in the stored run.
const ASKED: [&str; 17] = [
    "interleave_web::app::address::<impl interleave_web::app::App>::share",
    "interleave_web::link::unpack",
    "interleave_web::scene::reader::",
    "interleave_web::state::side::",
    "interleave_web::views::contents::",
    "interleave_web::views::help::",
    "interleave_web::views::inspector::goroutine",
    "interleave_web::views::inspector::object",
    "interleave_web::views::notes::",
    "interleave_web::views::side::",
    "interleave_web::views::special::batch::",
    "interleave_web::views::special::compare::",
    "interleave_web::views::special::load::",
    "interleave_web::views::special::lost::",
    "interleave_web::views::special::profile::",
    "interleave_web::views::special::runs::",
    "interleave_web::views::special::table::",
];

/// Where the rest imports from: the first file.
const FIRST: &str = "first";
/// What the first file calls when it needs the rest, and the global that says whether that is there.
const LOAD: (&str, &str) = ("rest", "load");
const LOADED: &str = "rest_loaded";
/// Has the browser compile the page's script beside its thread while it loads, and not each function there when it is
/// first called: https://v8.dev/blog/explicit-compile-hints.
const HINT: &str = "//# allFunctionsCalledOnLoad\n";
/// What loads the rest, in the page's script.
const SCRIPT: &str = include_str!("rest.js");

/// The rest's name by the first file's.
pub fn beside(wasm: &str) -> String {
    wasm.replace("_bg.wasm", "_rest.wasm")
}

/// A wasm file as two: the first, and the rest.
pub fn split(wasm: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
    let (mut first, mut rest) = (parse(wasm)?, parse(wasm)?);
    ensure!(first.data.iter().all(|d| !d.is_passive()), "there is data without a place of its own");
    let plan = Plan::of(&mut first)?;
    plan.keep_late(&mut rest)?;
    plan.keep_early(&mut first, &rest)?;
    Ok((first.emit_wasm(), rest.emit_wasm()))
}

/// wasm-bindgen's script with what loads the rest from the file `rest` beside it.
pub fn script(js: &str, rest: &str) -> Result<String> {
    let imports = "\"./interleave-web_bg.js\": import0,\n";
    let at = js.find(imports).context("the script does not give its imports as it did")?;
    let (before, after) = js.split_at(at + imports.len());
    let given = format!("        {}: {{ {}: loadRestNow }},\n", LOAD.0, LOAD.1);
    let start = "wasm.__wbindgen_start();";
    ensure!(after.contains(start), "the script does not start the wasm as it did");
    let come = "if (window.wasmRest instanceof WebAssembly.Module) startRest(window.wasmRest);";
    let after = after.replace(start, &format!("{come}\n    {start}"));
    Ok([HINT, before, &given, &after, &SCRIPT.replace("REST", rest)].concat())
}

fn parse(wasm: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config.parse(wasm)
}

/// Functions are named by their place in the file: the two copies of it have identities of their own.
struct Plan {
    /// Functions of the rest that the first file calls, exports or has in its table, and where in the table they are.
    slots: BTreeMap<usize, Vec<u64>>,
    /// How long the table is with them.
    length: u64,
}

impl Plan {
    fn of(m: &mut Module) -> Result<Plan> {
        let ids = ids(m);
        let place: HashMap<FunctionId, usize> =
            ids.iter().enumerate().map(|(n, id)| (*id, n)).collect();
        let calls: Vec<Vec<usize>> = ids.iter().map(|id| calls(m, *id, &place)).collect();
        let table = main_table(m)?;
        let seats = seats(m, table)?;
        let exported = m.exports.iter().filter_map(|e| match e.item {
            ExportItem::Function(f) => Some(place[&f]),
            _ => None,
        });
        let exported: Vec<usize> = exported.chain(m.start.map(|f| place[&f])).collect();
        let engine: BTreeSet<usize> = ids
            .iter()
            .enumerate()
            .filter(|(_, id)| m.funcs.get(**id).name.as_deref().is_some_and(is_late))
            .map(|(n, _)| n)
            .collect();
        ensure!(!engine.is_empty(), "the functions have no names to tell them by");
        let seated = seats.iter().map(|(_, f)| place[f]);
        let mut early = BTreeSet::new();
        let mut open: Vec<usize> = exported.iter().copied().chain(seated).collect();
        while let Some(n) = open.pop() {
            if !engine.contains(&n) && early.insert(n) {
                open.extend(&calls[n]);
            }
        }
        let is_local = |n: usize| matches!(m.funcs.get(ids[n]).kind, FunctionKind::Local(_));
        let late = |n: &usize| !early.contains(n) && is_local(*n);
        let late: BTreeSet<usize> = (0..ids.len()).filter(late).collect();
        let mut slots: BTreeMap<usize, Vec<u64>> = BTreeMap::new();
        for (slot, f) in &seats {
            if late.contains(&place[f]) {
                slots.entry(place[f]).or_default().push(*slot);
            }
        }
        let mut length = m.tables.get(table).initial;
        let called = early.iter().flat_map(|n| &calls[*n]).chain(&exported);
        for n in called.filter(|n| late.contains(n)) {
            slots.entry(*n).or_insert_with(|| {
                length += 1;
                vec![length - 1]
            });
        }
        Ok(Plan { slots, length })
    }

    /// Makes the module the rest.
    fn keep_late(&self, m: &mut Module) -> Result<()> {
        let ids = ids(m);
        let table = main_table(m)?;
        m.exports = ModuleExports::default();
        m.elements = ModuleElements::default();
        m.data = ModuleData::default();
        m.start = None;
        for t in m.tables.iter_mut() {
            t.elem_segments.clear();
        }
        for x in m.memories.iter_mut() {
            x.data_segments.clear();
        }
        for (n, id) in m.globals.iter().map(|g| g.id()).enumerate().collect::<Vec<_>>() {
            let import = import(m, &format!("g{n}"), ImportKind::Global(id));
            m.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        for (n, id) in m.tables.iter().map(|t| t.id()).enumerate().collect::<Vec<_>>() {
            let import = import(m, &format!("t{n}"), ImportKind::Table(id));
            m.tables.get_mut(id).import = Some(import);
        }
        for (n, id) in m.memories.iter().map(|x| x.id()).enumerate().collect::<Vec<_>>() {
            let import = import(m, &format!("m{n}"), ImportKind::Memory(id));
            m.memories.get_mut(id).import = Some(import);
        }
        self.make_room(m, table);
        let seats: BTreeMap<u64, FunctionId> =
            self.slots.iter().flat_map(|(n, at)| at.iter().map(|s| (*s, ids[*n]))).collect();
        let mut seats = seats.into_iter().peekable();
        while let Some((slot, f)) = seats.next() {
            let mut row = vec![f];
            while let Some((_, f)) = seats.next_if(|(s, _)| *s == slot + row.len() as u64) {
                row.push(f);
            }
            let offset = ConstExpr::Value(Value::I32(i32::try_from(slot)?));
            let kind = ElementKind::Active { table, offset };
            let id = m.elements.add(kind, ElementItems::Functions(row));
            m.tables.get_mut(table).elem_segments.insert(id);
        }
        walrus::passes::gc::run(m);
        Ok(())
    }

    /// Makes the table long enough.
    fn make_room(&self, m: &mut Module, table: TableId) {
        let table = m.tables.get_mut(table);
        table.initial = self.length;
        table.maximum = table.maximum.map(|max| max.max(self.length));
    }

    /// Makes the module the first file, with all that `rest` imports from it.
    fn keep_early(&self, m: &mut Module, rest: &Module) -> Result<()> {
        let ids = ids(m);
        let table = main_table(m)?;
        let globals: Vec<_> = m.globals.iter().map(|g| g.id()).collect();
        let tables: Vec<_> = m.tables.iter().map(|t| t.id()).collect();
        let memories: Vec<_> = m.memories.iter().map(|x| x.id()).collect();
        for name in rest.imports.iter().filter(|i| i.module == FIRST).map(|i| i.name.as_str()) {
            let n: usize = name[1..].parse().with_context(|| name.to_string())?;
            match &name[..1] {
                "g" => m.exports.add(name, globals[n]),
                "t" => m.exports.add(name, tables[n]),
                _ => m.exports.add(name, memories[n]),
            };
        }
        let zero = ConstExpr::Value(Value::I32(0));
        let loaded = m.globals.add_local(ValType::I32, true, false, zero);
        m.exports.add(LOADED, loaded);
        let ty = m.types.add(&[], &[]);
        let (load, _) = m.add_import_func(LOAD.0, LOAD.1, ty);
        self.make_room(m, table);
        for (n, slots) in &self.slots {
            let ty = m.funcs.get(ids[*n]).ty();
            let (params, results) = m.types.params_results(ty);
            let (params, results) = (params.to_vec(), results.to_vec());
            let mut stub = FunctionBuilder::new(&mut m.types, &params, &results);
            let args: Vec<_> = params.iter().map(|p| m.locals.add(*p)).collect();
            let mut body = stub.func_body();
            body.global_get(loaded).unop(UnaryOp::I32Eqz);
            body.if_else(
                None,
                |then| {
                    then.call(load);
                },
                |_| {},
            );
            for arg in &args {
                body.local_get(*arg);
            }
            body.i32_const(i32::try_from(slots[0])?).call_indirect(ty, table);
            m.funcs.get_mut(ids[*n]).kind = FunctionKind::Local(stub.local_func(args));
        }
        walrus::passes::gc::run(m);
        Ok(())
    }
}

/// Paths in the lists that no function has: it was renamed, or is part of another now.
pub fn stale(wasm: &[u8]) -> Result<Vec<&'static str>> {
    let m = parse(wasm)?;
    let names: Vec<&str> = m.funcs.iter().filter_map(|f| f.name.as_deref()).collect();
    let lists = LATE.iter().chain(&ASKED).copied();
    Ok(lists.filter(|path| !names.iter().any(|n| n.contains(path))).collect())
}

/// Whether a function is one of the rest by its name: a path in it begins with one of [`LATE`], or its own with one of
/// [`ASKED`].
fn is_late(name: &str) -> bool {
    let own = name.trim_start_matches('<');
    ASKED.iter().any(|path| own.starts_with(path))
        || LATE.iter().any(|path| {
            name.match_indices(path).any(|(at, _)| {
                let before = &name[..at];
                // What holds any value of a trait is not the engine's: `dyn vm::Clock`.
                !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                    && !before.ends_with("dyn ")
            })
        })
}

fn ids(m: &Module) -> Vec<FunctionId> {
    m.funcs.iter().map(|f| f.id()).collect()
}

fn import(m: &mut Module, name: &str, kind: ImportKind) -> ImportId {
    m.imports.add(FIRST, name, kind)
}

/// The table by which functions are called.
fn main_table(m: &Module) -> Result<TableId> {
    m.tables.main_function_table()?.context("there is no table of functions")
}

/// What stands in a table, and where.
fn seats(m: &Module, table: TableId) -> Result<Vec<(u64, FunctionId)>> {
    let mut seats = Vec::new();
    for e in m.elements.iter() {
        let ElementKind::Active { table: of, offset } = &e.kind else { continue };
        let ElementItems::Functions(list) = &e.items else { continue };
        let ConstExpr::Value(Value::I32(from)) = offset else {
            anyhow::bail!("a part of the table has no place of its own")
        };
        if *of == table {
            seats.extend((u64::try_from(*from)?..).zip(list.iter().copied()));
        }
    }
    Ok(seats)
}

/// What a function calls by name.
fn calls(m: &Module, id: FunctionId, place: &HashMap<FunctionId, usize>) -> Vec<usize> {
    struct Calls<'p>(&'p HashMap<FunctionId, usize>, Vec<usize>);
    impl Visitor<'_> for Calls<'_> {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.1.push(self.0[id]);
        }
    }
    let mut found = Calls(place, Vec::new());
    if let FunctionKind::Local(f) = &m.funcs.get(id).kind {
        dfs_in_order(&mut found, f, f.entry_block());
    }
    found.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_by_its_paths() {
        assert!(is_late("vm::machine::run::h12"));
        assert!(is_late("<vm::machine::Goroutine as core::future::Future>::poll::h12"));
        assert!(is_late("core::ptr::drop_in_place<types::check::Checker>::h12"));
        assert!(is_late("interleave_web::views::notes::notes::h12"));
        assert!(is_late("<interleave_web::views::help::Help as yew::X>::run::inner::h12"));
        assert!(!is_late("core::ptr::drop_in_place<interleave_web::state::side::Side>::h12"));
        assert!(!is_late("std::sync::once::Once::call::h12"));
        assert!(!is_late("yew::types::x::h12"));
        assert!(!is_late("core::ptr::drop_in_place<alloc::boxed::Box<dyn vm::Clock>>::h12"));
    }

    /// `early` and `help` are exported; `early` calls `vm::run`, which calls `help`; `vm::only` is in the table.
    fn whole() -> Vec<u8> {
        let mut m = Module::default();
        let memory = m.memories.add_local(false, false, 1, None, None);
        m.exports.add("memory", memory);
        let mut function = |name: &str, calls: Option<FunctionId>| {
            let mut f = FunctionBuilder::new(&mut m.types, &[ValType::I32], &[ValType::I32]);
            let x = m.locals.add(ValType::I32);
            let mut body = f.func_body();
            body.local_get(x);
            if let Some(other) = calls {
                body.call(other);
            }
            let id = f.finish(vec![x], &mut m.funcs);
            m.funcs.get_mut(id).name = Some(name.to_string());
            id
        };
        let help = function("help", None);
        let run = function("vm::run", Some(help));
        let only = function("vm::only", None);
        let early = function("early", Some(run));
        m.exports.add("early", early);
        m.exports.add("help", help);
        let table = m.tables.add_local(false, 2, Some(2), walrus::RefType::FUNCREF);
        let offset = ConstExpr::Value(Value::I32(1));
        let kind = ElementKind::Active { table, offset };
        let id = m.elements.add(kind, ElementItems::Functions(vec![only]));
        m.tables.get_mut(table).elem_segments.insert(id);
        m.emit_wasm()
    }

    #[test]
    fn the_rest_fills_the_table_and_has_the_first_as_its_imports() {
        let (first, rest) = split(&whole()).unwrap();
        let (first, rest) = (parse(&first).unwrap(), parse(&rest).unwrap());
        let imports = |m: &Module| -> BTreeSet<String> {
            m.imports.iter().map(|i| format!("{}.{}", i.module, i.name)).collect()
        };
        assert_eq!(imports(&first), BTreeSet::from(["rest.load".to_string()]));
        let wanted: BTreeSet<String> =
            imports(&rest).iter().map(|i| i.replace("first.", "")).collect();
        let given: BTreeSet<String> = first.exports.iter().map(|e| e.name.clone()).collect();
        assert!(wanted.is_subset(&given), "{wanted:?} of {given:?}");
        assert!(given.contains(LOADED) && given.contains("early"));
        // One seat more than before, for the function that was called by name.
        let table = main_table(&rest).unwrap();
        assert_eq!(rest.tables.get(table).initial, 3);
        let seats: Vec<u64> = seats(&rest, table).unwrap().iter().map(|s| s.0).collect();
        assert_eq!(seats, [1, 2]);
        let local = |m: &Module| m.funcs.iter_local().count();
        // `help`, `early`, and two stubs; `vm::run` and `vm::only` themselves, and `help`.
        assert_eq!((local(&first), local(&rest)), (4, 3));
    }

    #[test]
    fn the_script_gives_the_first_file_its_import() {
        let js = "return {\n        \"./interleave-web_bg.js\": import0,\n    };\n    wasm.__wbindgen_start();";
        let found = script(js, "a_rest.wasm").unwrap();
        assert!(found.starts_with(HINT), "only there the browser looks for it");
        assert!(found.contains("import0,\n        rest: { load: loadRestNow },\n    };"));
        assert!(found.contains("new URL(\"a_rest.wasm\", import.meta.url)"));
        assert!(script("", "a_rest.wasm").is_err());
    }

    #[test]
    fn without_names_nothing_is_split() {
        let whole = parse(&whole()).unwrap().emit_wasm();
        assert!(split(&whole).is_err());
    }
}
