//! Types as text.

use super::*;
use std::fmt::Write;

/// Types are cut off after so many bytes.
const MAX_LENGTH: usize = 10_000;

/// Whose spelling.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    /// gc's, in error messages: `struct{X int}`, `interface{}`, parameter names.
    Message,
    /// Package reflect's, for `%T` and panics: `struct { X int }`, `interface {}`.
    Runtime,
}

/// Gives the prefix for a package's names; empty for none.
pub(crate) type Qualifier<'a> = &'a dyn Fn(PkgId) -> String;

impl Types {
    /// The type as `%T` prints it.
    pub fn runtime_string(&self, t: TypeId) -> String {
        self.type_string(t, Style::Runtime, &|p| self.package(p).1.to_string())
    }

    /// The type in the given spelling; `qualifier` gives the name to print for a package.
    pub fn type_string(
        &self,
        t: TypeId,
        style: Style,
        qualifier: &dyn Fn(PkgId) -> String,
    ) -> String {
        let mut w = Writer::new(self, style, qualifier);
        w.ty(t);
        w.out
    }
}

/// Gives a remark on a type parameter.
pub(crate) type Note<'a> = &'a dyn Fn(&TypeParamInfo) -> Option<String>;

pub(crate) struct Writer<'a> {
    pub types: &'a Types,
    pub style: Style,
    pub qualifier: Qualifier<'a>,
    pub out: String,
    /// Whether to write names of parameters.
    pub param_names: bool,
    /// For a type parameter named like a predeclared object: where it is declared.
    pub tparam_note: Option<Note<'a>>,
    seen: Vec<TypeId>,
}

impl<'a> Writer<'a> {
    pub fn new(types: &'a Types, style: Style, qualifier: Qualifier<'a>) -> Self {
        Writer {
            types,
            style,
            qualifier,
            out: String::new(),
            param_names: true,
            tparam_note: None,
            seen: Vec::new(),
        }
    }

    fn runtime(&self) -> bool {
        self.style == Style::Runtime
    }

    fn name(&mut self, pkg: Option<PkgId>, name: &str) {
        if let Some(p) = pkg {
            let q = (self.qualifier)(p);
            if !q.is_empty() {
                self.out.push_str(&q);
                self.out.push('.');
            }
        }
        self.out.push_str(name);
    }

    fn list(&mut self, list: &[TypeId]) {
        self.out.push('[');
        for (i, &t) in list.iter().enumerate() {
            if i > 0 {
                self.out.push(',');
                if !self.runtime() {
                    self.out.push(' ');
                }
            }
            self.ty(t);
        }
        self.out.push(']');
    }

    pub fn tparam_list(&mut self, list: &[TypeId]) {
        self.out.push('[');
        let mut prev = None;
        for (i, &t) in list.iter().enumerate() {
            let Type::TypeParam(p) = self.types.get(t) else { continue };
            let bound = self.types.tparam(p).bound;
            if i > 0 {
                if let Some(prev) = prev.filter(|&b| b != bound) {
                    self.out.push(' ');
                    self.ty(prev);
                }
                self.out.push_str(", ");
            }
            prev = Some(bound);
            self.ty(t);
        }
        if let Some(prev) = prev {
            self.out.push(' ');
            self.ty(prev);
        }
        self.out.push(']');
    }

    /// Writes a type.
    pub fn ty(&mut self, t: TypeId) {
        // No message needs more, and types may be large beyond measure.
        if self.out.len() > MAX_LENGTH {
            if !self.out.ends_with('…') {
                self.out.push('…');
            }
            return;
        }
        let deep = self.seen.len() > 200;
        if deep
            || self.seen.contains(&t)
                && matches!(self.types.get(t), Type::Struct(_) | Type::Interface(_))
        {
            self.out.push_str("<cycle>");
            return;
        }
        self.seen.push(t);
        self.ty_unguarded(t);
        self.seen.pop();
    }

    fn ty_unguarded(&mut self, t: TypeId) {
        match self.types.get(t) {
            Type::Basic(b) => {
                let b = if self.runtime() { b.canon() } else { b };
                self.out.push_str(b.name());
            }
            Type::Array(e, n) => {
                let _ = write!(self.out, "[{n}]");
                self.ty(e);
            }
            Type::Slice(e) => {
                self.out.push_str("[]");
                self.ty(e);
            }
            Type::Pointer(e) => {
                self.out.push('*');
                self.ty(e);
            }
            Type::Struct(s) => self.struct_type(&s),
            Type::Tuple(list) => {
                self.out.push('(');
                for (i, &t) in list.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str(", ");
                    }
                    self.ty(t);
                }
                self.out.push(')');
            }
            Type::Func(s) => {
                self.out.push_str("func");
                self.signature(&s);
            }
            Type::Union(terms) => {
                for (i, m) in terms.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str(" | ");
                    }
                    if m.tilde {
                        self.out.push('~');
                    }
                    self.ty(m.ty);
                }
            }
            Type::Interface(i) => self.interface(&i),
            Type::Map(k, v) => {
                self.out.push_str("map[");
                self.ty(k);
                self.out.push(']');
                self.ty(v);
            }
            Type::Chan(dir, e) => {
                let inner = matches!(self.types.get(e), Type::Chan(ChanDir::RecvOnly, _));
                let parens = dir == ChanDir::Both && inner;
                self.out.push_str(match dir {
                    ChanDir::Both => "chan ",
                    ChanDir::SendOnly => "chan<- ",
                    ChanDir::RecvOnly => "<-chan ",
                });
                if parens {
                    self.out.push('(');
                }
                self.ty(e);
                if parens {
                    self.out.push(')');
                }
            }
            Type::Named(n) => {
                let info = self.types.named(n);
                self.name(info.pkg, &info.name);
                if info.origin != n {
                    let shown = info.targs.get(info.implicit..).unwrap_or_default();
                    if !shown.is_empty() {
                        self.list(shown);
                    }
                } else if !self.runtime() && info.tparams.len() > info.implicit {
                    self.tparam_list(&info.tparams);
                }
            }
            Type::TypeParam(p) => {
                let info = self.types.tparam(p);
                self.out.push_str(&info.name);
                if let Some(note) = self.tparam_note.and_then(|f| f(&info)) {
                    self.out.push_str(&note);
                }
            }
            Type::Alias(a) => {
                if self.runtime() {
                    return self.ty(self.types.unalias(t));
                }
                let info = self.types.alias(a);
                self.name(info.pkg, &info.name);
                if !info.targs.is_empty() {
                    self.list(&info.targs);
                } else if !info.tparams.is_empty() {
                    self.tparam_list(&info.tparams);
                }
            }
        }
    }

    fn struct_type(&mut self, s: &StructType) {
        if self.runtime() {
            self.out.push_str(if s.fields.is_empty() { "struct {" } else { "struct { " });
        } else {
            self.out.push_str("struct{");
        }
        for (i, f) in s.fields.iter().enumerate() {
            if i > 0 {
                self.out.push_str("; ");
            }
            if !f.embedded {
                self.out.push_str(&f.name);
                self.out.push(' ');
            }
            self.ty(f.ty);
            if let Some(tag) = f.tag.as_ref().filter(|t| !t.is_empty()) {
                let _ = write!(self.out, " {}", crate::constant::quote(tag.as_bytes()));
            }
        }
        self.out.push_str(if self.runtime() && !s.fields.is_empty() { " }" } else { "}" });
    }

    fn interface(&mut self, i: &InterfaceType) {
        if i.comparable && i.methods.is_empty() && i.embeds.is_empty() {
            self.out.push_str("interface{comparable}");
            return;
        }
        if i.implicit {
            if let (true, &[e]) = (i.methods.is_empty(), &i.embeds[..]) {
                return self.ty(e);
            }
            self.out.push_str("/* implicit */ ");
        }
        let empty = i.methods.is_empty() && i.embeds.is_empty();
        self.out.push_str(match (self.runtime(), empty) {
            (false, _) => "interface{",
            (true, true) => "interface {",
            (true, false) => "interface { ",
        });
        let mut first = true;
        let mut separate = |out: &mut String| {
            if !std::mem::take(&mut first) {
                out.push_str("; ");
            }
        };
        for m in &i.methods {
            separate(&mut self.out);
            if self.runtime() && !super::typeset::is_exported(&m.name) {
                self.name(Some(m.pkg), &m.name);
            } else {
                self.out.push_str(&m.name);
            }
            if let Type::Func(s) = self.types.get(m.ty) {
                self.signature(&s);
            }
        }
        for &e in &i.embeds {
            separate(&mut self.out);
            self.ty(e);
        }
        self.out.push_str(if self.runtime() && !empty { " }" } else { "}" });
    }

    fn params(&mut self, list: &[Param], variadic: bool) {
        self.out.push('(');
        for (i, p) in list.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            if let Some(name) = p.name.as_ref().filter(|_| self.param_names && !self.runtime()) {
                self.out.push_str(name);
                self.out.push(' ');
            }
            if variadic && i + 1 == list.len() {
                match self.types.get(p.ty) {
                    Type::Slice(e) => {
                        self.out.push_str("...");
                        self.ty(e);
                    }
                    _ => {
                        self.ty(p.ty);
                        self.out.push_str("...");
                    }
                }
            } else {
                self.ty(p.ty);
            }
        }
        self.out.push(')');
    }

    /// Writes a signature without `func`.
    pub fn signature(&mut self, s: &Signature) {
        if !s.tparams.is_empty() {
            self.tparam_list(&s.tparams);
        }
        self.params(&s.params, s.variadic);
        match &s.results[..] {
            [] => {}
            [r] if r.name.is_none() || self.runtime() => {
                self.out.push(' ');
                self.ty(r.ty);
            }
            list => {
                self.out.push(' ');
                self.params(list, false);
            }
        }
    }
}
