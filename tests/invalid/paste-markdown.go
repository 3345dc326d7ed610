package main

```go
import "fmt"

func main() {
	fmt.Println("x")
}
```
