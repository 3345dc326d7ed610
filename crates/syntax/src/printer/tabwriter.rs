//! Aligns cells in columns by elastic tabstops, as Go's `text/tabwriter` does with the
//! settings of gofmt, and trims white space at the ends of lines.
//!
//! In the input, `\t` and `\v` end a cell, `\n` ends a line, `\f` ends a line and all columns,
//! and [`ESCAPE`] brackets literal text. A column is a run of lines that have a cell there;
//! one of empty cells that all ended in `\v` takes no room.

/// Brackets text that is to be left alone. No byte of UTF-8.
pub(super) const ESCAPE: u8 = 0xff;

/// Width of a tab in leading empty cells.
const TAB_WIDTH: usize = 8;
/// Blanks between the longest cell of a column and the next column.
const PADDING: usize = 1;

#[derive(Clone, Copy, Default)]
struct Cell {
    /// Bytes of text, escapes included.
    size: usize,
    /// Characters of text, escapes excluded.
    width: usize,
    /// Whether a `\t` ended it.
    hard: bool,
}

#[derive(Default)]
struct Aligner {
    text: Vec<u8>,
    /// Up to where `cell.width` has been computed.
    counted: usize,
    cell: Cell,
    lines: Vec<Vec<Cell>>,
    widths: Vec<usize>,
    out: Vec<u8>,
}

/// Lays out `input` and trims it.
pub(super) fn align(input: &[u8]) -> Vec<u8> {
    let mut a = Aligner { lines: vec![Vec::new()], ..Aligner::default() };
    let mut escaped = false;
    for &b in input {
        match b {
            ESCAPE => {
                a.count();
                a.push(b);
                a.counted = a.text.len();
                escaped = !escaped;
            }
            b'\t' | b'\x0b' | b'\n' | b'\x0c' if !escaped => a.end_cell(b),
            _ => a.push(b),
        }
    }
    a.flush();
    trim(&a.out)
}

impl Aligner {
    fn push(&mut self, b: u8) {
        self.text.push(b);
        self.cell.size += 1;
    }

    fn count(&mut self) {
        let new = self.text.get(self.counted..).unwrap_or_default();
        // Every byte but the continuation bytes of UTF-8 begins a character.
        self.cell.width += new.iter().filter(|&&b| b & 0xc0 != 0x80).count();
        self.counted = self.text.len();
    }

    fn end_cell(&mut self, b: u8) {
        self.count();
        self.cell.hard = b == b'\t';
        let cell = std::mem::take(&mut self.cell);
        let Some(line) = self.lines.last_mut() else { return };
        line.push(cell);
        let single = line.len() == 1;
        if matches!(b, b'\n' | b'\x0c') {
            self.lines.push(Vec::new());
            // A line of one cell ends all columns.
            if b == b'\x0c' || single {
                self.flush();
            }
        }
    }

    /// Writes all lines and starts anew.
    fn flush(&mut self) {
        if self.cell.size > 0 {
            self.count();
            let cell = std::mem::take(&mut self.cell);
            if let Some(line) = self.lines.last_mut() {
                line.push(cell);
            }
        }
        let lines = std::mem::take(&mut self.lines);
        self.layout(&lines, 0, 0, lines.len());
        self.text.clear();
        self.counted = 0;
        self.cell = Cell::default();
        self.lines.push(Vec::new());
    }

    /// Writes lines `from..to`, of which the columns in `widths` are known; the text of the
    /// first begins at `pos`. Returns where the text of line `to` begins.
    fn layout(&mut self, lines: &[Vec<Cell>], pos: usize, from: usize, to: usize) -> usize {
        let column = self.widths.len();
        // The last cell of a line belongs to no column.
        let cell = |i: usize| {
            let l = lines.get(i)?;
            if column + 1 < l.len() { l.get(column) } else { None }
        };
        let (mut pos, mut from) = (pos, from);
        let mut i = from;
        while i < to {
            if cell(i).is_none() {
                i += 1;
                continue;
            }
            pos = self.write_lines(lines, pos, from, i);
            from = i;
            let mut width = 0;
            let mut discard = true;
            while i < to
                && let Some(c) = cell(i)
            {
                width = width.max(c.width + PADDING);
                discard &= c.width == 0 && !c.hard;
                i += 1;
            }
            self.widths.push(if discard { 0 } else { width });
            pos = self.layout(lines, pos, from, i);
            self.widths.pop();
            from = i;
        }
        self.write_lines(lines, pos, from, to)
    }

    fn write_lines(&mut self, lines: &[Vec<Cell>], pos: usize, from: usize, to: usize) -> usize {
        let mut pos = pos;
        for i in from..to {
            let mut leading = true;
            for (j, c) in lines.get(i).into_iter().flatten().enumerate() {
                let width = self.widths.get(j).copied();
                if c.size > 0 {
                    leading = false;
                    let end = pos + c.size;
                    self.out.extend_from_slice(self.text.get(pos..end).unwrap_or_default());
                    pos = end;
                }
                let Some(width) = width else { continue };
                if leading {
                    let tabs = width.div_ceil(TAB_WIDTH);
                    self.out.extend(std::iter::repeat_n(b'\t', tabs));
                } else {
                    self.out.extend(std::iter::repeat_n(b' ', width.saturating_sub(c.width)));
                }
            }
            if i + 1 < lines.len() {
                self.out.push(b'\n');
            }
        }
        pos
    }
}

/// Removes the escapes, and white space at the ends of lines; turns `\v` and `\f` into what
/// they stand for.
pub(super) fn trim(input: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(input.len());
    let mut space: Vec<u8> = Vec::new();
    let mut escaped = false;
    for &b in input {
        match b {
            ESCAPE => {
                out.append(&mut space);
                escaped = !escaped;
            }
            _ if escaped => out.push(b),
            b' ' => space.push(b),
            b'\t' | b'\x0b' => space.push(b'\t'),
            b'\n' | b'\x0c' => {
                space.clear();
                out.push(b'\n');
            }
            _ => {
                out.append(&mut space);
                out.push(b);
            }
        }
    }
    out
}
