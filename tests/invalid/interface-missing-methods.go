package main

type Animal interface {
	Sound() string
	Name() string
}

type Dog struct{}

func (d *Dog) Sound() string { return "woof" }
func (d Dog) Name() string   { return "dog" }

type Cat struct{}

func (c Cat) sound() string { return "meow" }
func (c Cat) Name() string  { return "cat" }

type Cow struct{}

func (c Cow) Sound(loud bool) string { return "moo" }
func (c Cow) Name() string           { return "cow" }

func speak(a Animal) {}

func main() {
	speak(Dog{})
	speak(Cat{})
	speak(Cow{})
	speak(nil)
	speak("x")
	speak(&Cat{})
	var a []Animal = []Animal{Dog{}, &Dog{}, Cow{}}
	m := map[string]Animal{"c": Cat{}}
	var p *Animal = &Dog{}
	_, _, _ = a, m, p
}
