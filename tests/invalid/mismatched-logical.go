package main

func main() {
	a, b := 1, "x"
	_ = a && b
	_ = a || true
	_ = !b
	_ = !1
	_ = -true
	_ = +"a"
	_ = ^1.5
	_ = ^"a"
	_ = a & 1.5
	_ = 1.5 | 2
	_ = "a" & "b"
}
