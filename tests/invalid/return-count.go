package main

func a() int           { return }
func b() int           { return 1, 2 }
func c() (int, string) { return 1 }
func d()               { return 1 }
func e() (int, error)  { return "x", nil }
func f() (n int, err error) {
	return 1
}

func main() {}
