package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

type Server struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

func (s *Server) Run(name string, every time.Duration) {
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		t := time.NewTicker(every)
		defer t.Stop()
		n := 0
		for {
			select {
			case <-t.C:
				n++
			case <-s.quit:
				fmt.Println(name, n)
				return
			}
		}
	}()
	time.Sleep(time.Millisecond)
}

func (s *Server) Shutdown(ctx context.Context) error {
	close(s.quit)
	done := make(chan struct{})
	go func() { s.wg.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	defer signal.Stop(sigs)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	s := &Server{quit: make(chan struct{})}
	s.Run("a", 20*time.Millisecond)
	select {
	case sig := <-sigs:
		fmt.Println("got", sig)
	case <-ctx.Done():
	case <-time.After(110 * time.Millisecond):
		fmt.Println("timeout")
	}
	sctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	fmt.Println(s.Shutdown(sctx))
	stop()
	fmt.Println(ctx.Err())
	fmt.Println(syscall.SIGTERM, os.Interrupt, os.Kill)
	_ = sigs
}
