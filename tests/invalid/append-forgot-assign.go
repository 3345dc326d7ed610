package main

import "fmt"

func main() {
	var s []int
	append(s, 1)
	s = append(s, "two")
	s = append(s, []int{3, 4})
	s.append(5)
	s += 6
	fmt.Println(s)
}
