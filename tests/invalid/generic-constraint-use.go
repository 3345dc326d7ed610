package main

type Num interface{ ~int | ~float64 }
type Cmp interface{ comparable }

var x Num
var y comparable
var z []Num

func f(n Num) {}
func g() Num  { return 1 }

type S struct{ n Num }

type U interface{ int | Num2 }
type V interface{ ~MyInt | string }
type MyInt int
type W interface{ ~error }
type X interface{ int | fmtStringer }
type fmtStringer interface{ String() string }

func main() {
	_ = Num(1)
	var a any = 1
	_ = a.(Num)
}
