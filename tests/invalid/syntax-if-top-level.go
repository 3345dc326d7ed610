package main

if true {
}

func main() {}

go main()
