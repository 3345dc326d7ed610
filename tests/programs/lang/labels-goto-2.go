package main

import "fmt"

func main() {
	matrix := [][]int{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
search:
	for i, row := range matrix {
		for j, v := range row {
			switch {
			case v == 2:
				continue search
			case v == 8:
				fmt.Println("found at", i, j)
				break search
			default:
				fmt.Print(v, " ")
			}
		}
	}
	i := 0
loop:
	if i < 3 {
		fmt.Print("goto", i, " ")
		i++
		goto loop
	}
	fmt.Println()
sw:
	switch i {
	case 3:
		for {
			i++
			if i > 10 {
				break sw
			}
		}
		fallthrough
	case 4:
		fmt.Println("unreached?")
	}
	fmt.Println(i)
	ch := make(chan int, 3)
	for n := range 3 {
		ch <- n
	}
	close(ch)
recv:
	for {
		select {
		case v, ok := <-ch:
			if !ok {
				break recv
			}
			if v == 1 {
				continue recv
			}
			fmt.Print("v", v, " ")
		}
	}
	fmt.Println()
	switch x := i; {
	case x > 100:
		fmt.Println("big")
	default:
		fmt.Println("default first")
		fallthrough
	case x > 10:
		fmt.Println("over 10")
	case x > 1:
		fmt.Println("over 1")
	}
	switch {
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, ";")
	}
	fmt.Println()
	goto end
end:
}
