// A state machine in gotos.
package main

import "fmt"

func parse(s string) (words []string) {
	i := 0
	start := 0
skip:
	if i == len(s) {
		goto end
	}
	if s[i] == ' ' {
		i++
		goto skip
	}
	start = i
word:
	if i < len(s) && s[i] != ' ' {
		i++
		goto word
	}
	words = append(words, s[start:i])
	goto skip
end:
	return
}

func main() {
	fmt.Printf("%q\n", parse("  the quick  brown fox "))
	i := 0
loop:
	for {
		switch {
		case i > 5:
			break loop
		case i%2 == 0:
			i += 3
			continue loop
		}
		i++
	}
	fmt.Println(i)
}
