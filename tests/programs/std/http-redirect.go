package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sort"
	"strings"
)

// site answers from a table: a path, its status and where it leads.
type site map[string]string

func (s site) RoundTrip(r *http.Request) (*http.Response, error) {
	sent := ""
	if r.Body != nil {
		b, _ := io.ReadAll(r.Body)
		sent = string(b)
	}
	var fields []string
	for k, v := range r.Header {
		fields = append(fields, k+"="+strings.Join(v, ","))
	}
	sort.Strings(fields)
	fmt.Printf("  %s %s %q %v response %v\n", r.Method, r.URL, sent, fields, r.Response != nil)
	resp := &http.Response{StatusCode: 200, Header: make(http.Header), Request: r, Body: io.NopCloser(strings.NewReader("at " + r.URL.Path))}
	key := r.URL.Path
	if _, ok := s[r.URL.Host+key]; ok {
		key = r.URL.Host + key
	}
	if to, ok := s[key]; ok {
		if to == "fail" {
			return nil, errors.New("broken")
		}
		fmt.Sscanf(to, "%d", &resp.StatusCode)
		if _, loc, ok := strings.Cut(to, " "); ok {
			resp.Header.Set("Location", loc)
		}
	}
	return resp, nil
}

var net = site{
	"/a": "301 /b", "/b": "302 c?q=1", "/c": "303 ../d/./e/..", "/seven": "307 /eight", "/eight": "308 /end",
	"/loop": "302 /loop", "/none": "301", "/bad": "302 http://[::1", "/broken": "301 /fail", "/fail": "fail",
	"/away": "302 https://other.example/x", "/sub": "302 http://sub.h.example/x", "/304": "304 /x", "/300": "300 /x",
	"/frag": "302 #top", "/mixed": "303 /seven", "/scheme": "302 //new.example/p",
}

func show(resp *http.Response, err error) {
	if err != nil {
		var ue *url.Error
		fmt.Println("error:", err, errors.As(err, &ue), resp != nil)
		return
	}
	b, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	fmt.Printf("%d %q %s %s\n", resp.StatusCode, b, resp.Request.Method, resp.Request.URL)
}

func main() {
	c := &http.Client{Transport: net}
	for _, p := range []string{"/a", "/seven", "/loop", "/none", "/bad", "/broken", "/304", "/300", "/frag", "/scheme"} {
		fmt.Println(p)
		show(c.Get("http://h.example" + p))
	}
	for _, p := range []string{"/a", "/seven", "/mixed"} {
		fmt.Println("POST", p)
		show(c.Post("http://h.example"+p, "text/plain", strings.NewReader("body")))
		show(c.Head("http://h.example" + p))
	}
	fmt.Println("no GetBody")
	show(c.Post("http://h.example/seven", "text/plain", io.LimitReader(strings.NewReader("body"), 9)))
	for _, p := range []string{"/away", "/sub"} {
		req, _ := http.NewRequest("GET", "http://h.example"+p, nil)
		req.Header.Set("Authorization", "secret")
		req.Header.Set("X-Other", "kept")
		show(c.Do(req))
	}
	show(c.Get("https://h.example/away"))
	c.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		fmt.Println("  check", req.URL, len(via), via[0].URL)
		if len(via) >= 2 {
			return errors.New("enough")
		}
		return nil
	}
	resp, err := c.Get("http://h.example/a")
	show(resp, err)
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	show(c.Get("http://h.example/a"))

	base, _ := url.Parse("http://a/b/c/d;p?q#f")
	for _, ref := range []string{"g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "", ".", "./", "..", "../", "../g", "../..", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "g/./h", "g/../h", "http:g", "a%2fb", "mailto:x", "g;x=1/../y"} {
		u, err := base.Parse(ref)
		r, _ := url.Parse(ref)
		fmt.Println(ref, "->", u, err, *base.ResolveReference(r) == *u)
	}
}
