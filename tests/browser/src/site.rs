//! A static file server for one folder, on a free port of this machine.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use anyhow::{Result, ensure};

/// A folder served over HTTP until the value is dropped.
///
/// Each connection has a thread and one answer, and is closed: a browser opens several at once and lets the large
/// file wait until it has had the small ones, so no request may stand in line behind another.
pub struct Site {
    address: SocketAddr,
    url: String,
    closed: Arc<AtomicBool>,
    worker: Option<JoinHandle<()>>,
}

impl Site {
    /// Serves the built page, see [`folder`](Self::folder).
    ///
    /// # Errors
    /// When the folder holds no page, or no port is free.
    pub fn dist() -> Result<Site> {
        let folder = Site::folder();
        ensure!(
            folder.join("index.html").is_file(),
            "no page in {}: run `cargo xtask build` first",
            folder.display()
        );
        Site::serve(&folder)
    }

    /// Where the built page is: the folder in `INTERLEAVE_DIST`, else the repository's `dist/`.
    pub fn folder() -> PathBuf {
        std::env::var_os("INTERLEAVE_DIST")
            .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"), PathBuf::from)
    }

    /// Serves `folder`.
    ///
    /// # Errors
    /// When no port is free.
    pub fn serve(folder: &Path) -> Result<Site> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let closed = Arc::new(AtomicBool::new(false));
        let worker = thread::spawn({
            let (folder, closed) = (folder.to_owned(), Arc::clone(&closed));
            move || {
                for stream in listener.incoming().flatten() {
                    if closed.load(Ordering::SeqCst) {
                        return;
                    }
                    let folder = folder.clone();
                    // A browser that goes away early is no concern of ours.
                    thread::spawn(move || drop(answer(&folder, stream)));
                }
            }
        });
        Ok(Site { address, url: format!("http://{address}/"), closed, worker: Some(worker) })
    }

    /// The address of the page, with a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.closed.store(true, Ordering::SeqCst);
        // Wakes the worker, which waits for a connection.
        let _ = TcpStream::connect(self.address);
        if let Some(worker) = self.worker.take() {
            let _ = worker.join();
        }
    }
}

fn answer(folder: &Path, mut stream: TcpStream) -> io::Result<()> {
    let mut lines = BufReader::new(&stream).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while !lines.next().transpose()?.unwrap_or_default().is_empty() {}
    drop(lines);
    let target = first.split_whitespace().nth(1).unwrap_or("/");
    let path = target.split(['?', '#']).next().unwrap_or("/").trim_start_matches('/');
    let relative = Path::new(if path.is_empty() { "index.html" } else { path });
    let inside = relative.components().all(|c| matches!(c, Component::Normal(_)));
    let file = fs::read(folder.join(relative)).ok().filter(|_| inside);
    let status = if file.is_some() { "200 OK" } else { "404 Not Found" };
    let body = file.unwrap_or_default();
    let (kind, length) = (content_type(relative), body.len());
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
