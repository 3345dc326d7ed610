//! The instruction set.
//!
//! An instruction is 8 bytes. Registers are 64-bit slots of the goroutine's stack, addressed
//! relative to the base of the running frame: `R[x]` below is `stack[base + x]`. A value of
//! several slots (see [`crate::layout`]) lies in consecutive registers and is named by the first.
//! `M[p + o]` is slot `offset(p) + o` of the heap object `object(p)`, where `p` is a pointer word.
//!
//! Every instruction reads all its operands before it writes its first result, unless it says
//! otherwise, so a destination may overlap the sources.
//!
//! A jump is relative to its own index: `Off` (16 bits) in fused compare-and-jumps, `Jump`
//! (32 bits) elsewhere; the next instruction is `pc + off`.
//!
//! Some instructions are followed by an [`Op::Ext`] that carries further operands; it is never a
//! target of a jump, and whoever executes the first one skips it. `x.u8`, `x.u16`, `x.u32` below are
//! the fields of that `Ext`.
//!
//! # Calls
//!
//! The caller picks a base `b` above its live registers. The callee's frame starts there:
//! its results are `R[0..nresults]`, its parameters (receiver first) `R[nresults..nresults+nparams]`,
//! its own registers follow up to `nregs`. So the caller puts arguments at `b + nresults` and finds
//! results at `b`. Registers of a fresh frame hold arbitrary old words; the code never reads one before
//! it has written it.
//! Natives ([`Op::CallNative`]) differ: arguments start at `b` and results replace them at `b`.

/// A register.
pub type Reg = u16;
/// A signed immediate.
pub type Imm = i16;
/// A slot offset from a pointer.
pub type Slot = u16;
/// A jump's distance from its own index.
pub type Off = i16;
/// A long jump's distance from its own index.
pub type Jump = i32;
/// A count of slots or registers.
pub type Num = u16;
/// A small count of slots.
pub type Small = u8;
/// Flags, see the instruction.
pub type Flags = u8;
/// A 32-bit literal.
pub type Lit = i32;
/// Index into [`crate::Program::consts`].
pub type Konst = u32;
/// Index into [`crate::Program::strings`].
pub type Text = u32;
/// Slot offset in the globals.
pub type Global = u32;
/// Index into [`crate::Program::funcs`].
pub type Fn32 = u32;
/// Index into [`crate::Program::funcs`], in 16 bits.
pub type Fn16 = u16;
/// Index into [`crate::Program::natives`].
pub type Native = u32;
/// Index into [`crate::Program::types`], in 16 bits.
pub type Type16 = u16;
/// Index into [`crate::Program::types`], in 32 bits.
pub type Type32 = u32;
/// Index into [`crate::Program::methods`].
pub type Method = u16;
/// Index into [`crate::Func::selects`].
pub type Table = u32;
/// Further operand of the previous instruction.
pub type More8 = u8;
/// Further operand of the previous instruction.
pub type More16 = u16;
/// Further operand of the previous instruction.
pub type More32 = u32;

/// An operand, for the disassembler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Operand {
    Reg(Reg),
    Imm(Imm),
    Slot(Slot),
    Off(Off),
    Jump(Jump),
    Num(Num),
    Small(Small),
    Flags(Flags),
    Lit(Lit),
    Konst(Konst),
    Text(Text),
    Global(Global),
    Fn32(Fn32),
    Fn16(Fn16),
    Native(Native),
    Type16(Type16),
    Type32(Type32),
    Method(Method),
    Table(Table),
    More8(More8),
    More16(More16),
    More32(More32),
}

macro_rules! ops {
    ($($(#[$doc:meta])* $name:ident $(($($arg:ident: $kind:ident),+))?;)+) => {
        /// An instruction. Operands are named in the order given.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Op {
            $($(#[$doc])* $name $(($($kind),+))?,)+
        }

        impl Op {
            /// The names of all.
            pub const NAMES: &[&str] = &[$(stringify!($name)),+];

            /// Its name.
            pub fn name(self) -> &'static str {
                match self {
                    $(ops!(@pat $name $(($($arg),+))?) => stringify!($name),)+
                }
            }

            /// Its operands in order.
            pub fn operands(self) -> Vec<Operand> {
                match self {
                    $(Op::$name $(($($arg),+))? => vec![$($(Operand::$kind($arg)),+)?],)+
                }
            }

            /// Their names in order; `d` is where a result goes.
            pub fn names(self) -> &'static [&'static str] {
                match self {
                    $(ops!(@pat $name $(($($arg),+))?) => &[$($(stringify!($arg)),+)?],)+
                }
            }
        }
    };
    (@pat $name:ident) => { Op::$name };
    (@pat $name:ident ($($arg:ident),+)) => { Op::$name(..) };
}

ops! {
    /// Does nothing.
    Nop;
    /// Operands of the instruction before it.
    Ext(a: More8, b: More16, c: More32);

    // ---- moves and constants ----
    /// `R[d] = R[s]`
    Mov(d: Reg, s: Reg);
    /// `R[d..d+2] = R[s..s+2]`
    Mov2(d: Reg, s: Reg);
    /// `R[d..d+n] = R[s..s+n]`, as memmove.
    MovN(d: Reg, s: Reg, n: Num);
    /// `R[d..d+n] = 0`
    Zero(d: Reg, n: Num);
    /// `R[d] = k`, sign-extended.
    Int(d: Reg, k: Lit);
    /// `R[d] = consts[k]`
    Const(d: Reg, k: Konst);
    /// `R[d] =` the handle of `strings[k]` (never the empty string; that is `Int(d, 0)`).
    Str(d: Reg, k: Text);
    /// `R[d] =` the handle of a closure of function `f`, which captures nothing. The same word every time.
    Func(d: Reg, f: Fn32);
    /// `R[d] =` a new closure of function `f` with captures `R[a..a + funcs[f].captures]`.
    Closure(d: Reg, a: Reg, f: Fn16);
    /// `R[d..d+n] = ` captures `i..i+n` of the running closure.
    Capture(d: Reg, i: Num, n: Num);

    // ---- integers: 64 bits, wrapping ----
    /// `R[d] = R[a] + R[b]`
    AddI(d: Reg, a: Reg, b: Reg);
    /// `R[d] = R[a] - R[b]`
    SubI(d: Reg, a: Reg, b: Reg);
    /// `R[d] = R[a] * R[b]`
    MulI(d: Reg, a: Reg, b: Reg);
    /// Signed quotient, truncated; `MIN / -1 = MIN`. Panics `integer divide by zero`.
    DivI(d: Reg, a: Reg, b: Reg);
    /// Signed remainder; `MIN % -1 = 0`. Panics `integer divide by zero`.
    RemI(d: Reg, a: Reg, b: Reg);
    /// Unsigned quotient. Panics `integer divide by zero`.
    DivU(d: Reg, a: Reg, b: Reg);
    /// Unsigned remainder. Panics `integer divide by zero`.
    RemU(d: Reg, a: Reg, b: Reg);
    /// `R[d] = R[a] & R[b]`
    And(d: Reg, a: Reg, b: Reg);
    /// `R[d] = R[a] | R[b]`
    Or(d: Reg, a: Reg, b: Reg);
    /// `R[d] = R[a] ^ R[b]`
    Xor(d: Reg, a: Reg, b: Reg);
    /// `R[d] = R[a] &^ R[b]`
    AndNot(d: Reg, a: Reg, b: Reg);
    /// `R[d] = R[a] << R[b]`; the count is unsigned, 64 and more give 0.
    Shl(d: Reg, a: Reg, b: Reg);
    /// Arithmetic `R[a] >> R[b]`; counts of 64 and more act as 63.
    ShrI(d: Reg, a: Reg, b: Reg);
    /// Logical `R[a] >> R[b]`; counts of 64 and more give 0.
    ShrU(d: Reg, a: Reg, b: Reg);
    /// Panics `negative shift amount` if `R[a]`, signed, is below 0.
    ShiftCheck(a: Reg);
    /// `R[d] = -R[s]`
    NegI(d: Reg, s: Reg);
    /// `R[d] = ^R[s]`, all 64 bits.
    NotI(d: Reg, s: Reg);
    /// `R[d] = !R[s]` of a boolean (0 or 1).
    Not(d: Reg, s: Reg);
    /// `R[d] = R[a] + k`
    AddIK(d: Reg, a: Reg, k: Imm);
    /// `R[d] = R[a] * k`
    MulIK(d: Reg, a: Reg, k: Imm);
    /// Signed `R[a] / k`, `k` neither 0 nor -1.
    DivIK(d: Reg, a: Reg, k: Imm);
    /// Signed `R[a] % k`, `k` neither 0 nor -1.
    RemIK(d: Reg, a: Reg, k: Imm);
    /// `R[d] = R[a] & k`, `k` sign-extended.
    AndK(d: Reg, a: Reg, k: Imm);
    /// `R[d] = R[a] << k`, `0 <= k < 64`.
    ShlK(d: Reg, a: Reg, k: Imm);
    /// Arithmetic `R[a] >> k`, `0 <= k < 64`.
    ShrIK(d: Reg, a: Reg, k: Imm);
    /// Logical `R[a] >> k`, `0 <= k < 64`.
    ShrUK(d: Reg, a: Reg, k: Imm);
    /// Sign-extends the low 8 bits.
    SExt8(d: Reg, s: Reg);
    /// Sign-extends the low 16 bits.
    SExt16(d: Reg, s: Reg);
    /// Sign-extends the low 32 bits.
    SExt32(d: Reg, s: Reg);
    /// Zero-extends the low 8 bits.
    ZExt8(d: Reg, s: Reg);
    /// Zero-extends the low 16 bits.
    ZExt16(d: Reg, s: Reg);
    /// Zero-extends the low 32 bits.
    ZExt32(d: Reg, s: Reg);

    // ---- floats: f64 bits ----
    /// `R[d] = R[a] + R[b]`
    AddF(d: Reg, a: Reg, b: Reg);
    /// `R[d] = R[a] - R[b]`
    SubF(d: Reg, a: Reg, b: Reg);
    /// `R[d] = R[a] * R[b]`
    MulF(d: Reg, a: Reg, b: Reg);
    /// `R[d] = R[a] / R[b]`
    DivF(d: Reg, a: Reg, b: Reg);
    /// `R[d] = -R[s]` (flips the sign bit).
    NegF(d: Reg, s: Reg);
    /// Rounds to float32 and back.
    F32(d: Reg, s: Reg);
    /// Go's `min` of floats: NaN if either is, -0 below +0.
    MinF(d: Reg, a: Reg, b: Reg);
    /// Go's `max` of floats.
    MaxF(d: Reg, a: Reg, b: Reg);
    /// Signed integer to float.
    I2F(d: Reg, s: Reg);
    /// Unsigned integer to float.
    U2F(d: Reg, s: Reg);
    /// Float to int64 as amd64 does: truncated; out of range or NaN gives `1 << 63`.
    F2I(d: Reg, s: Reg);
    /// Float to uint64 as gc on amd64: below `1 << 63` as `F2I`, else `F2I(x - 2^63) ^ (1 << 63)`.
    F2U(d: Reg, s: Reg);
    /// Complex product `R[d..d+2] = R[a..a+2] * R[b..b+2]` (real, imaginary).
    MulC(d: Reg, a: Reg, b: Reg);
    /// Complex quotient as Go's `complex128div`.
    DivC(d: Reg, a: Reg, b: Reg);

    // ---- comparisons to a boolean ----
    /// `R[d] = R[a] == R[b]`, as words.
    EqI(d: Reg, a: Reg, b: Reg);
    /// `R[d] = R[a] != R[b]`, as words.
    NeI(d: Reg, a: Reg, b: Reg);
    /// Signed `<`.
    LtI(d: Reg, a: Reg, b: Reg);
    /// Signed `<=`.
    LeI(d: Reg, a: Reg, b: Reg);
    /// Unsigned `<`.
    LtU(d: Reg, a: Reg, b: Reg);
    /// Unsigned `<=`.
    LeU(d: Reg, a: Reg, b: Reg);
    /// `==` of floats.
    EqF(d: Reg, a: Reg, b: Reg);
    /// `!=` of floats.
    NeF(d: Reg, a: Reg, b: Reg);
    /// `<` of floats.
    LtF(d: Reg, a: Reg, b: Reg);
    /// `<=` of floats.
    LeF(d: Reg, a: Reg, b: Reg);
    /// `==` of strings.
    EqS(d: Reg, a: Reg, b: Reg);
    /// `!=` of strings.
    NeS(d: Reg, a: Reg, b: Reg);
    /// `<` of strings, bytewise.
    LtS(d: Reg, a: Reg, b: Reg);
    /// `<=` of strings, bytewise.
    LeS(d: Reg, a: Reg, b: Reg);
    /// `==` of interfaces: equal dynamic types and equal values.
    /// Panics `comparing uncomparable type T` when the types are equal and not comparable.
    EqIface(d: Reg, a: Reg, b: Reg);
    /// `==` of values of type `x.u32` (struct, array, complex …), slot by slot per the type's fields in
    /// order; panics as [`Op::EqIface`] where an interface inside demands it. Followed by `Ext`.
    EqT(d: Reg, a: Reg, b: Reg);
    /// `R[d]` = whether the `n` slots at `a` and at `b` are the same words.
    EqN(n: Small, d: Reg, a: Reg, b: Reg);

    // ---- jumps ----
    /// Jumps.
    Jmp(off: Jump);
    /// Jumps if `R[a]` is true (not 0).
    JTrue(a: Reg, off: Jump);
    /// Jumps if `R[a]` is false (0).
    JFalse(a: Reg, off: Jump);
    /// Jumps if `R[a] == R[b]`.
    JEqI(a: Reg, b: Reg, off: Off);
    /// Jumps if `R[a] != R[b]`.
    JNeI(a: Reg, b: Reg, off: Off);
    /// Jumps if `R[a] < R[b]`, signed.
    JLtI(a: Reg, b: Reg, off: Off);
    /// Jumps if `R[a] <= R[b]`, signed.
    JLeI(a: Reg, b: Reg, off: Off);
    /// Jumps if `R[a] < R[b]`, unsigned.
    JLtU(a: Reg, b: Reg, off: Off);
    /// Jumps if `R[a] <= R[b]`, unsigned.
    JLeU(a: Reg, b: Reg, off: Off);
    /// Jumps if `R[a] == k`.
    JEqIK(a: Reg, k: Imm, off: Off);
    /// Jumps if `R[a] != k`.
    JNeIK(a: Reg, k: Imm, off: Off);
    /// Jumps if `R[a] < k`, signed.
    JLtIK(a: Reg, k: Imm, off: Off);
    /// Jumps if `R[a] <= k`, signed.
    JLeIK(a: Reg, k: Imm, off: Off);
    /// Jumps if `R[a] > k`, signed.
    JGtIK(a: Reg, k: Imm, off: Off);
    /// Jumps if `R[a] >= k`, signed.
    JGeIK(a: Reg, k: Imm, off: Off);
    /// Jumps if `R[a] == R[b]` as floats.
    JEqF(a: Reg, b: Reg, off: Off);
    /// Jumps unless `R[a] == R[b]` as floats.
    JNeF(a: Reg, b: Reg, off: Off);
    /// Jumps if `R[a] < R[b]` as floats.
    JLtF(a: Reg, b: Reg, off: Off);
    /// Jumps if `R[a] <= R[b]` as floats.
    JLeF(a: Reg, b: Reg, off: Off);
    /// Jumps unless `R[a] < R[b]` as floats (so also for NaN).
    JNltF(a: Reg, b: Reg, off: Off);
    /// Jumps unless `R[a] <= R[b]` as floats.
    JNleF(a: Reg, b: Reg, off: Off);
    /// Jumps if the strings are equal.
    JEqS(a: Reg, b: Reg, off: Off);
    /// Jumps if the strings differ.
    JNeS(a: Reg, b: Reg, off: Off);
    /// `R[a] += 1`, then jumps if `R[a] < R[b]`, signed.
    IncJLtI(a: Reg, b: Reg, off: Off);
    /// Jumps unless the dynamic type of the interface `R[i..i+2]` is `ty`.
    JNotType(i: Reg, ty: Type16, off: Off);
    /// Jumps unless the dynamic type of the interface `R[i..i+2]` implements the interface type `ty`; nil does not.
    JNotImpl(i: Reg, ty: Type16, off: Off);

    // ---- memory ----
    /// `R[d] =` pointer to a new zeroed value of type `ty`. A type of size 0 gives a pointer that is not nil, too.
    New(d: Reg, ty: Type32);
    /// `R[d] = M[R[p] + o]`. Panics on nil.
    Load(d: Reg, p: Reg, o: Slot);
    /// `R[d..d+n] = M[R[p] + o ..]`. Panics on nil.
    LoadN(n: Small, d: Reg, p: Reg, o: Slot);
    /// `M[R[p] + o] = R[s]`. Panics on nil.
    Store(p: Reg, o: Slot, s: Reg);
    /// `M[R[p] + o ..] = R[s..s+n]`. Panics on nil.
    StoreN(n: Small, p: Reg, o: Slot, s: Reg);
    /// `R[d] = R[p] + o`: address of a field. Panics on nil.
    Addr(d: Reg, p: Reg, o: Slot);
    /// Panics if `R[p]` is nil.
    NilCheck(p: Reg);
    /// `R[d] = M[R[p] + R[i]]` (`i` in range, checked before). Panics on nil.
    LoadX(d: Reg, p: Reg, i: Reg);
    /// `M[R[p] + R[i]] = R[s]` (`i` in range, checked before). Panics on nil.
    StoreX(p: Reg, i: Reg, s: Reg);
    /// Copies `R[n]` slots from `R[s]` to `R[p]`, both pointers, as memmove. Panics on nil, even if `R[n]` is 0.
    CopyMem(p: Reg, s: Reg, n: Reg);
    /// `R[d] = globals[g]`
    LoadG(d: Reg, g: Global);
    /// `globals[g] = R[s]`
    StoreG(s: Reg, g: Global);
    /// `R[d] = ` pointer to `globals[g]` (the globals are one heap object).
    AddrG(d: Reg, g: Global);
    /// Panics `index out of range [i] with length len` unless `0 <= R[i] < len` (of an array).
    BoundsK(i: Reg, len: More32);
    /// Panics as [`Op::BoundsK`] unless `0 <= R[i] < R[len]`.
    Bounds(i: Reg, len: Reg);

    // ---- slices: R[s] pointer, R[s+1] = len | cap << 32 ----
    /// `R[d] = len(R[s..s+2])`
    SliceLen(d: Reg, s: Reg);
    /// `R[d] = cap(R[s..s+2])`
    SliceCap(d: Reg, s: Reg);
    /// `R[d] = s[R[i]]`, elements of one slot, bounds checked.
    Index(d: Reg, s: Reg, i: Reg);
    /// `R[d..d+n] = s[R[i]]`, elements of `n` slots, bounds checked.
    IndexN(n: Small, d: Reg, s: Reg, i: Reg);
    /// `s[R[i]] = R[v]`, elements of one slot, bounds checked.
    SetIndex(s: Reg, i: Reg, v: Reg);
    /// `s[R[i]] = R[v..v+n]`, elements of `n` slots, bounds checked.
    SetIndexN(n: Small, s: Reg, i: Reg, v: Reg);
    /// `R[d] = &s[R[i]]`, elements of `n` slots, bounds checked.
    IndexAddr(n: Small, d: Reg, s: Reg, i: Reg);
    /// `R[d..d+2] = s[lo:hi:max]` of the slice `R[s..s+2]` with elements of `x.u32` slots. Bounds are `R[a]`, `R[a+1]`, `R[a+2]`;
    /// flag bits 0, 1, 2 tell which are given (default: 0, len, cap). Bit 3: the operand was an array, so
    /// that a panic says `length` where it would say `capacity`. Slicing nil gives nil; an empty result keeps the pointer `p`
    /// of the operand when its capacity is 0 (as gc, to never point past the end). Followed by `Ext`.
    Slice(f: Flags, d: Reg, s: Reg, a: Reg);
    /// `R[d..d+2] = make([]E, R[len], R[cap])`; the element type is `x.u32`. Both are signed; panics
    /// `makeslice: len out of range`, `makeslice: cap out of range`. Not nil, even if empty. Followed by `Ext`.
    MakeSlice(d: Reg, len: Reg, cap: Reg);
    /// `R[d..d+2] = append(R[s..s+2], …)` of `x.u16` elements laid out from `R[v]`; element type `x.u32`. Grows as Go does. Followed by `Ext`.
    Append(d: Reg, s: Reg, v: Reg);
    /// `R[d..d+2] = append(R[s..s+2], R[t..t+2]...)`; element type `x.u32`. Followed by `Ext`.
    AppendSlice(d: Reg, s: Reg, t: Reg);
    /// `R[d..d+2] = append(R[s..s+2], R[t]...)`: bytes of a string to a `[]byte`.
    AppendStr(d: Reg, s: Reg, t: Reg);
    /// `R[d] = copy(R[a..a+2], R[b..b+2])`; element type `x.u32`. Followed by `Ext`.
    Copy(d: Reg, a: Reg, b: Reg);
    /// `R[d] = copy(R[a..a+2], R[b])`: bytes of a string into a `[]byte`.
    CopyStr(d: Reg, a: Reg, b: Reg);
    /// `clear(R[s..s+2])`; element type `ty`.
    ClearSlice(s: Reg, ty: Type32);
    /// `R[d] =` pointer to the array of `n` elements that the slice `R[s..s+2]` has in it: its data pointer (nil for a nil slice).
    /// Panics `cannot convert slice with length L to array or pointer to array with length n`.
    SliceToArray(d: Reg, s: Reg, n: Num);

    // ---- strings ----
    /// `R[d] = R[a] + R[b]`
    Concat(d: Reg, a: Reg, b: Reg);
    /// `R[d] =` the concatenation of `R[a..a+n]`.
    ConcatN(d: Reg, a: Reg, n: Num);
    /// `R[d] = len(R[s])`
    StrLen(d: Reg, s: Reg);
    /// `R[d] = R[s][R[i]]`, bounds checked.
    StrIndex(d: Reg, s: Reg, i: Reg);
    /// `R[d] = R[s][lo:hi]`; bounds `R[a]`, `R[a+1]`, flag bits 0, 1 tell which are given.
    StrSlice(f: Flags, d: Reg, s: Reg, a: Reg);
    /// Steps `for i, r := range str`: with `R[d+2]` the next offset (0 at first), if it is at the end jumps by `off`, else
    /// `R[d]` = that offset, `R[d+1]` = the rune there (U+FFFD, width 1, if invalid), `R[d+2]` += its width.
    StrNext(d: Reg, s: Reg, off: Off);
    /// `string(rune)`; out of range gives U+FFFD.
    RuneToStr(d: Reg, s: Reg);
    /// `string([]byte)` of `R[s..s+2]`.
    BytesToStr(d: Reg, s: Reg);
    /// `string([]rune)` of `R[s..s+2]`.
    RunesToStr(d: Reg, s: Reg);
    /// `[]byte(string)` to `R[d..d+2]`.
    StrToBytes(d: Reg, s: Reg);
    /// `[]rune(string)` to `R[d..d+2]`.
    StrToRunes(d: Reg, s: Reg);

    // ---- maps; `x.u32` is the map's type (key and value sizes are there) ----
    /// `R[d] =` a new map of type `ty`.
    MakeMap(d: Reg, ty: Type32);
    /// `R[d..] = R[m][R[k..]]`; zero if absent or nil. Panics if the key holds an uncomparable value. Followed by `Ext`.
    MapGet(d: Reg, m: Reg, k: Reg);
    /// As `MapGet`, with a boolean in the register after the value. Followed by `Ext`.
    MapGet2(d: Reg, m: Reg, k: Reg);
    /// `R[m][R[k..]] = R[v..]`. Panics `assignment to entry in nil map`. Followed by `Ext`.
    MapSet(m: Reg, k: Reg, v: Reg);
    /// `delete(R[m], R[k..])`; followed by `Ext`.
    MapDelete(m: Reg, k: Reg);
    /// `R[d] = len(R[m])`
    MapLen(d: Reg, m: Reg);
    /// `clear(R[m])`
    ClearMap(m: Reg);
    /// `R[d] =` an iterator (a heap object) over map `R[m]`, which may be nil.
    MapIter(d: Reg, m: Reg);
    /// Steps iterator `R[it]`: if there is no further entry jumps by `off`, else key to `R[d..]` and value after it.
    /// Entries deleted meanwhile are skipped; entries added may or may not come.
    MapNext(it: Reg, d: Reg, off: Off);

    // ---- interfaces: R[i] = type + 1 or 0, R[i+1] = data ----
    /// `R[d..d+2] =` interface with dynamic type `ty` and the value at `R[s..]` (boxed if it takes more than a slot).
    Iface(d: Reg, s: Reg, ty: Type16);
    /// `R[d..] =` the value in `R[i..i+2]`, whose dynamic type is known to be `ty`.
    Unbox(d: Reg, i: Reg, ty: Type16);
    /// `R[d..] = R[i..i+2].(ty)`, `ty` not an interface. `x.u32` is the static interface type, for the text of the panic. Followed by `Ext`.
    Assert(d: Reg, i: Reg, ty: Type16);
    /// As `Assert` with `ok` in the register after the value (which is zero if not ok) and no panic. Followed by `Ext`.
    Assert2(d: Reg, i: Reg, ty: Type16);
    /// `R[d..d+2] = R[i..i+2].(ty)`, `ty` an interface. Followed by `Ext` as `Assert`.
    AssertIface(d: Reg, i: Reg, ty: Type16);
    /// As `AssertIface` with `ok` in `R[d+2]`. Followed by `Ext`.
    AssertIface2(d: Reg, i: Reg, ty: Type16);

    // ---- calls; see the module's text ----
    /// Calls function `f` with its frame at `b`.
    Call(b: Reg, f: Fn32);
    /// Calls the closure `R[c]` with its frame at `b`. Panics on nil.
    CallClosure(b: Reg, c: Reg);
    /// Calls method `m` of the interface `R[i..i+2]`: puts the data word at `b + nresults` of the function found, then calls it
    /// with its frame at `b`. Panics on nil.
    CallIface(b: Reg, i: Reg, m: Method);
    /// Calls a native: arguments at `R[b..]`, results to `R[b..]`.
    /// If its declaration is generic, the runtime type ids of its type arguments stand before the arguments.
    CallNative(b: Reg, f: Native);
    /// Returns to the caller. Deferred calls have been run by [`Op::RunDefers`].
    Ret;
    /// Starts a goroutine in function `f`, arguments as for `Call`.
    Go(b: Reg, f: Fn32);
    /// Starts a goroutine in closure `R[c]`. Fatal error `go of nil func value` on nil.
    GoClosure(b: Reg, c: Reg);
    /// Starts a goroutine in a method of an interface. Panics on nil.
    GoIface(b: Reg, i: Reg, m: Method);
    /// Pushes a call of function `f` on the frame's deferred calls, arguments as for `Call`.
    Defer(b: Reg, f: Fn32);
    /// Pushes a call of closure `R[c]`; if that is nil the panic comes when it is run.
    DeferClosure(b: Reg, c: Reg);
    /// Pushes a call of a method of an interface. Panics on nil at once.
    DeferIface(b: Reg, i: Reg, m: Method);
    /// `R[d] =` a token of the running frame's list of deferred calls, for [`Op::DeferAt`] in functions that
    /// the bodies of range-over-func loops became.
    DeferToken(d: Reg);
    /// Pushes a call of the closure `R[c]`, which takes and gives nothing, on the deferred calls of the frame that made token `R[t]`.
    DeferAt(t: Reg, c: Reg);
    /// Runs the frame's deferred calls, last first; goes on with the next instruction when none is left.
    RunDefers;
    /// Panics with the interface `R[r..r+2]`; a nil interface becomes `*runtime.PanicNilError`.
    Panic(r: Reg);
    /// `R[d..d+2] = recover()`
    Recover(d: Reg);
    /// Panics with a runtime error whose text (without `runtime error: `) is `strings[k]`; for states that only range-over-func can reach.
    Throw(k: Text);

    // ---- channels ----
    /// `R[d] = make(chan …, R[n])` of channel type `ty`; panics `makechan: size out of range`.
    MakeChan(d: Reg, n: Reg, ty: Type16);
    /// Sends the value at `R[v..]`. Blocks; nil blocks for ever.
    Send(c: Reg, v: Reg);
    /// `R[d..] = <-R[c]`. Blocks.
    Recv(d: Reg, c: Reg);
    /// As `Recv` with `ok` in the register after the value.
    Recv2(d: Reg, c: Reg);
    /// `close(R[c])`
    Close(c: Reg);
    /// `R[d] = len(R[c])`
    ChanLen(d: Reg, c: Reg);
    /// `R[d] = cap(R[c])`
    ChanCap(d: Reg, c: Reg);
    /// Runs `selects[t]`; `R[d]` = index of the case taken, or the number of cases for `default`.
    Select(d: Reg, t: Table);
}
