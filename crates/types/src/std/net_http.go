// Package http asks servers. The network is simulated: what it answers, and when, is said in the
// program's directives. There are no servers here.
package http

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"strings"
	"syscall"
	"time"
)

// Methods of requests.
const (
	MethodGet     = "GET"
	MethodHead    = "HEAD"
	MethodPost    = "POST"
	MethodPut     = "PUT"
	MethodPatch   = "PATCH"
	MethodDelete  = "DELETE"
	MethodConnect = "CONNECT"
	MethodOptions = "OPTIONS"
	MethodTrace   = "TRACE"
)

// Status codes of responses.
const (
	StatusContinue                      = 100
	StatusSwitchingProtocols            = 101
	StatusProcessing                    = 102
	StatusEarlyHints                    = 103
	StatusOK                            = 200
	StatusCreated                       = 201
	StatusAccepted                      = 202
	StatusNonAuthoritativeInfo          = 203
	StatusNoContent                     = 204
	StatusResetContent                  = 205
	StatusPartialContent                = 206
	StatusMultiStatus                   = 207
	StatusAlreadyReported               = 208
	StatusIMUsed                        = 226
	StatusMultipleChoices               = 300
	StatusMovedPermanently              = 301
	StatusFound                         = 302
	StatusSeeOther                      = 303
	StatusNotModified                   = 304
	StatusUseProxy                      = 305
	StatusTemporaryRedirect             = 307
	StatusPermanentRedirect             = 308
	StatusBadRequest                    = 400
	StatusUnauthorized                  = 401
	StatusPaymentRequired               = 402
	StatusForbidden                     = 403
	StatusNotFound                      = 404
	StatusMethodNotAllowed              = 405
	StatusNotAcceptable                 = 406
	StatusProxyAuthRequired             = 407
	StatusRequestTimeout                = 408
	StatusConflict                      = 409
	StatusGone                          = 410
	StatusLengthRequired                = 411
	StatusPreconditionFailed            = 412
	StatusRequestEntityTooLarge         = 413
	StatusRequestURITooLong             = 414
	StatusUnsupportedMediaType          = 415
	StatusRequestedRangeNotSatisfiable  = 416
	StatusExpectationFailed             = 417
	StatusTeapot                        = 418
	StatusMisdirectedRequest            = 421
	StatusUnprocessableEntity           = 422
	StatusLocked                        = 423
	StatusFailedDependency              = 424
	StatusTooEarly                      = 425
	StatusUpgradeRequired               = 426
	StatusPreconditionRequired          = 428
	StatusTooManyRequests               = 429
	StatusRequestHeaderFieldsTooLarge   = 431
	StatusUnavailableForLegalReasons    = 451
	StatusInternalServerError           = 500
	StatusNotImplemented                = 501
	StatusBadGateway                    = 502
	StatusServiceUnavailable            = 503
	StatusGatewayTimeout                = 504
	StatusHTTPVersionNotSupported       = 505
	StatusVariantAlsoNegotiates         = 506
	StatusInsufficientStorage           = 507
	StatusLoopDetected                  = 508
	StatusNotExtended                   = 510
	StatusNetworkAuthenticationRequired = 511
)

// StatusText returns what a status code means; "" if that is unknown.
func StatusText(code int) string {
	switch code {
	case StatusContinue:
		return "Continue"
	case StatusSwitchingProtocols:
		return "Switching Protocols"
	case StatusProcessing:
		return "Processing"
	case StatusEarlyHints:
		return "Early Hints"
	case StatusOK:
		return "OK"
	case StatusCreated:
		return "Created"
	case StatusAccepted:
		return "Accepted"
	case StatusNonAuthoritativeInfo:
		return "Non-Authoritative Information"
	case StatusNoContent:
		return "No Content"
	case StatusResetContent:
		return "Reset Content"
	case StatusPartialContent:
		return "Partial Content"
	case StatusMultiStatus:
		return "Multi-Status"
	case StatusAlreadyReported:
		return "Already Reported"
	case StatusIMUsed:
		return "IM Used"
	case StatusMultipleChoices:
		return "Multiple Choices"
	case StatusMovedPermanently:
		return "Moved Permanently"
	case StatusFound:
		return "Found"
	case StatusSeeOther:
		return "See Other"
	case StatusNotModified:
		return "Not Modified"
	case StatusUseProxy:
		return "Use Proxy"
	case StatusTemporaryRedirect:
		return "Temporary Redirect"
	case StatusPermanentRedirect:
		return "Permanent Redirect"
	case StatusBadRequest:
		return "Bad Request"
	case StatusUnauthorized:
		return "Unauthorized"
	case StatusPaymentRequired:
		return "Payment Required"
	case StatusForbidden:
		return "Forbidden"
	case StatusNotFound:
		return "Not Found"
	case StatusMethodNotAllowed:
		return "Method Not Allowed"
	case StatusNotAcceptable:
		return "Not Acceptable"
	case StatusProxyAuthRequired:
		return "Proxy Authentication Required"
	case StatusRequestTimeout:
		return "Request Timeout"
	case StatusConflict:
		return "Conflict"
	case StatusGone:
		return "Gone"
	case StatusLengthRequired:
		return "Length Required"
	case StatusPreconditionFailed:
		return "Precondition Failed"
	case StatusRequestEntityTooLarge:
		return "Request Entity Too Large"
	case StatusRequestURITooLong:
		return "Request URI Too Long"
	case StatusUnsupportedMediaType:
		return "Unsupported Media Type"
	case StatusRequestedRangeNotSatisfiable:
		return "Requested Range Not Satisfiable"
	case StatusExpectationFailed:
		return "Expectation Failed"
	case StatusTeapot:
		return "I'm a teapot"
	case StatusMisdirectedRequest:
		return "Misdirected Request"
	case StatusUnprocessableEntity:
		return "Unprocessable Entity"
	case StatusLocked:
		return "Locked"
	case StatusFailedDependency:
		return "Failed Dependency"
	case StatusTooEarly:
		return "Too Early"
	case StatusUpgradeRequired:
		return "Upgrade Required"
	case StatusPreconditionRequired:
		return "Precondition Required"
	case StatusTooManyRequests:
		return "Too Many Requests"
	case StatusRequestHeaderFieldsTooLarge:
		return "Request Header Fields Too Large"
	case StatusUnavailableForLegalReasons:
		return "Unavailable For Legal Reasons"
	case StatusInternalServerError:
		return "Internal Server Error"
	case StatusNotImplemented:
		return "Not Implemented"
	case StatusBadGateway:
		return "Bad Gateway"
	case StatusServiceUnavailable:
		return "Service Unavailable"
	case StatusGatewayTimeout:
		return "Gateway Timeout"
	case StatusHTTPVersionNotSupported:
		return "HTTP Version Not Supported"
	case StatusVariantAlsoNegotiates:
		return "Variant Also Negotiates"
	case StatusInsufficientStorage:
		return "Insufficient Storage"
	case StatusLoopDetected:
		return "Loop Detected"
	case StatusNotExtended:
		return "Not Extended"
	case StatusNetworkAuthenticationRequired:
		return "Network Authentication Required"
	}
	return ""
}

// A Header holds the fields of a request or response, under canonical names.
type Header map[string][]string

// CanonicalHeaderKey returns a field's canonical name: Content-Type.
func CanonicalHeaderKey(s string) string {
	if s == "" || !token(s) {
		return s
	}
	b := []byte(s)
	upper := true
	for i, c := range b {
		if upper && 'a' <= c && c <= 'z' {
			b[i] = c - 32
		} else if !upper && 'A' <= c && c <= 'Z' {
			b[i] = c + 32
		}
		upper = c == '-'
	}
	return string(b)
}

// token tells whether s is made of characters that names of methods and fields have.
func token(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		case strings.IndexByte("!#$%&'*+-.^_`|~", c) >= 0:
		default:
			return false
		}
	}
	return s != ""
}

// Add adds a value to a field.
func (h Header) Add(key, value string) {
	key = CanonicalHeaderKey(key)
	h[key] = append(h[key], value)
}

// Set gives a field one value.
func (h Header) Set(key, value string) { h[CanonicalHeaderKey(key)] = []string{value} }

// Get returns a field's first value, or "".
func (h Header) Get(key string) string {
	if v := h[CanonicalHeaderKey(key)]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// Values returns a field's values.
func (h Header) Values(key string) []string { return h[CanonicalHeaderKey(key)] }

// Del deletes a field.
func (h Header) Del(key string) { delete(h, CanonicalHeaderKey(key)) }

// Clone returns a copy.
func (h Header) Clone() Header {
	if h == nil {
		return nil
	}
	c := make(Header, len(h))
	for k, v := range h {
		c[k] = append([]string(nil), v...)
	}
	return c
}

type noBody struct{}

func (noBody) Read([]byte) (int, error) { return 0, io.EOF }
func (noBody) Close() error             { return nil }

// NoBody is a body of no bytes.
var NoBody = noBody{}

// A Request is what a client asks for.
type Request struct {
	Method        string
	URL           *url.URL
	Proto         string
	ProtoMajor    int
	ProtoMinor    int
	Header        Header
	Body          io.ReadCloser
	GetBody       func() (io.ReadCloser, error)
	ContentLength int64
	Close         bool
	Host          string
	Response      *Response
	ctx           context.Context
}

// NewRequest returns a request.
func NewRequest(method, url string, body io.Reader) (*Request, error) {
	return NewRequestWithContext(context.Background(), method, url, body)
}

// NewRequestWithContext returns a request that ends with its context.
func NewRequestWithContext(ctx context.Context, method, rawURL string, body io.Reader) (*Request, error) {
	if method == "" {
		method = MethodGet
	}
	if !token(method) {
		return nil, fmt.Errorf("net/http: invalid method %q", method)
	}
	if ctx == nil {
		return nil, errors.New("net/http: nil Context")
	}
	u, err := url.Parse(rawURL)
	if err != nil {
		return nil, err
	}
	rc, ok := body.(io.ReadCloser)
	if !ok && body != nil {
		rc = io.NopCloser(body)
	}
	u.Host = strings.TrimSuffix(u.Host, ":")
	r := &Request{
		Method: method, URL: u, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: make(Header), Body: rc, Host: u.Host, ctx: ctx,
	}
	known := true
	switch v := body.(type) {
	case *bytes.Buffer:
		all := v.Bytes()
		r.ContentLength = int64(len(all))
		r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(all)), nil }
	case *bytes.Reader:
		r.ContentLength = int64(v.Len())
		snapshot := *v
		r.GetBody = func() (io.ReadCloser, error) {
			again := snapshot
			return io.NopCloser(&again), nil
		}
	case *strings.Reader:
		r.ContentLength = int64(v.Len())
		snapshot := *v
		r.GetBody = func() (io.ReadCloser, error) {
			again := snapshot
			return io.NopCloser(&again), nil
		}
	default:
		known = false
	}
	if known && r.ContentLength == 0 {
		r.Body = NoBody
		r.GetBody = func() (io.ReadCloser, error) { return NoBody, nil }
	}
	return r, nil
}

// Context returns the request's context.
func (r *Request) Context() context.Context {
	if r.ctx != nil {
		return r.ctx
	}
	return context.Background()
}

// WithContext returns a copy with another context.
func (r *Request) WithContext(ctx context.Context) *Request {
	if ctx == nil {
		panic("nil context")
	}
	r2 := new(Request)
	*r2 = *r
	r2.ctx = ctx
	return r2
}

// Clone returns a deep copy with another context.
func (r *Request) Clone(ctx context.Context) *Request {
	r2 := r.WithContext(ctx)
	if r.URL != nil {
		u := *r.URL
		r2.URL = &u
	}
	r2.Header = r.Header.Clone()
	return r2
}

// UserAgent returns the field User-Agent.
func (r *Request) UserAgent() string { return r.Header.Get("User-Agent") }

func (r *Request) closeBody() error {
	if r.Body == nil {
		return nil
	}
	return r.Body.Close()
}

// A Response is what a server answers.
type Response struct {
	Status        string
	StatusCode    int
	Proto         string
	ProtoMajor    int
	ProtoMinor    int
	Header        Header
	Body          io.ReadCloser
	ContentLength int64
	Close         bool
	Request       *Request
}

// A RoundTripper sends one request and returns its response.
type RoundTripper interface {
	RoundTrip(*Request) (*Response, error)
}

type network struct{}

// DefaultTransport is the simulated network.
var DefaultTransport RoundTripper = network{}

// What becomes of a request, other than a response.
const (
	refused = iota + 1
	noHost
	reset
	hangUp
	silence
)

// exchange asks the network: what becomes of a request, after how many nanoseconds, and the response.
// A location is where a redirection leads.
func exchange(method, url string) (kind int, latency int64, status int, body, location string)

// poll waits for so many nanoseconds, or until off is closed; whether the time has come.
func poll(what string, latency int64, off <-chan struct{}) bool

type address string

func (address) Network() string  { return "tcp" }
func (a address) String() string { return string(a) }

// here is our end of every connection.
const here = address("192.0.2.1:49152")

// there is a server's end: an address that is kept for documentation.
func there(u *url.URL) address {
	port := u.Port()
	if port == "" {
		port = "80"
		if u.Scheme == "https" {
			port = "443"
		}
	}
	host := u.Hostname()
	if strings.Contains(host, ":") || strings.Trim(host, "0123456789.") == "" {
		return address(net.JoinHostPort(host, port))
	}
	if host == "localhost" {
		return address("127.0.0.1:" + port)
	}
	n := 0
	for _, c := range []byte(host) {
		n = (n*31 + int(c)) % 250
	}
	return address(fmt.Sprintf("192.0.2.%d:%s", n+2, port))
}

type ioTimeout struct{}

func (ioTimeout) Error() string        { return "i/o timeout" }
func (ioTimeout) Timeout() bool        { return true }
func (ioTimeout) Temporary() bool      { return true }
func (ioTimeout) Is(target error) bool { return target == context.DeadlineExceeded }

func failure(kind int, u *url.URL) error {
	switch kind {
	case refused:
		err := os.NewSyscallError("connect", syscall.ECONNREFUSED)
		return &net.OpError{Op: "dial", Net: "tcp", Addr: there(u), Err: err}
	case noHost:
		err := &net.DNSError{Err: "no such host", Name: u.Hostname(), IsNotFound: true}
		return &net.OpError{Op: "dial", Net: "tcp", Err: err}
	case reset:
		err := os.NewSyscallError("read", syscall.ECONNRESET)
		return &net.OpError{Op: "read", Net: "tcp", Source: here, Addr: there(u), Err: err}
	case silence:
		return &net.OpError{Op: "dial", Net: "tcp", Addr: there(u), Err: ioTimeout{}}
	}
	return io.EOF
}

// RoundTrip sends a request over the simulated network.
func (network) RoundTrip(r *Request) (*Response, error) {
	ctx := r.Context()
	body, err := sendable(r)
	if err == nil {
		select {
		case <-ctx.Done():
			err = context.Cause(ctx)
		default:
		}
	}
	if err != nil {
		r.closeBody()
		return nil, err
	}
	if body != nil {
		_, err = io.Copy(io.Discard, body)
		if closing := body.Close(); err == nil {
			err = closing
		}
		if err != nil {
			return nil, err
		}
	}
	method := r.Method
	if method == "" {
		method = MethodGet
	}
	u := *r.URL
	u.Fragment = ""
	kind, latency, code, text, location := exchange(method, u.String())
	if !poll(method+" "+u.String(), latency, ctx.Done()) {
		return nil, context.Cause(ctx)
	}
	if kind != 0 {
		return nil, failure(kind, r.URL)
	}
	resp := respond(r, method, code, text)
	if location != "" {
		resp.Header.Set("Location", location)
	}
	return resp, nil
}

// sendable returns the body to be sent, or says why the request cannot be.
func sendable(r *Request) (io.ReadCloser, error) {
	switch {
	case r.URL == nil:
		return nil, errors.New("http: nil Request.URL")
	case r.Header == nil:
		return nil, errors.New("http: nil Request.Header")
	}
	http := r.URL.Scheme == "http" || r.URL.Scheme == "https"
	if http {
		for k, vs := range r.Header {
			if !token(k) {
				return nil, fmt.Errorf("net/http: invalid header field name %q", k)
			}
			for _, v := range vs {
				if strings.ContainsAny(v, "\r\n\x00") {
					return nil, fmt.Errorf("net/http: invalid header field value for %q", k)
				}
			}
		}
	}
	switch {
	case !http:
		return nil, fmt.Errorf("unsupported protocol scheme %q", r.URL.Scheme)
	case r.Method != "" && !token(r.Method):
		return nil, fmt.Errorf("net/http: invalid method %q", r.Method)
	case r.URL.Host == "":
		return nil, errors.New("http: no Host in request URL")
	}
	return r.Body, nil
}

func respond(r *Request, method string, code int, text string) *Response {
	status := StatusText(code)
	if status == "" {
		status = "status code " + fmt.Sprint(code)
	}
	resp := &Response{
		Status: fmt.Sprint(code, " ", status), StatusCode: code,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: make(Header), Body: NoBody, ContentLength: int64(len(text)), Request: r,
	}
	if code == StatusNoContent || code == StatusNotModified || code < 200 {
		resp.ContentLength = 0
		return resp
	}
	resp.Header.Set("Content-Length", fmt.Sprint(len(text)))
	if text != "" {
		resp.Header.Set("Content-Type", sniff(text))
		if method != MethodHead {
			resp.Body = &body{left: text}
		}
	}
	return resp
}

func sniff(text string) string {
	switch text[0] {
	case '{', '[':
		return "application/json"
	case '<':
		return "text/html; charset=utf-8"
	}
	return "text/plain; charset=utf-8"
}

// body is what a server has sent.
type body struct {
	left   string
	closed bool
}

func (b *body) Read(p []byte) (n int, err error) {
	if b.closed {
		return 0, errors.New("http: read on closed response body")
	}
	n = copy(p, b.left)
	b.left = b.left[n:]
	if b.left == "" {
		err = io.EOF
	}
	return n, err
}

func (b *body) Close() error {
	b.closed = true
	return nil
}

// A Client sends requests.
type Client struct {
	// Transport sends them; nil is DefaultTransport.
	Transport RoundTripper
	// CheckRedirect is asked before a redirection is followed; nil follows ten.
	CheckRedirect func(req *Request, via []*Request) error
	// Timeout limits a request as a whole; 0 does not.
	Timeout time.Duration
}

// DefaultClient is the client of Get, Head and Post.
var DefaultClient = &Client{}

// timedOut is the error of a request that took longer than its client allows.
type timedOut struct{ text string }

func (e *timedOut) Error() string        { return e.text }
func (e *timedOut) Timeout() bool        { return true }
func (e *timedOut) Temporary() bool      { return true }
func (e *timedOut) Is(target error) bool { return target == context.DeadlineExceeded }

// timedBody ends its client's timer when it has been read or closed.
type timedBody struct {
	io.ReadCloser
	stop func()
	late func() bool
}

func (b *timedBody) Read(p []byte) (n int, err error) {
	n, err = b.ReadCloser.Read(p)
	if err == nil || err == io.EOF {
		return n, err
	}
	if b.late() {
		err = &timedOut{err.Error() + " (Client.Timeout or context cancellation while reading body)"}
	}
	return n, err
}

func (b *timedBody) Close() error {
	err := b.ReadCloser.Close()
	b.stop()
	return err
}

// ErrUseLastResponse, from CheckRedirect, makes the redirection itself the response.
var ErrUseLastResponse = errors.New("net/http: use last response")

// redirect tells how a redirection is to be followed, if it is.
func redirect(resp *Response, r, first *Request) (method string, follow, body bool) {
	method = r.Method
	switch resp.StatusCode {
	case 301, 302, 303:
		if method != "" && method != MethodGet && method != MethodHead {
			method = MethodGet
		}
		return method, true, false
	case 307, 308:
		sent := first.Body != nil && first.Body != io.ReadCloser(NoBody)
		return method, first.GetBody != nil || !sent, true
	}
	return method, false, false
}

// secret fields are for the host that they were meant for, and those below it.
func secret(key string) bool {
	switch key {
	case "Authorization", "Www-Authenticate", "Cookie", "Cookie2", "Proxy-Authorization", "Proxy-Authenticate":
		return true
	}
	return false
}

// ofBody tells whether a field describes a request's body.
func ofBody(key string) bool {
	switch key {
	case "Content-Encoding", "Content-Language", "Content-Location", "Content-Type":
		return true
	}
	return false
}

// Do sends a request, follows redirections, and returns the last response.
func (c *Client) Do(r *Request) (*Response, error) {
	op := "Get"
	if r.Method != "" {
		op = r.Method[:1] + strings.ToLower(r.Method[1:])
	}
	if r.URL == nil {
		r.closeBody()
		return nil, &url.Error{Op: op, Err: errors.New("http: nil Request.URL")}
	}
	var deadline time.Time
	if c.Timeout > 0 {
		deadline = time.Now().Add(c.Timeout)
	}
	first, body, strip := r, true, false
	var via []*Request
	for {
		resp, err := c.send(r, deadline)
		if err != nil {
			return nil, &url.Error{Op: op, URL: r.URL.String(), Err: err}
		}
		method, follow, again := redirect(resp, r, first)
		body = body && again
		loc := resp.Header.Get("Location")
		if !follow || loc == "" {
			return resp, nil
		}
		via = append(via, r)
		u, err := r.URL.Parse(loc)
		if err != nil {
			resp.Body.Close()
			err = fmt.Errorf("failed to parse Location header %q: %v", loc, err)
			return nil, &url.Error{Op: op, URL: r.URL.String(), Err: err}
		}
		next := &Request{Method: method, Response: resp, URL: u, Header: make(Header), ctx: first.ctx}
		if body && first.GetBody != nil {
			if next.Body, err = first.GetBody(); err != nil {
				resp.Body.Close()
				return nil, &url.Error{Op: op, URL: r.URL.String(), Err: err}
			}
			next.GetBody, next.ContentLength = first.GetBody, first.ContentLength
		}
		from, to := first.URL.Hostname(), u.Hostname()
		strip = strip || first.URL.Host != u.Host && from != to && !strings.HasSuffix(to, "."+from)
		for k, v := range first.Header {
			if !(strip && secret(k)) && (body || !ofBody(k)) {
				next.Header[k] = v
			}
		}
		if next.Header.Get("Referer") == "" && !(r.URL.Scheme == "https" && u.Scheme == "http") {
			next.Header.Set("Referer", r.URL.String())
		}
		if c.CheckRedirect != nil {
			err = c.CheckRedirect(next, via)
		} else if len(via) >= 10 {
			err = errors.New("stopped after 10 redirects")
		}
		if err == ErrUseLastResponse {
			return resp, nil
		}
		resp.Body.Close()
		if err != nil {
			return resp, &url.Error{Op: op, URL: loc, Err: err}
		}
		r = next
	}
}

// send sends one request.
func (c *Client) send(r *Request, deadline time.Time) (*Response, error) {
	late := func() bool { return false }
	stop := func() {}
	sent := new(Request)
	*sent = *r
	if sent.Header == nil {
		sent.Header = make(Header)
	}
	if !deadline.IsZero() {
		if d, ok := r.Context().Deadline(); !ok || deadline.Before(d) {
			ctx, cancel := context.WithDeadline(r.Context(), deadline)
			sent.ctx, stop = ctx, cancel
			late = func() bool { return !time.Now().Before(deadline) }
		}
	}
	transport := c.Transport
	if transport == nil {
		transport = DefaultTransport
	}
	var resp *Response
	var err error
	if transport == nil {
		r.closeBody()
		err = errors.New("http: no Client.Transport or DefaultTransport")
	} else if resp, err = transport.RoundTrip(sent); err == nil && resp == nil {
		err = fmt.Errorf("http: RoundTripper implementation (%T) returned a nil *Response with a nil error", transport)
	}
	if err != nil {
		stop()
		if late() {
			err = &timedOut{err.Error() + " (Client.Timeout exceeded while awaiting headers)"}
		}
		return nil, err
	}
	if resp.Body == nil {
		resp.Body = NoBody
	}
	if !deadline.IsZero() {
		resp.Body = &timedBody{resp.Body, stop, late}
	}
	return resp, nil
}

// Get asks for a URL.
func (c *Client) Get(url string) (resp *Response, err error) {
	r, err := NewRequest(MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return c.Do(r)
}

// Head asks for what comes with a URL, without its body.
func (c *Client) Head(url string) (resp *Response, err error) {
	r, err := NewRequest(MethodHead, url, nil)
	if err != nil {
		return nil, err
	}
	return c.Do(r)
}

// Post sends a body to a URL.
func (c *Client) Post(url, contentType string, body io.Reader) (resp *Response, err error) {
	r, err := NewRequest(MethodPost, url, body)
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", contentType)
	return c.Do(r)
}

// PostForm sends values to a URL.
func (c *Client) PostForm(url string, data url.Values) (resp *Response, err error) {
	return c.Post(url, "application/x-www-form-urlencoded", strings.NewReader(data.Encode()))
}

// CloseIdleConnections does nothing: connections are not kept.
func (c *Client) CloseIdleConnections() {}

// Get asks for a URL.
func Get(url string) (resp *Response, err error) { return DefaultClient.Get(url) }

// Head asks for what comes with a URL, without its body.
func Head(url string) (resp *Response, err error) { return DefaultClient.Head(url) }

// Post sends a body to a URL.
func Post(url, contentType string, body io.Reader) (resp *Response, err error) {
	return DefaultClient.Post(url, contentType, body)
}

// PostForm sends values to a URL.
func PostForm(url string, data url.Values) (resp *Response, err error) {
	return DefaultClient.PostForm(url, data)
}
