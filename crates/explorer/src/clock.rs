//! Vector clocks: how much one goroutine knows of every other.
//!
//! The first components lie side by side, which is all that most programs need. The others are
//! leaves of a tree that clocks share: a copy is one pointer, a change copies the path to its
//! leaf, and joining walks only where two trees differ. So ten thousand goroutines that meet at
//! one lock do not cost ten thousand components each.

use std::rc::Rc;

/// So many components lie side by side.
const LOW: usize = 64;
/// Components of a leaf, children of an inner node, and levels of inner nodes.
const LEAF: usize = 32;
const FAN: usize = 16;
const LEVELS: u32 = 3;

/// Components that a clock can have.
pub(crate) const MOST: usize = LOW + LEAF * FAN.pow(LEVELS);

/// A vector clock. Missing components are 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clock {
    low: Vec<u32>,
    high: Tree,
}

type Tree = Option<Rc<Node>>;

#[derive(Clone, Debug)]
enum Node {
    Inner([Tree; FAN]),
    Leaf([u32; LEAF]),
}

/// The child on the way to leaf component `i` at a level, counted from the leaves.
fn child(i: usize, level: u32) -> usize {
    i / LEAF / FAN.pow(level - 1) % FAN
}

fn get(tree: &Tree, i: usize, level: u32) -> u32 {
    match tree.as_deref() {
        None => 0,
        Some(Node::Leaf(l)) => l[i % LEAF],
        Some(Node::Inner(c)) => get(&c[child(i, level)], i, level - 1),
    }
}

fn set(tree: &mut Tree, i: usize, level: u32, to: u32) {
    let node = tree.get_or_insert_with(|| {
        Rc::new(match level {
            0 => Node::Leaf([0; LEAF]),
            _ => Node::Inner([const { None }; FAN]),
        })
    });
    match Rc::make_mut(node) {
        Node::Leaf(l) => l[i % LEAF] = to,
        Node::Inner(c) => set(&mut c[child(i, level)], i, level - 1, to),
    }
}

fn same(a: &Tree, b: &Tree) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// The later of each; one of the two trees itself where that is the answer.
fn join(mine: &mut Tree, other: &Tree) {
    let Some(theirs) = other else { return };
    let Some(node) = mine else {
        *mine = other.clone();
        return;
    };
    if Rc::ptr_eq(node, theirs) {
        return;
    }
    match (&**node, &**theirs) {
        (Node::Leaf(m), Node::Leaf(t)) => {
            let pairs = || m.iter().zip(t);
            if pairs().all(|(m, t)| m >= t) {
                return;
            }
            if pairs().all(|(m, t)| m <= t) {
                *mine = other.clone();
            } else if let Node::Leaf(m) = Rc::make_mut(node) {
                m.iter_mut().zip(t).for_each(|(m, t)| *m = (*m).max(*t));
            }
        }
        (Node::Inner(m), Node::Inner(t)) => {
            let mut joined = m.clone();
            joined.iter_mut().zip(t).for_each(|(j, t)| join(j, t));
            let is = |c: &[Tree; FAN]| joined.iter().zip(c).all(|(j, c)| same(j, c));
            if is(m) {
                return;
            }
            *mine = if is(t) { other.clone() } else { Some(Rc::new(Node::Inner(joined))) };
        }
        // All leaves lie on one level.
        (Node::Inner(_), Node::Leaf(_)) | (Node::Leaf(_), Node::Inner(_)) => {}
    }
}

impl Clock {
    /// What is known of `slot`.
    #[inline]
    pub fn get(&self, slot: u32) -> u32 {
        let i = slot as usize;
        match i.checked_sub(LOW) {
            None => self.low.get(i).copied().unwrap_or(0),
            Some(i) => get(&self.high, i, LEVELS),
        }
    }

    /// Sets one component; `slot` is below [`MOST`].
    pub fn set(&mut self, slot: u32, to: u32) {
        let i = slot as usize;
        if let Some(i) = i.checked_sub(LOW) {
            set(&mut self.high, i, LEVELS, to);
            return;
        }
        if self.low.len() <= i {
            self.low.resize(i + 1, 0);
        }
        self.low[i] = to;
    }

    /// Learns all that `other` knows.
    pub fn join(&mut self, other: &Clock) {
        if self.low.len() < other.low.len() {
            self.low.resize(other.low.len(), 0);
        }
        for (mine, theirs) in self.low.iter_mut().zip(&other.low) {
            *mine = (*mine).max(*theirs);
        }
        join(&mut self.high, &other.high);
    }

    /// Becomes a copy of `other`, keeping its room.
    pub fn become_(&mut self, other: &Clock) {
        self.low.clear();
        self.low.extend_from_slice(&other.low);
        self.high.clone_from(&other.high);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn joining_takes_the_later_of_each() {
        let mut a = Clock::default();
        a.set(0, 3);
        a.set(2, 1);
        let mut b = Clock::default();
        b.set(1, 5);
        b.set(0, 2);
        a.join(&b);
        assert_eq!([a.get(0), a.get(1), a.get(2), a.get(9)], [3, 5, 1, 0]);
    }

    /// Who meets at one place shares what is known there.
    #[test]
    fn what_is_known_is_shared() {
        let (mut lock, mut last) = (Clock::default(), Clock::default());
        for slot in 0..5000 {
            let mut go = Clock::default();
            go.set(slot, 1);
            go.join(&lock);
            lock.become_(&go);
            last = go;
        }
        assert!(same(&lock.high, &last.high));
        assert!((0..5000).all(|slot| lock.get(slot) == 1));
    }

    fn slot() -> impl Strategy<Value = u32> {
        prop_oneof![0..40u32, 0..2000u32, 0..MOST as u32]
    }

    proptest! {
        /// A handful of clocks does what so many maps do.
        #[test]
        fn clocks_are_maps(
            acts in proptest::collection::vec((0..3u8, 0..4usize, 0..4usize, slot(), 0..9u32), 0..120)
        ) {
            let mut clocks = vec![Clock::default(); 4];
            let mut maps = vec![BTreeMap::<u32, u32>::new(); 4];
            for (what, a, b, slot, to) in &acts {
                let (other, theirs) = (clocks[*b].clone(), maps[*b].clone());
                match what {
                    0 => {
                        clocks[*a].set(*slot, *to);
                        maps[*a].insert(*slot, *to);
                    }
                    1 => {
                        clocks[*a].join(&other);
                        for (slot, to) in theirs {
                            let mine = maps[*a].entry(slot).or_default();
                            *mine = to.max(*mine);
                        }
                    }
                    _ => {
                        clocks[*a].become_(&other);
                        maps[*a] = theirs;
                    }
                }
            }
            for (_, _, _, slot, _) in &acts {
                for (clock, map) in clocks.iter().zip(&maps) {
                    prop_assert_eq!(clock.get(*slot), map.get(slot).copied().unwrap_or(0));
                }
            }
        }
    }
}
