// The network that a program's directives declare, for real Go: it is compiled along with the program. Requests go to a
// server in the same process, which answers as the simulated network does.
package main

import (
	"context"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

// interleaveRule is one directive.
type interleaveRule struct {
	method, url, outcome, location, body string
	latency                              time.Duration
}

var (
	interleaveRules []*interleaveRule
	interleaveAsked = map[*interleaveRule]int{}
	interleaveLock  sync.Mutex
)

// interleaveRead reads a directive: [METHOD] URL [LATENCY] OUTCOME.
func interleaveRead(text string) *interleaveRule {
	word := func() string {
		w, rest, _ := strings.Cut(strings.TrimLeft(text, " \t"), " ")
		text = rest
		return w
	}
	r := &interleaveRule{url: word()}
	if !strings.Contains(r.url, "://") {
		r.method, r.url = r.url, word()
	}
	if strings.Count(r.url, "/") == 2 {
		r.url += "/"
	}
	r.outcome = word()
	low, _, _ := strings.Cut(r.outcome, "..")
	if d, err := time.ParseDuration(low); err == nil {
		r.latency, r.outcome = d, word()
	}
	if rest, ok := strings.CutPrefix(text, "-> "); ok {
		text = rest
		r.location = word()
	}
	r.body = strings.Trim(text, " \t")
	if s, err := strconv.Unquote(r.body); err == nil && strings.HasPrefix(r.body, `"`) {
		r.body = s
	}
	return r
}

// fits tells how well a rule fits a request, 0 if it does not.
func (r *interleaveRule) fits(method, url string) int {
	start, open := strings.CutSuffix(r.url, "*")
	if r.method != "" && r.method != method || url != start && !(open && strings.HasPrefix(url, start)) {
		return 0
	}
	n := 1 + 4*len(start)
	if !open {
		n += 1 << 20
	}
	if r.method != "" {
		n++
	}
	return n
}

// interleaveFind returns the rule whose turn it is.
func interleaveFind(method, url string, take bool) *interleaveRule {
	interleaveLock.Lock()
	defer interleaveLock.Unlock()
	var best []*interleaveRule
	most := 0
	for _, r := range interleaveRules {
		if n := r.fits(method, url); n > most {
			best, most = []*interleaveRule{r}, n
		} else if n == most && n > 0 {
			best = append(best, r)
		}
	}
	if best == nil {
		return nil
	}
	i := min(interleaveAsked[best[0]], len(best)-1)
	if take {
		interleaveAsked[best[0]]++
	}
	return best[i]
}

func interleaveServe(w http.ResponseWriter, r *http.Request) {
	url := "https://" + r.Host + r.URL.String()
	rule := interleaveFind(r.Method, url, true)
	if rule == nil {
		rule = interleaveFind(r.Method, "http"+strings.TrimPrefix(url, "https"), true)
	}
	w.Header()["Date"] = nil
	if rule == nil {
		rule = &interleaveRule{outcome: "200", body: "hello from " + r.Host + "\n"}
	}
	time.Sleep(rule.latency)
	if status, err := strconv.Atoi(rule.outcome); err == nil {
		kind := "text/plain; charset=utf-8"
		switch {
		case strings.HasPrefix(rule.body, "{"), strings.HasPrefix(rule.body, "["):
			kind = "application/json"
		case strings.HasPrefix(rule.body, "<"):
			kind = "text/html; charset=utf-8"
		}
		if rule.body != "" {
			w.Header().Set("Content-Type", kind)
		}
		if rule.location != "" {
			w.Header().Set("Location", rule.location)
		}
		w.WriteHeader(status)
		w.Write([]byte(rule.body))
		return
	}
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	if rule.outcome == "reset" {
		conn.(*net.TCPConn).SetLinger(0)
	}
	conn.Close()
}

// interleaveDial connects to the server, unless the host is one that cannot be reached.
func interleaveDial(server string) func(context.Context, string, string) (net.Conn, error) {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		host, port, _ := net.SplitHostPort(address)
		if port != "80" && port != "443" {
			host = address
		}
		var rule *interleaveRule
		for _, r := range interleaveRules {
			if _, rest, _ := strings.Cut(r.url, "://"); strings.HasPrefix(rest, host+"/") {
				rule = r
				break
			}
		}
		if rule == nil {
			return net.Dial(network, server)
		}
		switch rule.outcome {
		case "refused":
			time.Sleep(rule.latency)
			return net.Dial(network, "127.0.0.1:1")
		case "nohost":
			err := &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
			return nil, &net.OpError{Op: "dial", Net: network, Err: err}
		case "timeout":
			<-ctx.Done()
			return nil, ctx.Err()
		}
		return net.Dial(network, server)
	}
}

func init() {
	source, err := os.ReadFile("main.go")
	if err != nil {
		panic(err)
	}
	for _, line := range strings.Split(string(source), "\n") {
		if text, ok := strings.CutPrefix(line, "//interleave:net "); ok {
			interleaveRules = append(interleaveRules, interleaveRead(text))
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go http.Serve(listener, http.HandlerFunc(interleaveServe))
	dial := interleaveDial(listener.Addr().String())
	// Also https is spoken in the clear.
	t := http.DefaultTransport.(*http.Transport)
	t.DialContext, t.DialTLSContext = dial, dial
}
