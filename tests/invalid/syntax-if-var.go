package main

func main() {
	if var x = 1; x > 0 {
	}
	for var i = 0; i < 3; i++ {
	}
	switch var y = 2; y {
	}
}
