// Deleting while ranging is allowed; every entry is seen at most once.
package main

import "fmt"

func main() {
	m := map[int]int{}
	for i := range 20 {
		m[i] = i * i
	}
	seen := 0
	for k := range m {
		seen++
		delete(m, k)
	}
	fmt.Println(seen, len(m))
	for i := range 10 {
		m[i] = i
	}
	count := 0
	for k := range m {
		for j := range 10 {
			if j != k {
				delete(m, j)
			}
		}
		count++
	}
	fmt.Println(count, len(m))
	sum := 0
	for k, v := range map[int]int{1: 10, 2: 20, 3: 30} {
		sum += k * v
	}
	for range m {
		sum++
	}
	fmt.Println(sum)
	nan := 0.0
	nan = nan / nan
	f := map[float64]int{nan: 1, nan + 1: 2}
	_, ok := f[nan]
	fmt.Println(len(f), ok)
}
