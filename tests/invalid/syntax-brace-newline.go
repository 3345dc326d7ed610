package main

func main()
{
	if true
	{
	}
	for i := 0; i < 3; i++
	{
	}
}
