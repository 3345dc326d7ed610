// Package region lets the standard library make several steps appear as one.
package region

// Enter begins a region that other goroutines see as one step: until Exit, no other goroutine
// runs. Regions of the same word are ordered: what happens in one happens before the next.
func Enter(word *uint64)

// Exit ends the region.
func Exit(word *uint64)
