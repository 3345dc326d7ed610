package main

func main() {
	var a int8 = 128
	var b uint = -1
	var c uint8 = 256
	d := int32(1 << 31)
	var e float32 = 1e100
	f := 1 << 64
	var g int = 1.5
	h := byte(300)
	i := 10 / 0
	var j rune = 1 << 40
	_, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j
}
