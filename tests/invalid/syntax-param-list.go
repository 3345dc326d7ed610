package main

func f(int a, string b) {}

func g(a int b int) {}

func h(a int,, b int) {}

func main() {}
