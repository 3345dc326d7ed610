package main

import "fmt"
import "fmt"
import (
	f "fmt"
	"os"
	os "strings"
)

func main() {
	fmt.Println(f.Sprint(), os.Args)
}
