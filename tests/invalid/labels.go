package main

func main() {
unused:
	for {
		break missing
	}
	goto nowhere
outer:
	for {
		continue inner
	}
inner:
	{
		continue inner
	}
outer:
	break outer
}
