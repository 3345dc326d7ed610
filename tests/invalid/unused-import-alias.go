package main

import (
	f "fmt"
	. "strings"
	_ "os"
	"sync/atomic"
	"math/rand/v2"
)

func main() {
}
