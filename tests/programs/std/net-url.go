package main

import (
	"errors"
	"fmt"
	"net/url"
)

func show(raw string) {
	u, err := url.Parse(raw)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%q scheme %q opaque %q host %q %q %q path %q raw %q query %q fragment %q\n",
		u.String(), u.Scheme, u.Opaque, u.Host, u.Hostname(), u.Port(), u.Path, u.RawPath, u.RawQuery, u.Fragment)
	fmt.Printf("  %q %q %v\n", u.EscapedPath(), u.RequestURI(), u.IsAbs())
}

type slow struct{}

func (slow) Error() string   { return "slow" }
func (slow) Timeout() bool   { return true }
func (slow) Temporary() bool { return true }

func main() {
	for _, raw := range []string{
		"https://api.example/users?id=7#top",
		"HTTP://Host.Example:8080",
		"http://h/a b/%2f%20ü?x=a b&y",
		"http://h?",
		"//h/p",
		"/rooted/path",
		"relative/path?q",
		"mailto:gopher@example",
		"file:/etc/hosts",
		"file:///etc/hosts",
		"*",
		"",
		"http://[::1]:80/x",
		"http://h/!$&'()*+,;=:@[]",
		"http://h/#a%20b c",
		"1http://h",
		":",
		"a:b/c",
		"1a:b",
		"http://h:x",
		"http://h h/",
		"http://h/%zz",
		"http://h/%4",
		"http://h%20/",
		"http://h/\x01",
		"http://[::1",
		"x#%gg",
	} {
		show(raw)
	}

	for _, s := range []string{"a b&c=d/e?f+g%h", "ü~-_.", "$&+,/:;=?@!'()*", ""} {
		fmt.Println(url.QueryEscape(s), url.PathEscape(s))
	}
	for _, s := range []string{"a+b%20c", "%", "%4", "%xy", "%C3%BC"} {
		fmt.Println(url.QueryUnescape(s))
		fmt.Println(url.PathUnescape(s))
	}

	v := url.Values{}
	v.Set("name", "Gopher")
	v.Add("id", "1")
	v.Add("id", "2 & 3")
	v.Add("gone", "x")
	v.Del("gone")
	fmt.Println(v.Encode(), v.Get("id"), v.Get("none"), v.Has("id"), v.Has("gone"), v["id"])
	for _, q := range []string{"a=1&b=2&a=3", "a;b", "x=%zz&y=1", "&&=v&k"} {
		fmt.Println(url.ParseQuery(q))
	}
	u, _ := url.Parse("http://h/?a=1&b=%zz&a=2")
	fmt.Println(u.Query())

	made := url.URL{Scheme: "https", Host: "h:1", Path: "/a b", RawQuery: v.Encode(), Fragment: "é"}
	fmt.Println(made.String())

	var err error = &url.Error{Op: "Get", URL: "http://h/", Err: slow{}}
	var ue *url.Error
	fmt.Println(err, errors.As(err, &ue), ue.Timeout(), ue.Temporary(), errors.Unwrap(err) == slow{})
	ue = &url.Error{Op: "Get", URL: "http://h/", Err: errors.New("plain")}
	fmt.Println(ue.Error(), ue.Timeout(), ue.Temporary(), ue.Unwrap())
	var bad url.EscapeError
	_, err = url.PathUnescape("%zz")
	fmt.Println(errors.As(err, &bad), bad.Error())
	var host url.InvalidHostError
	_, err = url.Parse("http://a b/")
	fmt.Println(errors.As(err, &host), host.Error())
}
