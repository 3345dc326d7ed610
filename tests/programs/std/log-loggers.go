// Loggers of one's own, all flags but the time's value.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
)

type server struct{ *log.Logger }

func main() {
	var buf bytes.Buffer
	l := log.New(&buf, "srv: ", log.LstdFlags|log.Lmicroseconds|log.LUTC|log.Lmsgprefix)
	l.Println("x")
	fmt.Println(buf.Len() > len("srv: x\n"), l.Flags()&log.Ldate != 0, l.Flags()&log.Ltime != 0, l.Flags()&log.Llongfile)
	buf.Reset()
	l.SetFlags(log.Lshortfile)
	l.Print("file")
	fmt.Print(buf.String())
	s := server{log.New(os.Stdout, "[s] ", 0)}
	s.Println("embedded")
	s.Printf("%05d", 42)
	var err error = fmt.Errorf("an error")
	s.Println(err, nil, []int{1})
	s.Fatalf("ends with %d", 1)
}
