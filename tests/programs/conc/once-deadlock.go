// Calling Do inside Do of the same Once waits for itself forever.
package main

import "sync"

func main() {
	var once sync.Once
	once.Do(func() {
		once.Do(func() {})
	})
}
