// What is wrong with the picture, as far as a script can tell: a list of sentences.
// Runs in the page; no part of it.
const seen = [];
const say = (what, e, more = '') => {
  const path = [];
  for (let n = e; n && n !== document.body && path.length < 3; n = n.parentElement) {
    const part = n.tagName.toLowerCase() + [...n.classList].slice(0, 2).map(c => '.' + c).join('');
    path.unshift(part);
  }
  const text = (e.innerText ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
  const line = `${what}: ${path.join(' > ')} “${text}”${more}`;
  if (!seen.includes(line)) seen.push(line);
};

const root = document.scrollingElement;
if (root.scrollWidth > innerWidth + 1) say('the page scrolls sideways', document.body, ` by ${root.scrollWidth - innerWidth}`);
if (root.scrollHeight > innerHeight + 1) say('the page scrolls', document.body, ` by ${root.scrollHeight - innerHeight}`);

// Code scrolls sideways because code does not wrap; the stage and the graph may on a phone.
const sideways = '.editor, .errors pre';
const style = e => getComputedStyle(e);
const scrolls = (e, axis) => /auto|scroll/.test(axis === 'x' ? style(e).overflowX : style(e).overflowY);
const all = [...document.body.querySelectorAll('*')];
for (const e of all) {
  if (!e.clientWidth || e.closest(sideways)) continue;
  if (scrolls(e, 'x') && e.scrollWidth > e.clientWidth + 1) {
    say('scrolls sideways', e, ` by ${e.scrollWidth - e.clientWidth}`);
  }
}

// Every piece of text that is really in sight.
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const texts = [];
for (let n = walker.nextNode(); n; n = walker.nextNode()) {
  const e = n.parentElement;
  if (!n.data.trim() || !e || e.closest('script, style, svg, option, textarea, .hl, .gutter')) continue;
  const s = style(e);
  // What is there for readers' ears only.
  let clipped = false;
  for (let p = e; p && !clipped; p = p.parentElement) clipped = style(p).clipPath.startsWith('inset(50%');
  if (clipped) continue;
  if (s.visibility !== 'visible' || s.display === 'none' || +s.opacity < 0.2) continue;
  const range = document.createRange();
  range.selectNodeContents(n);
  for (const r of range.getClientRects()) {
    if (r.width > 1 && r.height > 1) texts.push({ e, r });
  }
}

// Types and values on the stage are as long as they like; labels are to be read.
for (const e of document.querySelectorAll('.t-label, .t-title, .t-proc, .t-tag, .t-big, .t-note, .t-next')) {
  if (e.scrollWidth > e.clientWidth + 1) say('a label is cut', e, ` by ${e.scrollWidth - e.clientWidth}`);
}

const clipper = (e, axis) => {
  for (let n = e; n && n !== document.documentElement; n = n.parentElement) {
    const s = style(n);
    const o = axis === 'x' ? s.overflowX : s.overflowY;
    if (o !== 'visible') return n;
    if (s.position === 'fixed') return null;
  }
  return null;
};
const cutOnPurpose = n => style(n).textOverflow === 'ellipsis' || style(n).webkitLineClamp !== 'none';
const inside = (r, box) => r.right > box.left && r.left < box.right && r.bottom > box.top && r.top < box.bottom;
const shown = [];
for (let { e, r } of texts) {
  let visible = true;
  for (const axis of ['x', 'y']) {
    const n = clipper(e, axis);
    if (!n) continue;
    const box = n.getBoundingClientRect();
    // What lies wholly outside has been scrolled away or is not meant to be seen.
    if (!inside(r, box)) { visible = false; break; }
    const over = axis === 'x'
      ? Math.max(box.left - r.left, r.right - box.right)
      : Math.max(box.top - r.top, r.bottom - box.bottom);
    if (over > 2 && !scrolls(n, axis) && !cutOnPurpose(n) && n !== document.body) {
      say(`text is cut ${axis === 'x' ? 'sideways' : 'in height'}`, e, ` by ${Math.round(over)}`);
    }
  }
  if (!visible) continue;
  for (let n = e; n && n !== document.body; n = n.parentElement) {
    if (style(n).overflowX === 'visible' && style(n).overflowY === 'visible') continue;
    const box = n.getBoundingClientRect();
    const [left, right] = [Math.max(r.left, box.left), Math.min(r.right, box.right)];
    const [up, down] = [Math.max(r.top, box.top), Math.min(r.bottom, box.bottom)];
    r = new DOMRect(left, up, Math.max(0, right - left), Math.max(0, down - up));
  }
  const x = (Math.max(r.left, 0) + Math.min(r.right, innerWidth)) / 2;
  const y = (Math.max(r.top, 0) + Math.min(r.bottom, innerHeight)) / 2;
  const top = document.elementFromPoint(x, y);
  // Pointer-events: none lets the point through to what lies under the text.
  const through = style(e).pointerEvents === 'none';
  const over = top?.closest('.notes, dialog');
  if (top && (through && (!over || over.contains(e)) || e.contains(top) || top.contains(e))) shown.push({ e, r });
}
for (const { e, r } of shown) {
  let n = e, scrolled = false;
  for (; n && n !== document.body; n = n.parentElement) scrolled ||= scrolls(n, 'y') || scrolls(n, 'x');
  if (!scrolled && (r.right > innerWidth + 1 || r.left < -1 || r.bottom > innerHeight + 1 || r.top < -1)) {
    say('text leaves the screen', e);
  }
}

// Two texts on the same spot. Things on their way are not yet where they belong.
const moving = e => e.closest('.flight, .tip, .later, .unknown') || e.getAnimations({ subtree: false }).length > 0;
const layer = e => e.closest('.notes, dialog, .notice, .ask-here, .drawer .guide');
for (let i = 0; i < shown.length; i++) {
  for (let j = i + 1; j < shown.length; j++) {
    const [a, b] = [shown[i], shown[j]];
    // What lies over the page covers it on purpose.
    if (layer(a.e) !== layer(b.e)) continue;
    if (a.e === b.e || a.e.contains(b.e) || b.e.contains(a.e)) continue;
    const w = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
    const h = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
    if (w <= 2 || h <= 4 || moving(a.e) || moving(b.e)) continue;
    const other = (b.e.innerText ?? '').trim().slice(0, 30);
    say('texts overlap', a.e, ` and “${other}”`);
  }
}

// A target that a finger must hit is at least 24 pixels each way (WCAG 2.2, 2.5.8), if it does not stand in a text.
for (const e of document.querySelectorAll('button, select, input:not([type=range]), summary')) {
  const r = e.getBoundingClientRect();
  if (!r.width || style(e).visibility !== 'visible' || e.disabled || e.closest('.gutter, p, .writes')) continue;
  if ((r.width < 23.5 || r.height < 19.5) && innerWidth < 700) say('too small for a finger', e, ` ${Math.round(r.width)}×${Math.round(r.height)}`);
}
return seen;
