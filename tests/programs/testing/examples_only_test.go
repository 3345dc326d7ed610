package ex

import "fmt"

func Example() {
	fmt.Println("hello, and")
	fmt.Println("goodbye")
	// Output:
	// hello, and
	// goodbye
}

func Example_second() {
	fmt.Print("  spaced \n\n")
	// Output: spaced
}

func Example_empty() {
	// Output:
}
