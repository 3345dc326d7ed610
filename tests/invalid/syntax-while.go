package main

func main() {
	while true {
	}
	do {
	} while (true)
}
