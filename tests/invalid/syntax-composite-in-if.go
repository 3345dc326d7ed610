package main

type T struct{ a int }

func main() {
	if x := T{1}; x.a == 1 {
	}
	if T{1} == T{2} {
	}
	for _, v := range []int{1} {
		_ = v
	}
	switch T{1}.a {
	}
}
