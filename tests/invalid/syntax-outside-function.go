package main

x := 1

println("x")

for {
}

func main() {}
