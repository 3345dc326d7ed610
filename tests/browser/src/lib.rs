//! A small WebDriver harness: a static server for `dist/`, a ChromeDriver of its own per [`Browser`], and the helpers
//! that the page's tests need. Blocking throughout, one browser per test.
//!
//! ```no_run
//! let site = browser_tests::Site::dist().unwrap();
//! let browser = browser_tests::Browser::start().unwrap();
//! browser.open(site.url()).unwrap();
//! assert_eq!(browser.eval("1 + 1").unwrap(), 2);
//! ```
#![deny(missing_docs)]

mod browser;
mod driver;
mod emulate;
pub mod gallery;
mod page;
mod site;

pub use browser::Browser;
pub use emulate::{Look, Theme};
pub use page::Page;
pub use site::Site;
