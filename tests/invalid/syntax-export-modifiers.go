package main

public func Foo() {}
private int x = 5
static func Bar() {}

func main() {}
