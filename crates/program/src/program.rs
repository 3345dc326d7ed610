//! What lowering produces.

use crate::op::Op;
use std::rc::Rc;
use syntax::Pos;

/// Index of a function in [`Program::funcs`].
pub type FuncId = u32;
/// Index of a runtime type in [`Program::types`].
pub type RTypeId = u32;
/// Index of a method's identity in [`Program::methods`].
pub type MethodId = u16;

/// A lowered program.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// Functions.
    pub funcs: Vec<Func>,
    /// Where to start: initialises all packages in order, then calls `main.main`.
    pub entry: FuncId,
    /// Runtime types. Distinct entries are distinct types.
    pub types: Vec<RType>,
    /// Identities of methods: equal name, package (if unexported) and signature, equal id.
    pub methods: Vec<MethodName>,
    /// String constants, by [`crate::op::Text`]; none is empty. Not always valid UTF-8.
    pub strings: Vec<Rc<[u8]>>,
    /// Word constants.
    pub consts: Vec<u64>,
    /// Keys of natives, as `time.Sleep`, `sync.(*Mutex).Lock`, `strings.Builder.Len` for a value receiver;
    /// with the import path: `sync/atomic.AddInt64`.
    pub natives: Vec<Rc<str>>,
    /// How many slots the package-level variables take.
    pub global_slots: u32,
    /// Package-level variables, by slot.
    pub globals: Vec<GlobalVar>,
    /// Files by `Pos::file`: the name as it is shown in stack traces (`main.go`, `sync/pool.go`).
    pub files: Vec<Rc<str>>,
    /// Runtime types that the machine itself needs.
    pub known: Known,
}

/// Runtime types and functions that the machine needs for values it makes itself.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// `bool`, `int`, … by their position in [`Kind::BASIC`].
    pub basic: Vec<RTypeId>,
    /// `any`
    pub any: RTypeId,
    /// `error`
    pub error: RTypeId,
    /// `[]byte`
    pub bytes: RTypeId,
    /// The type named by a path like `runtime.boundsError`, for every declared type of the packages
    /// whose values natives create: looked up with [`Program::find_type`].
    pub named: Vec<(Rc<str>, RTypeId)>,
    /// Functions of the standard library that natives call back, by name as `fmt.newError`.
    pub funcs: Vec<(Rc<str>, FuncId)>,
    /// Method id of `Error() string`.
    pub error_method: Option<MethodId>,
    /// Method id of `String() string`.
    pub string_method: Option<MethodId>,
}

/// A function, a method, a function literal, or a wrapper that lowering made.
#[derive(Clone, Debug, Default)]
pub struct Func {
    /// As in Go's traces: `main.worker`, `main.(*T).M`, `main.T.M`, `main.main.func1`, `main.F[...]`.
    pub name: Rc<str>,
    /// Where it is declared.
    pub pos: Pos,
    /// Instructions; the last one never falls through.
    pub ops: Vec<Op>,
    /// Source position per instruction.
    pub lines: Vec<Pos>,
    /// Slots of results, from `R[0]`.
    pub nresults: u16,
    /// Slots of parameters, receiver first, from `R[nresults]`.
    pub nparams: u16,
    /// Registers in all.
    pub nregs: u16,
    /// Slots that a closure of this function captures.
    pub captures: u16,
    /// Where a frame goes on after a deferred call has recovered from its panic: an epilogue that runs the
    /// remaining deferred calls and returns the results as they stand. None in a function without `defer`.
    pub recover_pc: Option<u32>,
    /// Made by lowering (method value, promoted method, body of `go f()` …): not shown in traces, and transparent to `recover`.
    pub wrapper: bool,
    /// The body of a range-over-func loop: shown as Go does (`main.f-range1`); its deferred calls belong to the function around it.
    pub range_body: bool,
    /// Statements, sorted by `pc`. Only in functions of the learner's file.
    pub stmts: Vec<StmtInfo>,
    /// Local variables and parameters with names. Only in functions of the learner's file.
    pub locals: Vec<Local>,
    /// What the objects made or used at an instruction are called, sorted by pc.
    pub labels: Vec<(u32, Label)>,
    /// Tables of [`Op::Select`].
    pub selects: Vec<SelectTable>,
}

/// A statement begins.
#[derive(Clone, Debug)]
pub struct StmtInfo {
    /// First instruction.
    pub pc: u32,
    /// Line.
    pub line: u32,
    /// Column in bytes.
    pub col: u16,
    /// Indices into [`Func::locals`] of what this statement may assign. Their new values are told
    /// when the frame reaches its next statement, calls, parks or returns; how control got there does not matter.
    pub assigns: Vec<u16>,
}

/// A named local variable.
#[derive(Clone, Debug)]
pub struct Local {
    /// Name.
    pub name: Rc<str>,
    /// Its type, for formatting.
    pub ty: RTypeId,
    /// Where it lives.
    pub place: Place,
    /// Whether it is a parameter or receiver: told on entry.
    pub param: bool,
    /// Line of its declaration.
    pub line: u32,
    /// Instructions `scope.0 <= pc < scope.1` see the variable; elsewhere its place may hold anything.
    pub scope: (u32, u32),
}

/// Where a local variable lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In registers from this one.
    Reg(u16),
    /// In a heap object; this register holds the pointer.
    Heap(u16),
}

/// What an object is called in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Variable or field: `jobs`, `c.mu`.
    pub name: Rc<str>,
    /// Its type as in the source: `chan int`.
    pub ty: Rc<str>,
}

/// The cases of a `select`.
#[derive(Clone, Debug)]
pub struct SelectTable {
    /// Communications in source order, without `default`.
    pub cases: Vec<SelectCase>,
    /// Whether there is a `default`.
    pub default: bool,
}

/// A case of a `select`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectCase {
    /// Sends the value at `R[value..]` on `R[ch]`.
    Send {
        /// Channel's register.
        ch: u16,
        /// Value's first register.
        value: u16,
    },
    /// Receives from `R[ch]` into `R[value..]`, with `ok` in the register after the value. Written only if this case is taken.
    Recv {
        /// Channel's register.
        ch: u16,
        /// Destination's first register.
        value: u16,
    },
}

/// A package-level variable.
#[derive(Clone, Debug)]
pub struct GlobalVar {
    /// Name with its package: `main.counter`.
    pub name: Rc<str>,
    /// First slot.
    pub slot: u32,
    /// Type.
    pub ty: RTypeId,
    /// Line if it is declared in the learner's file, else 0.
    pub line: u32,
}

/// Identity of a method.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MethodName {
    /// Name.
    pub name: Rc<str>,
    /// Package if it is not exported.
    pub pkg: Option<Rc<str>>,
    /// Signature, e.g. `func(int) string`, with full package paths.
    pub signature: Rc<str>,
}

/// What sort of type it is, as `reflect.Kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
#[allow(missing_docs)]
pub enum Kind {
    #[default]
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UnsafePointer,
    Array,
    Chan,
    Func,
    Interface,
    Map,
    Pointer,
    Slice,
    Struct,
}

impl Kind {
    /// The kinds of predeclared types, in the order of [`Known::basic`].
    pub const BASIC: [Kind; 18] = [
        Kind::Bool,
        Kind::Int,
        Kind::Int8,
        Kind::Int16,
        Kind::Int32,
        Kind::Int64,
        Kind::Uint,
        Kind::Uint8,
        Kind::Uint16,
        Kind::Uint32,
        Kind::Uint64,
        Kind::Uintptr,
        Kind::Float32,
        Kind::Float64,
        Kind::Complex64,
        Kind::Complex128,
        Kind::String,
        Kind::UnsafePointer,
    ];
}

/// A runtime type.
#[derive(Clone, Debug, Default)]
pub struct RType {
    /// As `%T` prints it: `main.Point`, `[]int`, `map[string]*main.T`.
    pub name: Rc<str>,
    /// Kind.
    pub kind: Kind,
    /// Whether it is a declared (or predeclared) type, so that `name` is its own.
    pub named: bool,
    /// Slots.
    pub size: u32,
    /// Bytes in real Go on a 64-bit machine: decides how `append` grows.
    pub bytes: u64,
    /// Element of arrays, slices, channels, pointers; value of maps.
    pub elem: Option<RTypeId>,
    /// Key of maps.
    pub key: Option<RTypeId>,
    /// Length of arrays.
    pub len: u64,
    /// Direction of channels: 0 both, 1 send only, 2 receive only.
    pub dir: u8,
    /// Fields of structs.
    pub fields: Vec<RField>,
    /// Parameters of functions.
    pub params: Vec<RTypeId>,
    /// Results of functions.
    pub results: Vec<RTypeId>,
    /// Whether the last parameter of a function is variadic.
    pub variadic: bool,
    /// Whether `==` is defined on it (interfaces inside may still panic).
    pub comparable: bool,
    /// Whether equality is equality of all slots as words (no strings, floats, interfaces).
    pub plain: bool,
    /// Method set of a concrete type, sorted by id. Each function takes the data word of an interface as its receiver.
    pub methods: Vec<RMethod>,
    /// Methods of an interface type, sorted.
    pub required: Vec<MethodId>,
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct RField {
    /// Name.
    pub name: Rc<str>,
    /// First slot in the struct.
    pub offset: u32,
    /// Type.
    pub ty: RTypeId,
    /// Embedded.
    pub embedded: bool,
    /// Exported.
    pub exported: bool,
}

/// A method of a concrete type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RMethod {
    /// Identity.
    pub id: MethodId,
    /// Function; its receiver is the data word.
    pub func: FuncId,
}

impl RType {
    /// The function of a method, if this (concrete) type has it.
    pub fn method(&self, id: MethodId) -> Option<FuncId> {
        let i = self.methods.binary_search_by_key(&id, |m| m.id).ok()?;
        self.methods.get(i).map(|m| m.func)
    }
}

impl Program {
    /// Whether concrete type `ty` implements interface type `iface`; otherwise the first missing method.
    pub fn implements(&self, ty: RTypeId, iface: RTypeId) -> Result<(), MethodId> {
        let (Some(t), Some(i)) = (self.types.get(ty as usize), self.types.get(iface as usize))
        else {
            return Ok(());
        };
        match i.required.iter().find(|m| t.method(**m).is_none()) {
            Some(m) => Err(*m),
            None => Ok(()),
        }
    }

    /// A declared type by `path.Name`, if the program uses it or the machine needs it.
    pub fn find_type(&self, name: &str) -> Option<RTypeId> {
        self.known.named.iter().find(|(n, _)| &**n == name).map(|(_, t)| *t)
    }

    /// A function of the standard library that natives call, by `path.name`.
    pub fn find_func(&self, name: &str) -> Option<FuncId> {
        self.known.funcs.iter().find(|(n, _)| &**n == name).map(|(_, f)| *f)
    }
}

impl Func {
    /// The label of the instruction at `pc`.
    pub fn label(&self, pc: u32) -> Option<&Label> {
        let i = self.labels.binary_search_by_key(&pc, |l| l.0).ok()?;
        self.labels.get(i).map(|l| &l.1)
    }

    /// The statement that begins at `pc`.
    pub fn stmt(&self, pc: u32) -> Option<&StmtInfo> {
        let i = self.stmts.binary_search_by_key(&pc, |s| s.pc).ok()?;
        self.stmts.get(i)
    }
}
