// Embedded structs promote fields and methods; outer ones win.
package main

import "fmt"

type animal struct {
	name string
	legs int
}

func (a animal) describe() string { return fmt.Sprintf("%s has %d legs", a.name, a.legs) }
func (a *animal) rename(n string) { a.name = n }
func (a animal) kind() string     { return "animal" }

type dog struct {
	animal
	breed string
}

func (d dog) kind() string { return "dog, a kind of " + d.animal.kind() }

type puppy struct {
	*dog
	age int
}

type logger struct{ prefix string }

func (l logger) log(s string) { fmt.Println(l.prefix + s) }

type service struct {
	logger
	fmt.Stringer
	int
}

type str string

func (s str) String() string { return "str:" + string(s) }

func main() {
	d := dog{animal{"rex", 4}, "lab"}
	d.rename("max")
	fmt.Println(d.describe(), d.kind(), d.name, d.animal.legs)
	p := puppy{&d, 1}
	p.rename("tiny")
	p.legs = 3
	fmt.Println(d.describe(), p.kind())
	s := service{logger{"> "}, str("inner"), 5}
	s.log("hello")
	fmt.Println(s.String(), s.int, s)
	fmt.Printf("%+v\n", d)
	var k interface{ kind() string } = p
	fmt.Println(k.kind())
}
