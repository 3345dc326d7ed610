package main

func zero()                  {}
func one() int               { return 1 }
func two() (int, string)     { return 1, "a" }
func three() (a, b, c int)   { return 1, 2, 3 }
func a() (int, string)       { return one() }
func b() int                 { return two() }
func c() (int, string)       { return two(), 1 }
func d() (int, int, int)     { return two() }
func e()                     { return zero() }
func f() (string, int)       { return two() }
func g() (int, string)       { return 1, "a", nil }
func h() error               { return }

func main() {}
