// Building strings: +=, comparison, conversion in loops, map keys from bytes.
package main

import "fmt"

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func isPalindrome(s string) bool { return s == reverse(s) }

func count(s string) map[rune]int {
	m := map[rune]int{}
	for _, r := range s {
		m[r]++
	}
	return m
}

func main() {
	s := ""
	for i := range 5 {
		s += string(rune('a' + i))
	}
	fmt.Println(s, reverse("héllo, 世界"), isPalindrome("level"))
	fmt.Println(count("hello"))
	m := map[string]int{}
	key := []byte("key")
	m[string(key)] = 1
	key[0] = 'K'
	m[string(key)]++
	fmt.Println(m)
	switch t := s[1:3]; t {
	case "bc":
		fmt.Println("bc")
	}
	b := []byte(s)
	for i := range b {
		b[i] -= 'a' - 'A'
	}
	fmt.Println(string(b), s)
	for i, c := range []byte("hé") {
		fmt.Print(i, ":", c, " ")
	}
	fmt.Println(append([]byte("x"), s...), copy(b, "zz"), string(b))
}
