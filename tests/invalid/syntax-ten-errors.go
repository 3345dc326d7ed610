package main

func f1() { a b }
func f2() { a b }
func f3() { a b }
func f4() { a b }
func f5() { a b }
func f6() { a b }
func f7() { a b }
func f8() { a b }
func f9() { a b }
func f10() { a b }
func f11() { a b }
func f12() { a b }

func main() {}
