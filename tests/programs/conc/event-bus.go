package main

import (
	"fmt"
	"sync"
)

type Event struct {
	Topic string
	Data  any
}

type Handler func(Event)

type Bus struct {
	mu   sync.RWMutex
	subs map[string][]chan Event
	wg   sync.WaitGroup
}

func NewBus() *Bus { return &Bus{subs: map[string][]chan Event{}} }

func (b *Bus) On(topic string, h Handler) {
	ch := make(chan Event, 4)
	b.mu.Lock()
	b.subs[topic] = append(b.subs[topic], ch)
	b.mu.Unlock()
	b.wg.Add(1)
	go func() {
		defer b.wg.Done()
		for e := range ch {
			h(e)
		}
	}()
}

func (b *Bus) Emit(topic string, data any) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, ch := range b.subs[topic] {
		ch <- Event{topic, data}
	}
	return len(b.subs[topic])
}

func (b *Bus) Close() {
	b.mu.Lock()
	for _, chs := range b.subs {
		for _, c := range chs {
			close(c)
		}
	}
	clear(b.subs)
	b.mu.Unlock()
	b.wg.Wait()
}

func main() {
	b := NewBus()
	var total int
	var names []string
	b.On("add", func(e Event) { total += e.Data.(int) })
	b.On("name", func(e Event) {
		switch v := e.Data.(type) {
		case string:
			names = append(names, v)
		case fmt.Stringer:
			names = append(names, "S:"+v.String())
		case nil:
			names = append(names, "nil")
		default:
			names = append(names, fmt.Sprintf("%T", v))
		}
	})
	for i := range 5 {
		b.Emit("add", i)
	}
	b.Emit("name", "bob")
	b.Emit("name", nil)
	b.Emit("name", [2]bool{})
	b.Emit("name", func(int) error { return nil })
	fmt.Println(b.Emit("nobody", 1))
	b.Close()
	fmt.Println(total, names)
}
