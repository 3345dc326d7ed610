// Arrays too large for registers are copied, cleared and indexed in memory; go and defer through an interface.
package main

import (
	"fmt"
	"sync"
)

type runner interface {
	run(wg *sync.WaitGroup, n int)
}

type printer struct{ name string }

func (p printer) run(wg *sync.WaitGroup, n int) {
	defer wg.Done()
	fmt.Println(p.name, n)
}

type board struct {
	cells [300][3]int
	name  string
}

func total(b board) (n int) {
	for _, row := range b.cells {
		for _, c := range row {
			n += c
		}
	}
	return n
}

func deferred(r runner, wg *sync.WaitGroup) {
	wg.Add(1)
	defer r.run(wg, 2)
	fmt.Println("before")
}

func main() {
	var wg sync.WaitGroup
	var r runner = printer{"interface"}
	wg.Add(1)
	go r.run(&wg, 1)
	wg.Wait()
	deferred(r, &wg)

	a := board{name: "a"}
	for i := range a.cells {
		a.cells[i][i%3] = i
	}
	p := &a
	b := *p
	b.cells[7][1] = 1000
	fmt.Println(total(a), total(b), a == b)
	*p = board{}
	fmt.Println(total(a), a.name == "", total(b))
	*p = b
	fmt.Println(a == b, total(*p))
	boards := []board{a, b}
	boards[1] = board{name: "zero"}
	fmt.Println(total(boards[0]), boards[1] == board{name: "zero"})
	large := [1000]int{5: 1, 999: 2}
	copyOf := large
	large = [1000]int{}
	i := 5
	fmt.Println(large[i], copyOf[i], copyOf[len(copyOf)-1])
	m := map[string][200]int{"x": {3: 4}}
	fmt.Println(m["x"][3], m["y"][3])
	var e any = copyOf
	fmt.Println(e.([1000]int)[999], e == any(copyOf))
	c := make(chan board, 1)
	c <- b
	fmt.Println(total(<-c))
	fmt.Println([4]int{1, 2, 3, 4}[i-2], "abcdef"[i], [3]string{"x", "y", "z"}[i%3])
	defer func() { fmt.Println(recover()) }()
	i = 1000
	fmt.Println(copyOf[i])
}
