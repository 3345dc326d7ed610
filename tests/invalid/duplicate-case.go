package main

func main() {
	x := 1
	switch x {
	case 1:
	case 2, 1:
	}
	s := "a"
	switch s {
	case "a", "b":
	case "b":
	}
	switch any(x).(type) {
	case int:
	case string, int:
	}
	switch x {
	default:
	default:
	}
}
