// Sets of bits, popcount, swaps, sign extension.
package main

import "fmt"

type set uint64

func (s set) has(n uint) bool { return s>>n&1 == 1 }
func (s *set) add(n uint)     { *s |= 1 << n }
func (s *set) remove(n uint)  { *s &^= 1 << n }
func (s set) len() (n int) {
	for ; s != 0; s &= s - 1 {
		n++
	}
	return
}

func main() {
	var s set
	for _, n := range []uint{1, 5, 63, 5} {
		s.add(n)
	}
	s.remove(1)
	fmt.Println(s.has(5), s.has(1), s.len(), uint64(s))
	x := uint32(0x12345678)
	fmt.Printf("%#x %#x\n", x<<8|x>>24, x>>24|x>>8&0xff00|x<<8&0xff0000|x<<24)
	var b byte = 0x80
	fmt.Println(int(b), int(int8(b)), int32(int8(b))>>1, uint32(int8(b-1+1))>>24)
	h := uint32(2166136261)
	for _, c := range []byte("hash me") {
		h ^= uint32(c)
		h *= 16777619
	}
	fmt.Println(h)
	seed := uint64(42)
	for range 3 {
		seed ^= seed << 13
		seed ^= seed >> 7
		seed ^= seed << 17
		fmt.Print(seed, " ")
	}
	fmt.Println()
	i := -1
	fmt.Println(i>>1, uint8(i)>>1, i&0xff, 1<<uint(i&3))
}
