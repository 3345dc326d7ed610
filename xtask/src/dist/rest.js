
// The wasm's second file: xtask/src/dist/split.rs has put there what the first picture does without.
const restUrl = new URL("REST", import.meta.url);
let restComes;

function startRest(module) {
    if (wasm.rest_loaded.value) return;
    new WebAssembly.Instance(module, { ...__wbg_get_imports(), first: wasm });
    wasm.rest_loaded.value = 1;
}

async function fetchRest() {
    // As the page's first line asks for the first file: compiled, or as it came.
    let rest = await window.getWasm(restUrl);
    if (rest instanceof Response) {
        if (!rest.ok) throw new Error(`${rest.status} for ${restUrl}`);
        rest = await WebAssembly.compile(await rest.arrayBuffer());
    }
    startRest(rest);
}

// The page asks for it when its first picture is out; after a failure it may ask again.
window.loadRest = async () => {
    if (wasm.rest_loaded.value) return;
    restComes ??= fetchRest();
    await restComes.catch((e) => {
        restComes = undefined;
        throw e;
    });
};

// Something of it is needed before it has come: the page waits, for wasm cannot.
function loadRestNow() {
    performance.mark("rest-waited-for");
    const request = new XMLHttpRequest();
    request.open("GET", restUrl, false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new Error(`${request.status} for ${restUrl}`);
    startRest(new WebAssembly.Module(Uint8Array.from(request.responseText, (c) => c.charCodeAt(0))));
}
