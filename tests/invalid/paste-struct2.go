package main

import "fmt"

type user struct {
	Name string
	email
	fmt.Stringer
	Name string
	self user
}

func main() {
	u := user{"a", 1}
	u2 := user{Name: "b", Agee: 2}
	u3 := &user{}
	fmt.Println(u.name, u2, u3->Name)
}
