//! Which element of the page shows what. An element that shows another thing of its kind costs less than a new one, and
//! one that shows the same costs nothing.

/// Whether an element that shows the first may show the second.
pub type Alike<'a, T> = &'a dyn Fn(&T, &T) -> bool;

/// Whether elements may change places in the page. They stand there in the order in which things are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// They stay, for to move one costs more than to have it show something else.
    Kept,
    /// They follow what they show.
    Free,
}

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
    pub fn assign<T>(&mut self, was: &[T], now: &[T], alike: &[Alike<'_, T>], order: Order) {
        let many = was.len().min(self.of.len());
        let mut kept: Vec<Option<usize>> = vec![None; now.len()];
        let mut free = vec![true; many];
        for alike in alike {
            // Before which element each thing has to stand, for the sake of those behind it.
            let mut bounds = vec![many; now.len() + 1];
            for (i, k) in kept.iter().enumerate().rev() {
                bounds[i] = k.unwrap_or(bounds[i + 1]);
            }
            let mut from = 0;
            for (i, thing) in now.iter().enumerate() {
                if kept[i].is_none() {
                    let fits = |&k: &usize| free[k] && alike(&was[k], thing);
                    kept[i] = match order {
                        Order::Kept => (from..bounds[i + 1]).find(fits),
                        // The neighbour at the same place is the likeliest.
                        Order::Free => (i.min(many)..many).chain(0..i.min(many)).find(fits),
                    };
                }
                if let Some(k) = kept[i] {
                    free[k] = false;
                    from = k + 1;
                }
            }
        }
        let mut last = self.last;
        let mut new = || {
            last += 1;
            last
        };
        self.of = kept.into_iter().map(|k| k.map_or_else(&mut new, |k| self.of[k])).collect();
        self.last = last;
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
        e.assign(&[], &first, &rules, Order::Kept);
        assert_eq!([e.at(0), e.at(1), e.at(2)], [1, 2, 3]);
        // One that stayed keeps its own though another came before it; what left makes room for what is alike only.
        let second = [('a', 9), ('a', 2), ('c', 3)];
        e.assign(&first, &second, &rules, Order::Kept);
        assert_eq!([e.at(0), e.at(1), e.at(2)], [1, 2, 4]);
        // The number of one that has gone is not given again.
        e.assign(&second, &[], &rules, Order::Kept);
        e.assign(&[], &[('a', 1)], &rules, Order::Kept);
        assert_eq!(e.at(0), 5);
    }

    #[test]
    fn elements_change_places_only_where_they_follow_what_they_show() {
        let same: Alike<'_, char> = &|a, b| a == b;
        let any: Alike<'_, char> = &|_, _| true;
        let turned = |order| {
            let mut e = Elements::default();
            e.assign(&[], &['a', 'b', 'c'], &[same, any], order);
            e.assign(&['a', 'b', 'c'], &['b', 'c', 'a'], &[same, any], order);
            [e.at(0), e.at(1), e.at(2)]
        };
        assert_eq!(turned(Order::Free), [2, 3, 1]);
        // Two keep what they show; behind them no element is left.
        assert_eq!(turned(Order::Kept), [2, 3, 4]);
    }
}
