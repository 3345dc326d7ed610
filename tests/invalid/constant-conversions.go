package main

func main() {
	_ = int8(200)
	_ = uint(-1)
	_ = uint8(-1)
	_ = int(1.5)
	_ = int64(1e30)
	_ = float32(1e50)
	_ = byte('世')
	_ = string(-1)
	_ = rune(1 << 40)
	_ = int32(2147483648)
}
