//! The simulated network. The texts of errors and responses are those of real Go 1.27.3 in front of a local server that
//! answered by the same directives; addresses apart.

use expect_test::expect;
use playground::{Recording, Run, Settings, Strategy, compile};
use trace::{EventKind, GoId, RunQueue, WaitReason};

fn record(source: &str, settings: &Settings) -> Recording {
    let mut run = Run::start(&compile(source).unwrap(), settings).unwrap();
    while !run.advance(1_000_000) {}
    run.finish()
}

const ERRORS: &str = r#"package main

//interleave:net https://api.example/users 120ms 200 {"ok":true}
//interleave:net https://api.example/slow 1s 503 try later
//interleave:net https://down.example/ 3ms refused
//interleave:net https://nowhere.example/ nohost
//interleave:net https://r.example/ 5ms reset
//interleave:net https://e.example/ 5ms eof
//interleave:net https://flaky.example/ 5ms 500
//interleave:net https://flaky.example/ 5ms 200 fine
//interleave:net https://silent.example/ timeout
//interleave:net https://gone.example/* 5ms 204
//interleave:net POST https://api.example/users 30ms 201 "made\n"

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

func show(resp *http.Response, err error) {
	if err != nil {
		fmt.Println(err, errors.Is(err, context.DeadlineExceeded), time.Since(start).Round(time.Millisecond))
		return
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	fmt.Printf("%s %q %v %v %v\n", resp.Status, body, err, resp.Header, time.Since(start).Round(time.Millisecond))
}

var start time.Time

func get(c *http.Client, url string) {
	start = time.Now()
	show(c.Get(url))
}

func main() {
	for _, u := range []string{"api.example/users", "api.example/slow", "down.example", "nowhere.example/", "r.example/",
		"e.example", "flaky.example", "flaky.example/", "flaky.example#x", "silent.example", "gone.example/a/b?c"} {
		get(http.DefaultClient, "https://"+u)
	}
	get(&http.Client{Timeout: 50 * time.Millisecond}, "https://api.example/slow")
	get(&http.Client{Timeout: 50 * time.Millisecond}, "https://silent.example")
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	req, _ := http.NewRequestWithContext(ctx, "GET", "https://api.example/slow", nil)
	start = time.Now()
	show(http.DefaultClient.Do(req))
	show(http.DefaultClient.Do(req))
	cancel()
	ctx, stop := context.WithCancelCause(context.Background())
	time.AfterFunc(20*time.Millisecond, func() { stop(errors.New("my cause")) })
	start = time.Now()
	show(http.DefaultClient.Do(req.WithContext(ctx)))
	start = time.Now()
	show(http.Head("https://api.example/users"))
	show(http.Post("https://api.example/users", "text/plain", strings.NewReader("abc")))
}
"#;

#[test]
fn redirections_are_followed() {
    let source = r#"package main

//interleave:net https://old.example/ 5ms 301 -> https://new.example/home moved
//interleave:net https://new.example/home 7ms 200 welcome
//interleave:net https://round.example/* 1ms 302 -> /again

import (
	"fmt"
	"io"
	"net/http"
	"time"
)

func main() {
	start := time.Now()
	resp, err := http.Get("https://old.example/")
	body, _ := io.ReadAll(resp.Body)
	fmt.Println(resp.Status, string(body), err, resp.Request.URL, time.Since(start).Round(time.Millisecond))
	_, err = http.Get("https://round.example/")
	fmt.Println(err)
	c := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err = c.Get("https://old.example/")
	body, _ = io.ReadAll(resp.Body)
	fmt.Println(resp.Status, string(body), err, resp.Header["Location"])
}
"#;
    let r = record(source, &Settings::default());
    expect![[r#"
        200 OK welcome <nil> https://new.example/home 12ms
        Get "/again": stopped after 10 redirects
        301 Moved Permanently moved <nil> [https://new.example/home]
    "#]]
    .assert_eq(&r.outcome.stdout);
}

#[test]
fn answers_and_errors_in_gos_words() {
    let r = record(ERRORS, &Settings::default());
    expect![[r#"
        200 OK "{\"ok\":true}" <nil> map[Content-Length:[11] Content-Type:[application/json]] 120ms
        503 Service Unavailable "try later" <nil> map[Content-Length:[9] Content-Type:[text/plain; charset=utf-8]] 1s
        Get "https://down.example": dial tcp 192.0.2.216:443: connect: connection refused false 3ms
        Get "https://nowhere.example/": dial tcp: lookup nowhere.example: no such host false 0s
        Get "https://r.example/": read tcp 192.0.2.1:49152->192.0.2.120:443: read: connection reset by peer false 5ms
        Get "https://e.example": EOF false 5ms
        500 Internal Server Error "" <nil> map[Content-Length:[0]] 5ms
        200 OK "fine" <nil> map[Content-Length:[4] Content-Type:[text/plain; charset=utf-8]] 5ms
        200 OK "fine" <nil> map[Content-Length:[4] Content-Type:[text/plain; charset=utf-8]] 5ms
        Get "https://silent.example": dial tcp 192.0.2.81:443: i/o timeout true 30s
        204 No Content "" <nil> map[] 5ms
        Get "https://api.example/slow": context deadline exceeded (Client.Timeout exceeded while awaiting headers) true 50ms
        Get "https://silent.example": context deadline exceeded (Client.Timeout exceeded while awaiting headers) true 50ms
        Get "https://api.example/slow": context deadline exceeded true 30ms
        Get "https://api.example/slow": context deadline exceeded true 30ms
        Get "https://api.example/slow": my cause false 20ms
        200 OK "" <nil> map[Content-Length:[11] Content-Type:[application/json]] 120ms
        201 Created "made\n" <nil> map[Content-Length:[5] Content-Type:[text/plain; charset=utf-8]] 150ms
    "#]]
    .assert_eq(&r.outcome.stdout);
    assert_eq!(r.outcome.message, "");
}

const TWO: &str = r#"package main

import (
	"fmt"
	"io"
	"net/http"
	"sync"
)

//interleave:net http://far.example/ 80ms 200 far

func main() {
	var wg sync.WaitGroup
	wg.Go(func() {
		resp, err := http.Get("http://far.example/")
		if err != nil {
			fmt.Println(err)
			return
		}
		defer resp.Body.Close()
		body, _ := io.ReadAll(resp.Body)
		fmt.Println(string(body))
	})
	wg.Go(func() {
		sum := 0
		for i := range 1000 {
			sum += i
		}
		fmt.Println(sum)
	})
	wg.Wait()
}
"#;

fn position(r: &Recording, f: impl Fn(&EventKind, GoId) -> bool) -> usize {
    r.trace.events().iter().position(|e| f(&e.kind, e.go)).expect("there is such an event")
}

#[test]
fn who_waits_for_the_network_holds_neither_thread_nor_processor() {
    let r = record(TWO, &Settings { gomaxprocs: 1, ..Settings::default() });
    assert_eq!(r.outcome.stdout, "499500\nfar\n");
    let ask = position(&r, |k, _| matches!(k, EventKind::NetAsk { .. }));
    let go = r.trace.events()[ask].go;
    let park = EventKind::GoPark { reason: WaitReason::IoWait };
    assert_eq!(r.trace.events()[ask + 1].kind, park);
    let world = r.checkpoints.world_at(&r.trace, ask + 2);
    assert_eq!(r.trace.text(world.polls[&go].what), "GET http://far.example/");
    let g = &world.gos[&go];
    assert_eq!((g.thread, g.queue), (None, None));
    assert!(world.procs.iter().all(|p| p.running != Some(go)));
    // The poller makes it ready at its time, through the global queue.
    let ready = position(&r, |k, _| *k == EventKind::NetReady { go });
    assert_eq!(r.trace.events()[ready].at, world.polls[&go].when);
    assert_eq!(r.trace.events()[ready + 1].kind, EventKind::GoUnpark { go, on: RunQueue::Global });
    assert!(r.checkpoints.world_at(&r.trace, ready + 2).polls.is_empty());
    let calls =
        |k: &EventKind| matches!(k, EventKind::SyscallEnter { .. } | EventKind::HandOff { .. });
    assert!(!r.trace.events().iter().any(|e| calls(&e.kind)));
}

#[test]
fn a_latency_that_nobody_declared_is_the_schedules() {
    let source = TWO.replace("//interleave:net http://far.example/ 80ms 200 far\n", "");
    let mut ends = Vec::new();
    for seed in 0..8 {
        let settings = Settings { strategy: Strategy::Random, seed, ..Settings::default() };
        let first = record(&source, &settings);
        assert_eq!(first.outcome.stdout, "499500\nhello from far.example\n\n");
        let replay = Strategy::Replay(first.schedule.clone());
        let again = record(&source, &Settings { strategy: replay, ..settings });
        assert_eq!(again.trace.events(), first.trace.events());
        ends.push(first.trace.events().last().expect("it ran").at);
    }
    ends.dedup();
    assert!(ends.len() > 3, "{ends:?}");
}

#[test]
fn a_wrong_directive_has_a_place() {
    let source =
        "package main\n\n\t//interleave:net http://h/ 5 200\n//interleave:nt\nfunc main() {}\n";
    let wrong = compile(source).err().expect("it is refused");
    expect![[r#"
        main.go:3:29: interleave:net: a status, refused, nohost, reset, eof or timeout is wanted
        main.go:4:14: unknown directive //interleave:nt
    "#]]
    .assert_eq(&playground::render("main.go", &wrong));
}
