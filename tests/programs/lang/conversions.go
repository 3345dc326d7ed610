// Conversions between numbers, strings, bytes and runes.
package main

import "fmt"

type celsius float64
type id int
type names []string

func main() {
	fmt.Println(int8(200+100-45-200), uint8(int32(300)&0xff), float64(7)/2, int(7.0))
	i := 300
	fmt.Println(uint8(i), int8(i), float32(i), celsius(i), id(i))
	j := -1
	fmt.Println(uint(j) == ^uint(0), uint16(j), uint64(int32(j)), int64(uint32(j)))
	fmt.Println(string(rune(65)), string(rune(0x4e16)), string(rune(-1)), string(rune(0x110000)))
	s := "héllo"
	bs := []byte(s)
	rs := []rune(s)
	bs[0] = 'H'
	rs[1] = 'e'
	fmt.Println(s, string(bs), string(rs), len(bs), len(rs))
	fmt.Println(bs, rs)
	n := names{"a", "b"}
	var plain []string = n
	fmt.Println(plain, []string(n), names(plain))
	type named struct{ A int }
	type other struct{ A int }
	fmt.Printf("%T %v\n", other(named{5}), other(named{5}))
	type myBytes []byte
	fmt.Println(string(myBytes("xyz")), string([]byte{}), []byte(""))
	sl := []int{1, 2, 3, 4}
	arr := [3]int(sl)
	ptr := (*[2]int)(sl)
	ptr[0] = 100
	fmt.Println(arr, *ptr, sl)
}
