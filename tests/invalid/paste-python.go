package main

import "fmt"

def add(a, b):
    return a + b

func main() {
    print "hello"
    for i in range(10):
        fmt.Println(i)
}
