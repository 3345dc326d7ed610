//! Package `fmt`: formatting to text. Methods that values print themselves with are run one after
//! the other; after each the text is formatted anew with what is known.

use crate::access::How;
use crate::equal::unboxed;
use crate::fmt::{Called, Need, Printer};
use crate::natives::{Cx, Job, NativeFn, Next};
use crate::slices;
use crate::trap::Trap;
use ::program::layout::slice_len;

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("fmt.errorf", |cx| start(cx, Form::Errorf)),
    ("fmt.sprint", |cx| start(cx, Form::Print)),
    ("fmt.sprintf", |cx| start(cx, Form::Printf)),
    ("fmt.sprintln", |cx| start(cx, Form::Println)),
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

/// The operands in a `[]any`.
pub(crate) fn operands(cx: &Cx<'_>, at: usize) -> Vec<[u64; 2]> {
    let (ptr, meta) = cx.slice(at);
    let words = cx.st.heap.range(ptr, 2 * slice_len(meta) as usize).unwrap_or(&[]);
    words.chunks_exact(2).map(|w| [w[0], w[1]]).collect()
}

fn start(cx: &mut Cx<'_>, form: Form) -> Next {
    let formats = matches!(form, Form::Printf | Form::Errorf);
    let format = if formats { cx.arg(0) } else { 0 };
    let args = operands(cx, usize::from(formats));
    let (called, panics) = (Vec::new(), Vec::new());
    Box::new(Formatting { form, format, args, called, panics }).go_on(cx)
}

impl Formatting {
    fn go_on(self: Box<Self>, cx: &mut Cx<'_>) -> Next {
        let (need, text, wrapped, reads) = {
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
            let reads = ::std::mem::take(&mut p.reads);
            (p.need.take(), p.finish(), wrapped, reads)
        };
        if let Some(need) = need {
            return self.call(cx, need);
        }
        if cx.m.spying {
            for (addr, n) in reads {
                let how = How { write: false, atomic: false, map: n.is_none(), line: 0 };
                let n = n.unwrap_or(1);
                cx.st.accesses.tell(cx.m, &cx.st.heap, cx.go.id, addr, n, how);
            }
        }
        if let Err(e) = cx.st.heap.fits(text.len() as u64 / 8) {
            return Trap::from(e).into();
        }
        cx.set_str(0, &text);
        if self.form == Form::Errorf {
            let s = slices::from_words(&mut cx.st.heap, &wrapped);
            cx.set_slice(1, s);
        }
        Next::Done
    }
}

impl Formatting {
    /// Runs a method, then goes on.
    fn call(self: Box<Self>, cx: &mut Cx<'_>, need: Need) -> Next {
        let Need { mut func, ty, words, format } = need;
        let word = match words.len() {
            0 => 0,
            1 => words[0],
            _ => cx.st.heap.boxed(&words),
        };
        let mut args = vec![word];
        if let Some((verb, f)) = format {
            // `fmt.format` makes a State, calls the method and returns what it wrote.
            let set =
                [(f.space, ' '), (f.plus, '+'), (f.minus, '-'), (f.sharp, '#'), (f.zero, '0')];
            let flags: String = set.iter().filter(|(on, _)| *on).map(|(_, c)| *c).collect();
            let flags = cx.st.heap.text(&flags);
            let number = |n: Option<i64>| n.unwrap_or(-1) as u64;
            let Some(format) = cx.m.program.find_func("fmt.format") else {
                return Trap::Fatal("fmt.format is not linked".into()).into();
            };
            func = format;
            let (wid, prec) = (number(f.wid), number(f.prec));
            args = vec![u64::from(ty) + 1, word, u64::from(verb), wid, prec, flags];
        }
        Next::Call { func, closure: 0, args, job: self }
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
