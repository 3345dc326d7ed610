package main

import (
	"fmt"
	"sort"
	"sync"
)

type Fetcher interface {
	Fetch(url string) (body string, urls []string, err error)
}

type SafeSet struct {
	sync.Mutex
	seen map[string]bool
}

func (s *SafeSet) Add(u string) bool {
	s.Lock()
	defer s.Unlock()
	if s.seen[u] {
		return false
	}
	s.seen[u] = true
	return true
}

var (
	mu  sync.Mutex
	log []string
)

func note(format string, args ...interface{}) {
	mu.Lock()
	log = append(log, fmt.Sprintf(format, args...))
	mu.Unlock()
}

func Crawl(url string, depth int, fetcher Fetcher, set *SafeSet, wg *sync.WaitGroup) {
	defer wg.Done()
	if depth <= 0 || !set.Add(url) {
		return
	}
	body, urls, err := fetcher.Fetch(url)
	if err != nil {
		note("%v", err)
		return
	}
	note("found: %s %q", url, body)
	for _, u := range urls {
		wg.Add(1)
		go Crawl(u, depth-1, fetcher, set, wg)
	}
}

type fakeFetcher map[string]*fakeResult
type fakeResult struct {
	body string
	urls []string
}

func (f fakeFetcher) Fetch(url string) (string, []string, error) {
	if res, ok := f[url]; ok {
		return res.body, res.urls, nil
	}
	return "", nil, fmt.Errorf("not found: %s", url)
}

var fetcher = fakeFetcher{
	"https://golang.org/": &fakeResult{
		"The Go Programming Language",
		[]string{"https://golang.org/pkg/", "https://golang.org/cmd/"},
	},
	"https://golang.org/pkg/": &fakeResult{
		"Packages",
		[]string{"https://golang.org/", "https://golang.org/cmd/", "https://golang.org/pkg/fmt/", "https://golang.org/pkg/os/"},
	},
	"https://golang.org/pkg/fmt/": {"Package fmt", []string{"https://golang.org/", "https://golang.org/pkg/"}},
	"https://golang.org/pkg/os/":  {"Package os", []string{"https://golang.org/", "https://golang.org/pkg/"}},
}

func main() {
	var wg sync.WaitGroup
	set := &SafeSet{seen: make(map[string]bool)}
	wg.Add(1)
	go Crawl("https://golang.org/", 4, fetcher, set, &wg)
	wg.Wait()
	sort.Strings(log)
	for _, l := range log {
		fmt.Println(l)
	}
}
