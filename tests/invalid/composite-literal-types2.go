package main

type I interface{}
type F func()
type N int

func main() {
	_ = I{}
	_ = F{}
	_ = N{1}
	_ = error{}
	_ = []int{"a": 1}
	_ = map[string]int{1}
	_ = map[string]int{"a"}
	_ = [][]int{1, 2}
	_ = [][]int{{"a"}}
	_ = []*int{{1}}
	_ = map[string][]int{"a": {"b"}}
	_ = []struct{ a int }{{b: 1}}
}
