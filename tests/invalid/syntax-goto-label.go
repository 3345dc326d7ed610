package main

func main() {
	goto
	goto 5
	break 1
	continue "x"
}
