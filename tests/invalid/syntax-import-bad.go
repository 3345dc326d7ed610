package main

import "fm t"
import ""
import 5

func main() {}
