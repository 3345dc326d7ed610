// switch over types, booleans, structs, functions' results, with no tag and with init.
package main

import "fmt"

type pt struct{ x, y int }

func classify(v any) (s string) {
	switch v := v.(type) {
	case interface{ Error() string }:
		s = "error:" + v.Error()
	case func() string:
		s = v()
	case []any:
		for _, e := range v {
			s += classify(e) + ";"
		}
	case map[string]any:
		s = fmt.Sprint(len(v), " keys")
	case int, int8, int16, int32, int64:
		s = fmt.Sprintf("signed %d", v)
	case uint, uint8:
		s = fmt.Sprintf("unsigned %d", v)
	case float32, float64:
		s = fmt.Sprintf("float %g", v)
	case *pt:
		s = fmt.Sprint("point ", v.x+v.y)
	case pt:
		s = fmt.Sprint("value ", v.x*v.y)
	case chan<- int:
		s = "send only"
	case nil:
		s = "nil"
	}
	return
}

func main() {
	fmt.Println(classify([]any{1, uint8(2), 2.5, "none", fmt.Errorf("e"), nil, func() string { return "f" }, &pt{1, 2}, pt{3, 4}, map[string]any{"a": 1}, make(chan<- int), 'x'}))
	switch p := (pt{1, 2}); p {
	case pt{2, 1}:
		fmt.Println("no")
	case pt{1, 2}:
		fmt.Println("struct")
	}
	switch b := 3 > 2; b {
	case false:
		fmt.Println("false")
	case true:
		fmt.Println("true")
	}
	switch x := 5; true {
	case x > 3 && x < 10:
		fmt.Println("between")
		fallthrough
	case x > 100:
		fmt.Println("fell")
	default:
		fmt.Println("default")
	}
	var arr [2]string
	arr[1] = "b"
	switch arr {
	case [2]string{"", "b"}:
		fmt.Println("array")
	}
}
