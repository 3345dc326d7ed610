package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sort"
	"strings"
	"time"
)

// Nobody listens there, on the simulated network and on any real one.
//
//interleave:net http://127.0.0.1:1/* refused

// fake answers without a network.
type fake struct {
	status int
	body   string
	err    error
	wait   time.Duration
}

func (f fake) RoundTrip(r *http.Request) (*http.Response, error) {
	var sent []byte
	if r.Body != nil {
		sent, _ = io.ReadAll(r.Body)
		r.Body.Close()
	}
	fields := make([]string, 0, len(r.Header))
	for k, v := range r.Header {
		fields = append(fields, fmt.Sprint(k, v))
	}
	sort.Strings(fields)
	fmt.Printf("  %s %s %s %d %q %v\n", r.Method, r.URL, r.Host, r.ContentLength, sent, fields)
	select {
	case <-time.After(f.wait):
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
	if f.err != nil {
		return nil, f.err
	}
	return &http.Response{
		Status:     fmt.Sprint(f.status, " ", http.StatusText(f.status)),
		StatusCode: f.status,
		Header:     http.Header{"X-Fake": {"yes"}},
		Body:       io.NopCloser(strings.NewReader(f.body)),
		Request:    r,
	}, nil
}

func show(resp *http.Response, err error) {
	if err != nil {
		var ue *url.Error
		fmt.Println(err, errors.As(err, &ue), errors.Is(err, context.DeadlineExceeded))
		return
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	fmt.Println(resp.Status, resp.StatusCode, string(body), err, resp.Header.Get("x-fake"), resp.Request.URL)
}

func main() {
	c := &http.Client{Transport: fake{status: http.StatusOK, body: "hello"}}
	show(c.Get("http://h/a?b=c"))
	show(c.Head("http://h/"))
	show(c.Post("http://h/", "text/plain", strings.NewReader("payload")))
	show(c.PostForm("http://h/", url.Values{"k": {"v w"}}))
	c.CloseIdleConnections()

	for _, body := range []io.Reader{nil, strings.NewReader(""), bytes.NewReader([]byte("ab")), bytes.NewBufferString("abc"), http.NoBody, io.LimitReader(strings.NewReader("abcdef"), 4)} {
		req, err := http.NewRequest(http.MethodPut, "http://h:/x", body)
		if err != nil {
			fmt.Println(err)
			continue
		}
		req.Header.Add("accept", "text/plain")
		req.Header.Add("Accept", "text/html")
		req.Header.Set("USER-agent", "gopher")
		fmt.Println(req.Method, req.URL, req.Host, req.ContentLength, req.Body != nil, req.GetBody != nil, req.UserAgent())
		show(c.Do(req))
	}

	type key struct{}
	ctx, cancel := context.WithTimeout(context.WithValue(context.Background(), key{}, "v"), 20*time.Millisecond)
	defer cancel()
	slow := &http.Client{Transport: fake{status: 200, wait: time.Second}}
	req, _ := http.NewRequestWithContext(ctx, "", "http://slow/", nil)
	fmt.Println(req.Method, req.Context().Value(key{}))
	show(slow.Do(req))
	c.Timeout = time.Minute
	show(c.Do(req.WithContext(context.Background())))
	show(c.Do(req.Clone(context.Background())))

	failing := &http.Client{Transport: fake{err: errors.New("broken")}}
	show(failing.Get("http://h/"))
	show(http.Get("http://127.0.0.1:1/"))
	show(http.Head("http://127.0.0.1:1/"))
	show(http.Post("http://127.0.0.1:1/", "text/plain", nil))
	show(http.PostForm("http://127.0.0.1:1/", nil))
	show(http.DefaultClient.Get("ftp://h/"))
	show(http.DefaultClient.Get("http:///"))
	show(http.DefaultClient.Get("%"))
	show(http.DefaultClient.Do(&http.Request{Method: http.MethodDelete}))
	_, err := http.NewRequest("no method", "http://h/", nil)
	fmt.Println(err)
	req, _ = http.NewRequest(http.MethodPatch, "http://127.0.0.1:1/", nil)
	var transport http.RoundTripper = http.DefaultTransport
	_, err = transport.RoundTrip(req)
	fmt.Println(err)

	h := http.Header{}
	h.Add("a-b", "1")
	h.Add("A-B", "2")
	h.Set("c", "3")
	h.Set("d", "4")
	h.Del("D")
	d := h.Clone()
	d.Set("c", "changed")
	fmt.Println(h, h.Get("A-b"), h.Values("a-b"), h.Get("none"), d.Get("C"), http.CanonicalHeaderKey("x-REQUEST-id"))
	fmt.Println(http.MethodGet, http.MethodHead, http.MethodPost, http.MethodConnect, http.MethodOptions, http.MethodTrace)
	for code := range 1000 {
		if text := http.StatusText(code); text != "" {
			fmt.Println(code, text)
		}
	}
	fmt.Println(http.StatusContinue, http.StatusSwitchingProtocols, http.StatusProcessing, http.StatusEarlyHints)
	fmt.Println(http.StatusOK, http.StatusCreated, http.StatusAccepted, http.StatusNonAuthoritativeInfo)
	fmt.Println(http.StatusNoContent, http.StatusResetContent, http.StatusPartialContent, http.StatusMultiStatus)
	fmt.Println(http.StatusAlreadyReported, http.StatusIMUsed, http.StatusMultipleChoices, http.StatusMovedPermanently)
	fmt.Println(http.StatusFound, http.StatusSeeOther, http.StatusNotModified, http.StatusUseProxy)
	fmt.Println(http.StatusTemporaryRedirect, http.StatusPermanentRedirect, http.StatusBadRequest, http.StatusUnauthorized)
	fmt.Println(http.StatusPaymentRequired, http.StatusForbidden, http.StatusNotFound, http.StatusMethodNotAllowed)
	fmt.Println(http.StatusNotAcceptable, http.StatusProxyAuthRequired, http.StatusRequestTimeout, http.StatusConflict)
	fmt.Println(http.StatusGone, http.StatusLengthRequired, http.StatusPreconditionFailed, http.StatusRequestEntityTooLarge)
	fmt.Println(http.StatusRequestURITooLong, http.StatusUnsupportedMediaType, http.StatusRequestedRangeNotSatisfiable, http.StatusExpectationFailed)
	fmt.Println(http.StatusTeapot, http.StatusMisdirectedRequest, http.StatusUnprocessableEntity, http.StatusLocked)
	fmt.Println(http.StatusFailedDependency, http.StatusTooEarly, http.StatusUpgradeRequired, http.StatusPreconditionRequired)
	fmt.Println(http.StatusTooManyRequests, http.StatusRequestHeaderFieldsTooLarge, http.StatusUnavailableForLegalReasons, http.StatusInternalServerError)
	fmt.Println(http.StatusNotImplemented, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout)
	fmt.Println(http.StatusHTTPVersionNotSupported, http.StatusVariantAlsoNegotiates, http.StatusInsufficientStorage, http.StatusLoopDetected)
	fmt.Println(http.StatusNotExtended, http.StatusNetworkAuthenticationRequired)
}
