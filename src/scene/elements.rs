//! Which element of the page shows what. An element that shows another thing of its kind costs less than a new one, and
//! one that shows the same costs nothing.

/// Whether an element that shows the first may show the second.
pub type Alike<'a, T> = &'a dyn Fn(&T, &T) -> bool;

/// The elements of one list, by numbers that are never used twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Elements {
    /// The element of each thing that is shown, in their order.
    of: Vec<u32>,
    last: u32,
}

impl Elements {
    /// The element of the thing at `i`.
    pub fn at(&self, i: usize) -> u32 {
        self.of.get(i).copied().unwrap_or_default()
    }

    /// From what was shown to what is: `alike` from what leaves most of an element as it is to what leaves least. A
    /// thing for which no element is left gets a new one.
    pub fn assign<T>(&mut self, was: &[T], now: &[T], alike: &[Alike<'_, T>]) {
        let mut left: Vec<usize> = (0..was.len().min(self.of.len())).collect();
        let mut of: Vec<Option<u32>> = vec![None; now.len()];
        for alike in alike {
            for (i, (thing, element)) in now.iter().zip(&mut of).enumerate() {
                if element.is_some() {
                    continue;
                }
                // The neighbour at the same place is the likeliest.
                let near = left.partition_point(|&k| k < i);
                let fits = |&at: &usize| left.get(at).is_some_and(|&k| alike(&was[k], thing));
                if let Some(at) = (near..left.len()).chain(0..near).find(fits) {
                    *element = Some(self.of[left.remove(at)]);
                }
            }
        }
        let mut last = self.last;
        let mut new = || {
            last += 1;
            last
        };
        self.of = of.into_iter().map(|e| e.unwrap_or_else(&mut new)).collect();
        self.last = last;
    }

    /// The things in the order of their elements: in the page nothing has to move.
    pub fn in_order<'a, T>(&self, things: &'a [T]) -> Vec<(u32, &'a T)> {
        let mut out: Vec<_> = things.iter().enumerate().map(|(i, t)| (self.at(i), t)).collect();
        out.sort_by_key(|(element, _)| *element);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_most_alike_keeps_its_element() {
        let mut e = Elements::default();
        let same: Alike<'_, (char, u8)> = &|a, b| a == b;
        let letter: Alike<'_, (char, u8)> = &|a, b| a.0 == b.0;
        let rules = [same, letter];
        let first = [('a', 1), ('a', 2), ('b', 3)];
        e.assign(&[], &first, &rules);
        assert_eq!([e.at(0), e.at(1), e.at(2)], [1, 2, 3]);
        // One that stayed keeps its own though another came before it; what left makes room for what is alike only.
        let second = [('a', 9), ('a', 2), ('c', 3)];
        e.assign(&first, &second, &rules);
        assert_eq!([e.at(0), e.at(1), e.at(2)], [1, 2, 4]);
        let third = [('a', 2), ('a', 8), ('a', 7)];
        e.assign(&second, &third, &rules);
        assert_eq!([e.at(0), e.at(1), e.at(2)], [2, 1, 5]);
        assert_eq!(e.in_order(&third), [(1, &('a', 8)), (2, &('a', 2)), (5, &('a', 7))]);
        // The number of one that has gone is not given again.
        e.assign(&third, &[], &rules);
        e.assign(&[], &[('a', 1)], &rules);
        assert_eq!(e.at(0), 6);
    }
}
