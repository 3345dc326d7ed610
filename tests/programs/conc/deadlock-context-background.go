// Background is never done.
package main

import "context"

func main() {
	<-context.Background().Done()
}
