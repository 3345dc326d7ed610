package main

import "time"

type D = time.Duration
type M = int

func (d D) foo() {}
func (m M) bar() {}

func (t []int) baz()       {}
func (t struct{}) qux()    {}
func (t func()) quux()     {}
func (t chan int) corge()  {}
func (t map[int]int) g()   {}
func (time.Duration) ext() {}

func main() {}
