// snapshot.mjs PAGE.wasm: calls the page's `prepare`, and stores the memory that it leaves as the memory with which the
// page begins. Nothing but memory may change in `prepare`: there is no browser here, and to call one is an error.
import fs from "node:fs";
import process from "node:process";

const PAGE = 65536;
const MEMORY = 5, GLOBAL = 6, DATA = 11, DATA_COUNT = 12;
const I32 = 0x7f, I32_CONST = 0x41, REF_NULL = 0xd0, END = 0x0b;
/** So many zeros cost less within a stretch of data than a new stretch does. */
const GAP = 12;
/** Free memory is looked for in blocks of these sizes, largest first. */
const LARGEST = 1 << 22, SMALLEST = 8;

function fail(why) {
  console.error(`snapshot: ${why}`);
  process.exit(1);
}

/** Reads the binary format: https://webassembly.github.io/spec/core/binary/ */
class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() {
    return this.bytes[this.at++];
  }
  number(isSigned) {
    let value = 0, bits = 0, byte;
    do {
      byte = this.byte();
      value += (byte & 127) * 2 ** bits;
      bits += 7;
    } while (byte & 128);
    return isSigned && byte & 64 ? value - 2 ** bits : value;
  }
}

function unsigned(value) {
  const low = value & 127, rest = value >>> 7;
  return rest ? [low | 128, ...unsigned(rest)] : [low];
}

function signed(value) {
  const low = value & 127, rest = value >> 7;
  return rest === (low & 64 ? -1 : 0) ? [low] : [low | 128, ...signed(rest)];
}

function sectionsOf(bytes) {
  const sections = [];
  for (let at = 8; at < bytes.length;) {
    const r = new Reader(bytes, at);
    const id = r.byte(), size = r.number();
    sections.push({ id, body: bytes.subarray(r.at, r.at + size) });
    at = r.at + size;
  }
  return sections;
}

/** The constant that an initial value or a place is. */
function constant(r) {
  const op = r.byte();
  if (op !== I32_CONST && op !== REF_NULL) fail(`a constant begins with ${op}`);
  const value = r.number(op === I32_CONST);
  if (r.byte() !== END) fail("more than a constant");
  return value;
}

/** Where the stack begins, to grow downwards: the linker puts it into the first global that can change. */
function stackTop(body) {
  const r = new Reader(body, 0);
  for (let n = r.number(); n > 0; n--) {
    const type = r.byte(), mutable = r.byte(), value = constant(r);
    if (mutable && type === I32) return value;
  }
  return fail("there is no stack");
}

/** The lowest address with data. */
function lowest(body) {
  const r = new Reader(body, 0);
  let least = Infinity;
  for (let n = r.number(); n > 0; n--) {
    if (r.number() !== 0) fail("there is data without a place of its own");
    least = Math.min(least, constant(r));
    const size = r.number();
    r.at += size;
  }
  return least;
}

/** The file with another memory: its pages, at most `most` of them if that is given, and what is in it, if given. */
function withMemory(bytes, pages, most, content) {
  const stretches = content && stretchesOf(content);
  const bodies = {
    [MEMORY]: () => Buffer.from([1, ...(most ? [1, ...unsigned(pages), ...unsigned(most)] : [0, ...unsigned(pages)])]),
  };
  if (content) {
    bodies[DATA_COUNT] = () => Buffer.from(unsigned(stretches.length));
    bodies[DATA] = () => Buffer.concat([
      Buffer.from(unsigned(stretches.length)),
      ...stretches.flatMap(([from, to]) => [
        Buffer.from([0, I32_CONST, ...signed(from), END, ...unsigned(to - from)]),
        Buffer.from(content.subarray(from, to)),
      ]),
    ]);
  }
  const out = [bytes.subarray(0, 8)];
  for (const { id, body } of sectionsOf(bytes)) {
    const now = bodies[id]?.() ?? body;
    out.push(Buffer.from([id, ...unsigned(now.length)]), now);
  }
  return Buffer.concat(out);
}

/** Where a memory is not zero. */
function stretchesOf(memory) {
  const stretches = [];
  for (let at = 0; at < memory.length; at++) {
    if (memory[at] === 0) continue;
    const last = stretches.at(-1);
    if (last && at - last[1] < GAP) last[1] = at + 1;
    else stretches.push([at, at + 1]);
  }
  return stretches;
}

async function start(bytes) {
  const module = await WebAssembly.compile(bytes);
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => {
      throw new Error(`${name} was called`);
    };
  }
  return (await WebAssembly.instantiate(module, imports)).exports;
}

/** Makes all free memory zero: what was in it is of no use, and would be loaded with the page. */
function clear(page) {
  const held = [];
  for (let size = LARGEST; size >= SMALLEST; size >>= 1) {
    for (;;) {
      let at;
      try {
        at = page.__wbindgen_malloc(size, 1) >>> 0;
      } catch {
        break; // there is no block so large any more, and the memory may not grow
      }
      new Uint8Array(page.memory.buffer, at, size).fill(0);
      held.push([at, size]);
    }
  }
  for (const [at, size] of held) page.__wbindgen_free(at, size, 1);
}

const file = process.argv[2];
const bytes = fs.readFileSync(file);
const body = (id) => sectionsOf(bytes).find((s) => s.id === id)?.body ?? fail(`there is no section ${id}`);
const stack = stackTop(body(GLOBAL));
if (lowest(body(DATA)) < stack) fail("the stack is not below all data");

// Once to see how much memory it takes, once with no more than that.
const pages = (page) => page.memory.buffer.byteLength / PAGE;
const trial = await start(bytes);
const before = pages(trial);
trial.prepare();
const page = await start(withMemory(bytes, before, pages(trial)));
const events = page.prepare();
if (!events) fail("nothing was prepared");
clear(page);
const memory = new Uint8Array(page.memory.buffer).slice().fill(0, 0, stack);
const stored = withMemory(bytes, pages(page), 0, memory);

const opened = await start(stored);
if (opened.prepared() !== events) fail("what was prepared is not in the file");
fs.writeFileSync(file, stored);
