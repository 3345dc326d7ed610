// A weighted semaphore that nobody releases.
package main

import (
	"context"

	"golang.org/x/sync/semaphore"
)

func main() {
	s := semaphore.NewWeighted(1)
	s.Acquire(context.Background(), 1)
	s.Acquire(context.Background(), 1)
}
