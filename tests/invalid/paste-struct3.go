package main

import "fmt"

type user struct {
	Name string
	email
	Name string
	self user
}

func main() {
	u := user{"a", 1}
	u2 := user{Name: "b", Agee: 2}
	fmt.Println(u.name, u2, user.Name, u == u2)
	var a, b struct{ f func() }
	fmt.Println(a == b, [2]func(){} == [2]func(){})
}
