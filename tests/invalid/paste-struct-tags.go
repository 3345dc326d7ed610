package main

import "fmt"

type user struct {
	Name string `json:"name"`
	Age  int    json:"age"
	email
	fmt.Stringer
	Name string
}

func main() {
	u := user{"a", 1}
	u2 := user{Name: "b", Agee: 2}
	fmt.Println(u.name, u2)
}
