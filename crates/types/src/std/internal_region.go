// Package region lets the standard library make several steps appear as one.
package region

// Enter begins a region that other goroutines see as one step: until Exit, no other goroutine
// runs. Nothing in a region may wait; a panic ends it.
func Enter()

// Exit ends the region.
func Exit()

// Leave ends the region of a collection: the word by which it is known, and how much it holds now, for
// the eye.
func Leave(word *uint64, size int)

// Acquire lets all that happened before the last Release of the word happen before what follows.
func Acquire(word *uint64)

// Release lets all that has happened happen before what follows a later Acquire of the word.
func Release(word *uint64)
