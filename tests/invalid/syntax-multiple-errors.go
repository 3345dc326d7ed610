package main

func a() {
	x = = 1
}

func b() {
	y := := 2
}

func c( {
}

func d() }
}

func main() {}
