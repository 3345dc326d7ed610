use super::*;

#[test]
fn garbage_goes_and_what_is_reachable_stays() {
    let mut h = Heap::new(1 << 20);
    let keep = h.slots(2);
    let inner = h.text("inner");
    let lost = h.text("lost");
    h.store(keep + 1, inner).unwrap();
    let before = h.bytes();
    h.collect(|m| m.word(keep));
    assert_eq!(h.str(inner), b"inner");
    assert_eq!(h.str(lost), b"");
    assert!(h.bytes() < before);
    assert_eq!(h.text("new"), lost, "the freed place is used again");
}

#[test]
fn a_long_list_does_not_overflow_the_stack() {
    let mut h = Heap::new(1 << 30);
    let mut head = 0;
    for _ in 0..200_000 {
        let n = h.slots(1);
        h.store(n, head).unwrap();
        head = n;
    }
    h.collect(|m| m.word(head));
    assert_eq!(h.load(head).map(|w| w != 0), Some(true));
    h.collect(|_| {});
    assert_eq!(h.load(head), None);
}

#[test]
fn substrings_share_bytes() {
    let mut h = Heap::new(1 << 20);
    let s = h.text("hello, world");
    let t = h.substring(s, 7, 12);
    assert_eq!(h.str(t), b"world");
    let u = h.substring(t, 1, 3);
    assert_eq!(h.str(u), b"or");
    assert_eq!(h.substring(t, 0, 5), t);
    assert_eq!(h.substring(t, 2, 2), 0);
    assert_eq!(h.substring(t, 2, 9), 0);
}

#[test]
fn overlapping_copies_behave_like_memmove() {
    let mut h = Heap::new(1 << 20);
    let p = h.boxed(&[1, 2, 3, 4]);
    assert!(h.copy(p + 1, p, 3));
    assert_eq!(h.words(p), [1, 1, 2, 3]);
    let q = h.slots(2);
    assert!(h.copy(q, p + 2, 2));
    assert_eq!(h.words(q), [2, 3]);
    assert!(!h.copy(q + 1, p, 2));
}

#[test]
fn nil_is_never_there() {
    let mut h = Heap::new(1 << 20);
    assert_eq!(h.load(0), None);
    assert_eq!(h.store(0, 1), None);
    assert!(h.range(0, 0).is_none());
    assert_eq!(h.range(ZERO_BASE, 0), Some(&[][..]));
    assert!(h.get_map(0).is_none());
}
