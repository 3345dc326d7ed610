// Package region lets the standard library make several steps appear as one.
package region

// Enter begins a region that other goroutines see as one step: until Exit, no other goroutine
// runs. The word is the variable whose region it is, for the eye. Nothing in a region may wait; a
// panic ends it.
func Enter(word *uint64)

// Exit ends the region.
func Exit(word *uint64)

// Acquire lets all that happened before the last Release of the word happen before what follows.
func Acquire(word *uint64)

// Release lets all that has happened happen before what follows a later Acquire of the word.
func Release(word *uint64)
