//! A static file server for one folder, on a free port of this machine.

use std::fs::File;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, anyhow, ensure};
use tiny_http::{Header, Request, Response, Server};

/// A folder served over HTTP until the value is dropped.
pub struct Site {
    server: Arc<Server>,
    url: String,
    worker: Option<JoinHandle<()>>,
}

impl Site {
    /// Serves the built page: the folder in `INTERLEAVE_DIST`, else the repository's `dist/`.
    ///
    /// # Errors
    /// When the folder holds no page, or no port is free.
    pub fn dist() -> Result<Site> {
        let folder = std::env::var_os("INTERLEAVE_DIST").map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"),
            PathBuf::from,
        );
        ensure!(
            folder.join("index.html").is_file(),
            "no page in {}: run `cargo xtask build` first",
            folder.display()
        );
        Site::serve(&folder)
    }

    /// Serves `folder`.
    ///
    /// # Errors
    /// When no port is free.
    pub fn serve(folder: &Path) -> Result<Site> {
        let server = Server::http("127.0.0.1:0").map_err(|e| anyhow!("{e}"))?;
        let address = server.server_addr().to_ip().context("the server has no IP address")?;
        let server = Arc::new(server);
        let worker = thread::spawn({
            let (server, folder) = (Arc::clone(&server), folder.to_owned());
            move || {
                for request in server.incoming_requests() {
                    // A browser that closed the connection early is no concern of ours.
                    let _ = answer(&folder, request);
                }
            }
        });
        Ok(Site { server, url: format!("http://{address}/"), worker: Some(worker) })
    }

    /// The address of the page, with a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(worker) = self.worker.take() {
            let _ = worker.join();
        }
    }
}

fn answer(folder: &Path, request: Request) -> std::io::Result<()> {
    let path = request.url().split(['?', '#']).next().unwrap_or("/").trim_start_matches('/');
    let relative = Path::new(if path.is_empty() { "index.html" } else { path });
    let inside = relative.components().all(|c| matches!(c, Component::Normal(_)));
    match File::open(folder.join(relative)) {
        Ok(file) if inside => {
            let response = Response::from_file(file).with_header(content_type(relative));
            request.respond(response)
        }
        _ => request.respond(Response::from_string("not found").with_status_code(404)),
    }
}

fn content_type(path: &Path) -> Header {
    let value: &[u8] = match path.extension().and_then(|e| e.to_str()) {
        Some("html") => b"text/html; charset=utf-8",
        Some("js") => b"text/javascript",
        Some("css") => b"text/css",
        Some("wasm") => b"application/wasm",
        Some("json") => b"application/json",
        Some("svg") => b"image/svg+xml",
        Some("png") => b"image/png",
        Some("woff2") => b"font/woff2",
        _ => b"application/octet-stream",
    };
    Header::from_bytes(&b"Content-Type"[..], value).expect("both are plain ASCII")
}
