// The named types of package strings in signatures.
package main

import (
	"fmt"
	"strings"
)

type config struct {
	clean *strings.Replacer
	input *strings.Reader
	out   strings.Builder
}

func (c *config) run() string {
	var word [4]byte
	for {
		n, err := c.input.Read(word[:])
		c.out.WriteString(c.clean.Replace(string(word[:n])))
		if err != nil {
			return c.out.String() + " " + err.Error()
		}
	}
}

func main() {
	c := config{clean: strings.NewReplacer("a", "A", "\n", "|"), input: strings.NewReader("banana\nsplit a\n")}
	fmt.Println(c.run())
}
