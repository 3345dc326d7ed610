package main

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"sync"
)

type Animal interface{ Sound() string }
type Named interface{ Name() string }
type Pet interface {
	Animal
	Named
	fmt.Stringer
}

type Base struct{ name string }

func (b Base) Name() string     { return b.name }
func (b *Base) Rename(n string) { b.name = n }
func (b Base) String() string   { return "<" + b.name + ">" }

type Dog struct {
	*Base
	Tricks []string
}

func (Dog) Sound() string { return "woof" }

type Puppy struct {
	Dog
	age int
}

func (p Puppy) Sound() string { return "yip(" + p.Dog.Sound() + ")" }

type reverse struct{ sort.Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

type countingWriter struct {
	io.Writer
	n int
}

func (c *countingWriter) Write(p []byte) (int, error) {
	c.n += len(p)
	return c.Writer.Write(p)
}

type Counter struct {
	sync.Mutex
	m map[string]int
}

func (c *Counter) Inc(k string) {
	c.Lock()
	defer c.Unlock()
	c.m[k]++
}

type Logger struct{ prefix string }

func (l *Logger) Logf(f string, a ...any) { fmt.Printf(l.prefix+f+"\n", a...) }

type Service struct {
	*Logger
	Pet
	cfg struct {
		host string
		port int
	}
}

func main() {
	p := Puppy{Dog{&Base{"Rex"}, nil}, 1}
	var pet Pet = p
	fmt.Println(pet.Name(), pet.Sound(), pet)
	p.Rename("Max")
	fmt.Println(p.Name(), pet.Name(), p)
	f := p.Sound
	g := Puppy.Sound
	h := (*Base).Rename
	h(p.Base, "Zoe")
	fmt.Println(f(), g(p), p.name)
	x := []int{3, 1, 2}
	sort.Sort(reverse{sort.IntSlice(x)})
	fmt.Println(x)
	var sb strings.Builder
	cw := &countingWriter{Writer: &sb}
	fmt.Fprintf(cw, "%05d", 42)
	fmt.Println(cw.n, sb.String())
	c := Counter{m: map[string]int{}}
	c.Inc("a")
	c.Inc("a")
	fmt.Println(c.m)
	s := Service{Logger: &Logger{"[svc] "}, Pet: pet}
	s.cfg.host, s.cfg.port = "localhost", 8080
	s.Logf("%s:%d %s", s.cfg.host, s.cfg.port, s.Name())
	fn := s.Logf
	s.Logger = &Logger{"[new] "}
	fn("bound")
	s.Logf("fresh")
	var n Named = s
	_, ok := n.(Animal)
	fmt.Println(ok)
	if st, ok := n.(interface{ Rename(string) }); ok {
		fmt.Println("renamer", st)
	} else {
		fmt.Println("no renamer")
	}
	fmt.Println(fmt.Stringer.String(p))
	var e interface{ Animal } = p
	fmt.Println(e.Sound())
}
