package main

func main() {
block:
	{
		break block
	}
cond:
	if true {
		break cond
		continue cond
	}
sw:
	switch {
	case true:
		continue sw
	}
stmt:
	x := 1
	_ = x
	for {
		break stmt
		continue stmt
	}
}
