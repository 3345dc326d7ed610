package main

//interleave:net https://api.example/users 12ms 200 {"ok":true}
//interleave:net POST https://api.example/users 3ms..9ms 201 "made\n"
//interleave:net https://api.example/slow 1s 503 try later
//interleave:net https://api.example/* 404 <p>nothing</p>
//interleave:net https://down.example/ 3ms refused
//interleave:net https://nowhere.example/ nohost
//interleave:net https://reset.example/ 5ms reset
//interleave:net https://eof.example/ 5ms eof
//interleave:net https://flaky.example/ 5ms 500
//interleave:net https://flaky.example/ 5ms 429 slow down
//interleave:net https://flaky.example/ 5ms 200 fine
//interleave:net https://silent.example/ timeout
//interleave:net https://gone.example/ 5ms 204
//interleave:net https://old.example/ 5ms 301 -> https://new.example/home moved
//interleave:net http://new.example/* 1ms 200 not this one
//interleave:net https://new.example/home 5ms 200 welcome
//interleave:net https://round.example/* 1ms 302 -> /again
//interleave:net https://form.example/send 1ms 303 -> ../done?ok=1
//interleave:net https://form.example/done?ok=1 1ms 200 [1,2]

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"
)

func show(resp *http.Response, err error) {
	if err != nil {
		var ue *url.Error
		var dns *net.DNSError
		text := "an address is in it"
		if !errors.Is(err, syscall.ECONNREFUSED) && !errors.Is(err, syscall.ECONNRESET) {
			text = err.Error()
		}
		fmt.Println("error:", text, errors.As(err, &ue) && ue.Timeout(), errors.As(err, &dns), errors.Is(err, context.DeadlineExceeded),
			errors.Is(err, context.Canceled), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, syscall.ECONNRESET))
		return
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	fmt.Printf("%s %d %q %v %v %s %s\n", resp.Status, resp.ContentLength, b, err, resp.Header, resp.Request.Method, resp.Request.URL)
}

func main() {
	for _, u := range []string{"api.example/users", "api.example/users#top", "api.example/none", "down.example", "nowhere.example/",
		"reset.example", "eof.example", "flaky.example", "flaky.example/", "flaky.example", "flaky.example", "gone.example", "old.example",
		"round.example", "unknown.example/x"} {
		fmt.Print(u, " ")
		show(http.Get("https://" + u))
	}
	show(http.Head("https://api.example/users"))
	show(http.Post("https://api.example/users", "text/plain", strings.NewReader("Ann")))
	show(http.PostForm("https://form.example/send", url.Values{"a": {"b c"}}))

	short := &http.Client{Timeout: 50 * time.Millisecond}
	show(short.Get("https://api.example/slow"))
	show(short.Get("https://silent.example/"))
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(20*time.Millisecond, cancel)
	req, _ := http.NewRequestWithContext(ctx, "GET", "https://api.example/slow", nil)
	show(http.DefaultClient.Do(req))
	cause := errors.New("no longer wanted")
	ctx, stop := context.WithCancelCause(context.Background())
	stop(cause)
	_, err := http.DefaultClient.Do(req.WithContext(ctx))
	fmt.Println(err, errors.Is(err, cause))

	var wg sync.WaitGroup
	var mu sync.Mutex
	n := 0
	for i := range 8 {
		wg.Go(func() {
			resp, err := http.Get(fmt.Sprintf("https://new.example/home?%d", i))
			if err != nil {
				panic(err)
			}
			resp.Body.Close()
			mu.Lock()
			n += resp.StatusCode
			mu.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(n)
}
