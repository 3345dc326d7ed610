package main

func main() {
	x := 5;;
	; y := 6
	_, _ = x, y;
	for ;; {
		break;
	}
	if x > 1; {
	}
}
