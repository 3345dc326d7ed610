package main

func main() {
	goto done
	x := 1
	_ = x
done:
	goto block
	{
	block:
	}
}
