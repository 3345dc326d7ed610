//! Package `fmt`: formatting to text. Methods that values print themselves with are run one after
//! the other; after each the text is formatted anew with what is known.

use crate::equal::unboxed;
use crate::fmt::{Called, Need, Printer};
use crate::natives::{Cx, Job, NativeFn, Next};
use crate::slices;
use ::program::layout::slice_len;

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("fmt.errorf", errorf),
    ("fmt.sprint", sprint),
    ("fmt.sprintf", sprintf),
    ("fmt.sprintln", sprintln),
];

/// Which of the package's functions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Print,
    Println,
    Printf,
    Errorf,
}

/// A formatting that waits for a method.
struct Formatting {
    form: Form,
    format: u64,
    args: Vec<[u64; 2]>,
    called: Vec<Called>,
    /// Panic values, kept alive.
    panics: Vec<u64>,
}

fn sprint(cx: &mut Cx<'_>) -> Next {
    start(cx, Form::Print, 0, 0)
}

fn sprintln(cx: &mut Cx<'_>) -> Next {
    start(cx, Form::Println, 0, 0)
}

fn sprintf(cx: &mut Cx<'_>) -> Next {
    let format = cx.arg(0);
    start(cx, Form::Printf, format, 1)
}

fn errorf(cx: &mut Cx<'_>) -> Next {
    let format = cx.arg(0);
    start(cx, Form::Errorf, format, 1)
}

/// The operands in a `[]any`.
pub(crate) fn operands(cx: &Cx<'_>, at: usize) -> Vec<[u64; 2]> {
    let (ptr, meta) = cx.slice(at);
    let words = cx.st.heap.range(ptr, 2 * slice_len(meta) as usize).unwrap_or(&[]);
    words.chunks_exact(2).map(|w| [w[0], w[1]]).collect()
}

fn start(cx: &mut Cx<'_>, form: Form, format: u64, at: usize) -> Next {
    let args = operands(cx, at);
    let job = Formatting { form, format, args, called: Vec::new(), panics: Vec::new() };
    Box::new(job).go_on(cx)
}

impl Formatting {
    fn go_on(self: Box<Self>, cx: &mut Cx<'_>) -> Next {
        let (need, text, wrapped) = {
            let h = &cx.st.heap;
            let mut p = Printer::new(&cx.m.program, h, &self.called);
            match self.form {
                Form::Print => p.print(&self.args),
                Form::Println => p.println(&self.args),
                Form::Printf => p.printf(h.str(self.format), &self.args),
                Form::Errorf => {
                    p.wrap_errors = true;
                    p.printf(h.str(self.format), &self.args);
                }
            }
            let mut wrapped: Vec<u64> = p.wrapped.iter().map(|i| *i as u64).collect();
            wrapped.sort_unstable();
            wrapped.dedup();
            (p.need.take(), p.finish(), wrapped)
        };
        if let Some(Need { func, words }) = need {
            let word = match words.len() {
                0 => 0,
                1 => words[0],
                _ => cx.st.heap.boxed(&words),
            };
            return Next::Call { func, closure: 0, args: vec![word], job: self };
        }
        cx.set_str(0, &text);
        if self.form == Form::Errorf {
            let s = slices::from_words(&mut cx.st.heap, &wrapped);
            cx.set_slice(1, s);
        }
        Next::Done
    }
}

impl Job for Formatting {
    fn resume(mut self: Box<Self>, cx: &mut Cx<'_>, results: Result<&[u64], [u64; 2]>) -> Next {
        self.called.push(match results {
            Ok(r) => Ok(cx.st.heap.str(r.first().copied().unwrap_or(0)).to_vec()),
            Err(v) => {
                self.panics.extend(v);
                Err(v)
            }
        });
        self.go_on(cx)
    }

    fn catches(&self) -> bool {
        true
    }

    fn visit(&self, f: &mut dyn FnMut(u64)) {
        f(self.format);
        self.args.iter().flatten().chain(&self.panics).for_each(|w| f(*w));
    }
}

/// The text of an interface's value as the builtin `print` writes it.
pub(crate) fn print_text(cx: &Cx<'_>, v: [u64; 2]) -> Vec<u8> {
    let words = unboxed(&cx.m.program, &cx.st.heap, &v).to_vec();
    crate::report::print_value(cx.m, &cx.st.heap, v, &words)
}
