// Package region lets the standard library make several steps appear as one.
package region

// Enter begins a region that other goroutines see as one step: until Exit, no other goroutine
// runs. What happens in a region happens before what happens in later regions of the same word.
// Nothing in a region may wait; a panic ends it.
func Enter(word *uint64)

// Exit ends the region.
func Exit(word *uint64)
