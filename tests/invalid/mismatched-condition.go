package main

func main() {
	x := 1
	if x {
	}
	for x {
	}
	for i := 0; i; i++ {
	}
	if "a" {
	}
	if nil {
	}
	if x == 1 && "a" {
	}
	switch x {
	case true:
	case "a":
	case nil:
	case 1.5:
	}
	switch {
	case 1:
	case x:
	}
}
