//! The engine's only source of pseudo-random numbers.

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014). Eight bytes of state; the sequence is part of the schedule format and never
/// changes.
///
/// ```
/// let mut r = executor::Rng::new(7);
/// let first = r.below(6);
/// assert!(first < 6);
/// assert_eq!(executor::Rng::new(7).below(6), first);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rng(u64);

impl Rng {
    /// A generator with this seed.
    ///
    /// ```
    /// assert_eq!(executor::Rng::new(1), executor::Rng::new(1));
    /// ```
    pub fn new(seed: u64) -> Self {
        Rng(seed)
    }

    /// The next 64 bits.
    ///
    /// ```
    /// // The reference sequence of seed 1234567.
    /// assert_eq!(executor::Rng::new(1234567).next_u64(), 6457827717110365317);
    /// ```
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number in `0..n`; 0 if `n` is 0.
    ///
    /// ```
    /// assert_eq!(executor::Rng::new(1).below(1), 0);
    /// ```
    pub fn below(&mut self, n: u32) -> u32 {
        ((u128::from(self.next_u64()) * u128::from(n)) >> 64) as u32
    }
}
