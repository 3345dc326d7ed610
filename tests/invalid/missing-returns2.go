package main

import "os"

func a() int {
	os.Exit(1)
}

func b(c chan int) int {
	select {
	case v := <-c:
		return v
	case <-c:
		break
	}
}

func d(x int) int {
	switch {
	case x > 0:
		return 1
	default:
		if x == 0 {
			return 0
		}
	}
}

func e() int {
	{
		return 1
	}
}

func f() int {
	panic("x")
}

func g() int {
	goto end
end:
	println()
}

func h() error {
	defer func() error { return nil }()
}

func main() {}
