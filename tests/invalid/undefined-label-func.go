package main

func main() {
outer:
	for {
		func() {
			break outer
		}()
		go func() {
			for {
				continue outer
			}
		}()
	}
}
