package main

import fmt
import (
	"os"
	strings
)

func main() {}
