//! Go's map: a hash table over entries in order of insertion.
//!
//! Order is a fact of the table, not of hashing, so that a run repeats on every machine; where an
//! iteration starts is asked from the schedule. Entries keep a rising number, by which an
//! iteration finds its place again after the entries have been compacted.

/// How keys are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyKind {
    /// Equal words are equal keys: integers, booleans, pointers, channels.
    Word,
    /// Strings.
    Str,
    /// Anything else, by its runtime type.
    Other,
}

#[derive(Clone, Copy)]
struct Meta {
    hash: u32,
    seq: u32,
    live: bool,
}

/// A map's entries; hashing and comparing keys is the caller's business.
pub(crate) struct Map {
    /// How keys are compared.
    pub kind: KeyKind,
    /// Runtime type of the keys.
    pub key_type: u32,
    ksize: u32,
    vsize: u32,
    live: u32,
    /// Cells of `table` that are not empty.
    used: u32,
    next_seq: u32,
    /// 0 empty, `DELETED`, or entry + 1.
    table: Vec<u32>,
    meta: Vec<Meta>,
    words: Vec<u64>,
}

const DELETED: u32 = u32::MAX;

/// A place in an iteration.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cursor {
    /// Number of the next entry to look at.
    seq: u32,
    /// Where it probably is.
    hint: u32,
    /// Number of the entry it started with.
    start: u32,
    /// First number that it will not reach.
    end: u32,
    /// Whether it went past the end and started over.
    wrapped: bool,
    /// How often entries added on the way were asked about.
    asked: u8,
}

/// Go's small maps have one group of this many entries. The iteration of one starts anywhere and goes
/// round; larger ones have no order that could be told.
pub(crate) const GROUP: usize = 8;

/// Hash of a word.
#[inline]
pub(crate) fn hash_word(x: u64) -> u32 {
    ((x ^ (x >> 29)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}

/// Hash of bytes.
pub(crate) fn hash_bytes(s: &[u8]) -> u32 {
    let mut h: u64 = s.len() as u64;
    for c in s.chunks(8) {
        let mut b = [0; 8];
        b[..c.len()].copy_from_slice(c);
        h = (h.rotate_left(5) ^ u64::from_le_bytes(b)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    hash_word(h)
}

impl Map {
    /// An empty map with keys of `ksize` words and values of `vsize` words.
    pub fn new(kind: KeyKind, key_type: u32, ksize: usize, vsize: usize) -> Map {
        Map {
            kind,
            key_type,
            ksize: ksize as u32,
            vsize: vsize as u32,
            live: 0,
            used: 0,
            next_seq: 0,
            table: Vec::new(),
            meta: Vec::new(),
            words: Vec::new(),
        }
    }

    /// Number of entries.
    #[inline]
    pub fn len(&self) -> usize {
        self.live as usize
    }

    /// Words of a key and of a value.
    pub fn sizes(&self) -> (usize, usize) {
        (self.ksize as usize, self.vsize as usize)
    }

    /// Bytes in use, the same on every machine.
    pub fn bytes(&self) -> u64 {
        8 * (self.meta.len() + self.words.len()) as u64 + 4 * self.table.len() as u64
    }

    /// Finds the entry with this hash whose key `eq` accepts.
    #[inline]
    pub fn find(&self, hash: u32, mut eq: impl FnMut(&[u64]) -> bool) -> Option<usize> {
        let mask = self.table.len().wrapping_sub(1);
        if self.live == 0 {
            return None;
        }
        let mut i = hash as usize & mask;
        loop {
            match *self.table.get(i)? {
                0 => return None,
                DELETED => {}
                e => {
                    let e = e as usize - 1;
                    if self.meta[e].hash == hash && eq(self.key(e)) {
                        return Some(e);
                    }
                }
            }
            i = (i + 1) & mask;
        }
    }

    /// Finds the entry of a key that is one word.
    #[inline]
    pub fn find_word(&self, key: u64) -> Option<usize> {
        self.find(hash_word(key), |k| k.first() == Some(&key))
    }

    /// Key of an entry.
    #[inline]
    pub fn key(&self, e: usize) -> &[u64] {
        let (k, n) = (self.ksize as usize, (self.ksize + self.vsize) as usize);
        self.words.get(e * n..e * n + k).unwrap_or(&[])
    }

    /// Value of an entry.
    #[inline]
    pub fn value(&self, e: usize) -> &[u64] {
        let (k, n) = (self.ksize as usize, (self.ksize + self.vsize) as usize);
        self.words.get(e * n + k..e * n + n).unwrap_or(&[])
    }

    /// Value of an entry, to be changed.
    #[inline]
    pub fn value_mut(&mut self, e: usize) -> &mut [u64] {
        let (k, n) = (self.ksize as usize, (self.ksize + self.vsize) as usize);
        self.words.get_mut(e * n + k..e * n + n).unwrap_or(&mut [])
    }

    /// Adds an entry that is not there yet, with a zero value; where it is, and how many bytes the
    /// map grew by.
    pub fn insert(&mut self, hash: u32, key: &[u64]) -> (usize, u64) {
        let before = self.bytes();
        if (self.used as usize + 1) * 4 > self.table.len() * 3 {
            self.rebuild();
        }
        let e = self.meta.len();
        self.meta.push(Meta { hash, seq: self.next_seq, live: true });
        self.next_seq = self.next_seq.wrapping_add(1);
        self.words.extend_from_slice(key);
        self.words.resize((e + 1) * (self.ksize + self.vsize) as usize, 0);
        self.place(hash, e);
        self.used += 1;
        self.live += 1;
        (e, self.bytes().saturating_sub(before))
    }

    fn place(&mut self, hash: u32, e: usize) {
        let mask = self.table.len() - 1;
        let mut i = hash as usize & mask;
        while self.table[i] != 0 {
            i = (i + 1) & mask;
        }
        self.table[i] = e as u32 + 1;
    }

    /// Drops deleted entries and makes room.
    fn rebuild(&mut self) {
        let n = (self.ksize + self.vsize) as usize;
        if (self.live as usize) < self.meta.len() {
            let mut to = 0;
            for e in 0..self.meta.len() {
                if self.meta[e].live {
                    self.meta[to] = self.meta[e];
                    self.words.copy_within(e * n..(e + 1) * n, to * n);
                    to += 1;
                }
            }
            self.meta.truncate(to);
            self.words.truncate(to * n);
        }
        let cells = ((self.live as usize + 1) * 2).next_power_of_two().max(8);
        self.table.clear();
        self.table.resize(cells, 0);
        for e in 0..self.meta.len() {
            self.place(self.meta[e].hash, e);
        }
        self.used = self.live;
    }

    /// Removes an entry.
    pub fn remove(&mut self, e: usize) {
        let Some(m) = self.meta.get_mut(e) else { return };
        if !m.live {
            return;
        }
        m.live = false;
        let mask = self.table.len() - 1;
        let mut i = m.hash as usize & mask;
        while self.table[i] != e as u32 + 1 {
            i = (i + 1) & mask;
        }
        self.table[i] = DELETED;
        self.live -= 1;
        let n = (self.ksize + self.vsize) as usize;
        self.words[e * n..(e + 1) * n].fill(0);
    }

    /// Removes all entries.
    pub fn clear(&mut self) {
        self.table.clear();
        self.meta.clear();
        self.words.clear();
        self.live = 0;
        self.used = 0;
    }

    /// Entries in order of insertion.
    pub fn entries(&self) -> impl Iterator<Item = usize> {
        self.meta.iter().enumerate().filter(|(_, m)| m.live).map(|(i, _)| i)
    }

    /// An iteration that starts with the `nth` entry and goes round once.
    pub fn cursor(&self, nth: usize) -> Cursor {
        let e = self.entries().nth(nth).unwrap_or(0);
        let seq = self.meta.get(e).map_or(0, |m| m.seq);
        Cursor { seq, hint: e as u32, start: seq, end: self.next_seq, wrapped: false, asked: 0 }
    }

    /// The numbers of all entries.
    pub fn numbers(&self) -> Vec<u32> {
        self.meta.iter().filter(|m| m.live).map(|m| m.seq).collect()
    }

    /// The next entry of an iteration in the order of `numbers`, those added on the way left out.
    pub fn next_of(&self, numbers: &[u32], c: &mut Cursor) -> Option<usize> {
        loop {
            let seq = *numbers.get(c.hint as usize)?;
            c.hint += 1;
            let e = self.meta.partition_point(|m| m.seq < seq);
            if self.meta.get(e).is_some_and(|m| m.seq == seq && m.live) {
                return Some(e);
            }
        }
    }

    /// Whether an iteration at its end may go on with what was added on the way, as one of Go may
    /// while all fits into one group. Not for ever.
    fn may_go_on(&self, c: &Cursor) -> bool {
        let new = |m: &Meta| m.live && m.seq >= c.end;
        self.len() <= GROUP && usize::from(c.asked) < GROUP && self.meta.iter().any(new)
    }

    /// The next entry of an iteration. Whether entries that were added on the way are visited is
    /// asked from `more`.
    pub fn next(&self, c: &mut Cursor, more: impl Fn() -> bool) -> Option<usize> {
        loop {
            let mut e = c.hint as usize;
            if self.meta.get(e).is_none_or(|m| m.seq != c.seq) {
                e = self.meta.partition_point(|m| m.seq < c.seq);
            }
            let end = if c.wrapped { c.start } else { c.end };
            while let Some(m) = self.meta.get(e) {
                if m.seq >= end {
                    break;
                }
                if m.live {
                    c.seq = m.seq + 1;
                    c.hint = e as u32 + 1;
                    return Some(e);
                }
                e += 1;
            }
            if c.wrapped {
                return None;
            }
            if self.may_go_on(c) {
                c.asked += 1;
                if more() {
                    (c.hint, c.end) = (e as u32, self.next_seq);
                    c.seq = self.meta.get(e).map_or(c.end, |m| m.seq);
                    continue;
                }
            }
            *c = Cursor { seq: 0, hint: 0, wrapped: true, ..*c };
        }
    }

    /// Calls `f` with every word of keys and values.
    pub fn visit(&self, f: &mut dyn FnMut(u64)) {
        for &w in &self.words {
            f(w);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Map {
        Map::new(KeyKind::Word, 0, 1, 1)
    }

    fn set(m: &mut Map, k: u64, v: u64) {
        let e = m.find_word(k).unwrap_or_else(|| m.insert(hash_word(k), &[k]).0);
        m.value_mut(e)[0] = v;
    }

    fn del(m: &mut Map, k: u64) {
        if let Some(e) = m.find_word(k) {
            m.remove(e);
        }
    }

    fn walk(m: &Map, nth: usize) -> Vec<u64> {
        let mut c = m.cursor(nth);
        std::iter::from_fn(|| m.next(&mut c, || false).map(|e| m.key(e)[0])).collect()
    }

    #[test]
    fn behaves_as_a_map() {
        let mut m = words();
        let mut model = std::collections::BTreeMap::new();
        let mut x = 1u64;
        for _ in 0..20_000 {
            x = x.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let k = (x >> 33) % 500;
            if x & 1 == 0 {
                set(&mut m, k, x);
                model.insert(k, x);
            } else {
                del(&mut m, k);
                model.remove(&k);
            }
            assert_eq!(m.len(), model.len());
        }
        for (k, v) in &model {
            assert_eq!(m.find_word(*k).map(|e| m.value(e)[0]), Some(*v));
        }
        assert_eq!(walk(&m, 0).len(), model.len());
    }

    #[test]
    fn an_iteration_goes_round_once_from_anywhere() {
        let mut m = words();
        for k in 0..5 {
            set(&mut m, k, k);
        }
        assert_eq!(walk(&m, 0), [0, 1, 2, 3, 4]);
        assert_eq!(walk(&m, 3), [3, 4, 0, 1, 2]);
        assert_eq!(walk(&words(), 0), []);
    }

    #[test]
    fn deleting_and_adding_while_iterating() {
        let mut m = words();
        for k in 0..6 {
            set(&mut m, k, k);
        }
        let mut c = m.cursor(2);
        let mut seen = Vec::new();
        while let Some(e) = m.next(&mut c, || false) {
            let k = m.key(e)[0];
            seen.push(k);
            del(&mut m, k);
            del(&mut m, 4);
            for new in 0..20 {
                set(&mut m, 100 * (k + 1) + new, 0);
            }
        }
        assert_eq!(seen, [2, 3, 5, 0, 1], "each once, the deleted one not at all");
        let mut c = m.cursor(0);
        m.next(&mut c, || false);
        m.clear();
        assert_eq!(m.next(&mut c, || false), None);
    }

    #[test]
    fn what_is_added_on_the_way_is_seen_or_not() {
        for (start, seen) in [(0, vec![0, 1, 2, 100, 101, 102]), (1, vec![1, 2, 101, 102, 0])] {
            for more in [true, false] {
                let mut m = words();
                (0..3).for_each(|k| set(&mut m, k, k));
                let (mut c, mut keys) = (m.cursor(start), Vec::new());
                while let Some(e) = m.next(&mut c, || more) {
                    let k = m.key(e)[0];
                    keys.push(k);
                    if k < 3 {
                        set(&mut m, 100 + k, 0);
                    }
                }
                let old = seen.iter().copied().filter(|k| *k < 3).collect();
                assert_eq!(keys, if more { seen.clone() } else { old });
            }
        }
        let mut m = words();
        set(&mut m, 0, 0);
        let (mut c, mut n) = (m.cursor(0), 0);
        while let Some(e) = m.next(&mut c, || true) {
            let k = m.key(e)[0];
            del(&mut m, k);
            set(&mut m, k + 1, 0);
            n += 1;
        }
        assert_eq!(n, 1 + GROUP, "it ends though there is always one more");
    }

    #[test]
    fn an_order_of_any_kind() {
        let mut m = words();
        (0..5).for_each(|k| set(&mut m, k, k));
        let (order, mut c) = ([3, 1, 4, 0, 2], m.cursor(0));
        assert_eq!(m.numbers(), [0, 1, 2, 3, 4]);
        let mut keys = Vec::new();
        while let Some(e) = m.next_of(&order, &mut c) {
            keys.push(m.key(e)[0]);
            del(&mut m, 4);
            set(&mut m, 9, 9);
        }
        assert_eq!(keys, [3, 1, 0, 2]);
    }
}
