// The goroutine that panics is shown, with its creator.
package main

type server struct{ done chan bool }

func (s *server) handle(id int) {
	if id == 2 {
		panic("request 2")
	}
	s.done <- true
}

func (s *server) start() {
	for i := range 3 {
		go s.handle(i)
		if i < 2 {
			<-s.done
		}
	}
}

func main() {
	s := &server{make(chan bool)}
	s.start()
	select {}
}
