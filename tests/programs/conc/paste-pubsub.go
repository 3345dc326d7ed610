// A broker with topics, subscribers that come and go, and a drain at the end.
package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

type Message struct {
	Topic   string
	Payload any
}

type Broker struct {
	mu     sync.RWMutex
	subs   map[string]map[int]chan Message
	nextID int
	closed bool
}

func NewBroker() *Broker { return &Broker{subs: make(map[string]map[int]chan Message)} }

func (b *Broker) Subscribe(topic string, size int) (<-chan Message, func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	ch := make(chan Message, size)
	id := b.nextID
	b.nextID++
	if b.subs[topic] == nil {
		b.subs[topic] = make(map[int]chan Message)
	}
	b.subs[topic][id] = ch
	var once sync.Once
	return ch, func() {
		once.Do(func() {
			b.mu.Lock()
			defer b.mu.Unlock()
			if c, ok := b.subs[topic][id]; ok {
				delete(b.subs[topic], id)
				close(c)
			}
		})
	}
}

func (b *Broker) Publish(topic string, payload any) (sent, dropped int) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.closed {
		return
	}
	for _, ch := range b.subs[topic] {
		select {
		case ch <- Message{topic, payload}:
			sent++
		default:
			dropped++
		}
	}
	return
}

func (b *Broker) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	for _, subs := range b.subs {
		for id, ch := range subs {
			close(ch)
			delete(subs, id)
		}
	}
}

func main() {
	b := NewBroker()
	var wg sync.WaitGroup
	var mu sync.Mutex
	var lines []string
	collect := func(name string, ch <-chan Message) {
		defer wg.Done()
		for m := range ch {
			mu.Lock()
			lines = append(lines, fmt.Sprintf("%s %s %v (%T)", name, m.Topic, m.Payload, m.Payload))
			mu.Unlock()
		}
	}
	for _, name := range []string{"ann", "bob"} {
		ch, _ := b.Subscribe("news", 8)
		wg.Add(1)
		go collect(name, ch)
	}
	sport, cancel := b.Subscribe("sport", 1)
	fmt.Println(b.Publish("news", 1))
	fmt.Println(b.Publish("news", []string{"x", "y"}))
	fmt.Println(b.Publish("sport", 2.5))
	fmt.Println(b.Publish("sport", "late"))
	fmt.Println(b.Publish("nobody", nil))
	cancel()
	cancel()
	for m := range sport {
		fmt.Printf("%+v\n", m)
	}
	b.Close()
	fmt.Println(b.Publish("news", "closed"))
	wg.Wait()
	slices.Sort(lines)
	fmt.Println(strings.Join(lines, "\n"))
}
