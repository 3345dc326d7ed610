package main

func init() int { return 1 }

func main(args []string) int {
	init()
	return 0
}
