package main

import (
	"context"
	"fmt"
	"time"
)

type Server struct {
	handlers map[string]func(string) (string, error)
}

func NewServer() Server {
	return &Server{handlers: make(map[string]func(string) string)}
}

func (s *Server) Handle(ctx context.Context, path string) string {
	h, ok := s.handlers[path]
	if !ok {
		return nil
	}
	select {
	case <-ctx.Done:
		return ctx.Err()
	case <-time.After(time.Second):
		return h(path)
	}
}

func main() {
	s := NewServer()
	s.handlers["/"] = func(p string) string { return p }
	fmt.Println(s.Handle("/"))
}
