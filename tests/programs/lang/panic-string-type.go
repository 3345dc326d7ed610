package main

type MyErr string

func f(m MyErr) { panic(m) }

func main() { f("custom\n\"quoted\"") }
