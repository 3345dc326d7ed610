// Package url parses URLs and escapes what stands in them.
package url

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// An Error says what was done with which URL, and what went wrong.
type Error struct {
	Op  string
	URL string
	Err error
}

func (e *Error) Unwrap() error { return e.Err }
func (e *Error) Error() string { return fmt.Sprintf("%s %q: %s", e.Op, e.URL, e.Err) }

// Timeout tells whether it took too long.
func (e *Error) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// Temporary tells whether it may go better next time.
func (e *Error) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// An EscapeError is a % that is not followed by two hexadecimal digits.
type EscapeError string

func (e EscapeError) Error() string { return fmt.Sprintf("invalid URL escape %q", string(e)) }

// An InvalidHostError is a character that no host has.
type InvalidHostError string

func (e InvalidHostError) Error() string {
	return fmt.Sprintf("invalid character %q in host name", string(e))
}

// Characters other than letters, digits and -_.~ that stay as they are in a part of a URL.
const (
	inPath     = "$&+,/:;=@"
	inSegment  = "$&+:=@"
	inHost     = "!$&'()*+,;=:[]<>\""
	inQuery    = ""
	inFragment = "$&+,/:;=?@!()*"
)

func plain(c byte, also string) bool {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return true
	case c == '-', c == '_', c == '.', c == '~':
		return true
	}
	return strings.IndexByte(also, c) >= 0
}

func escape(s, also string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case plain(c, also):
			b.WriteByte(c)
		case c == ' ' && also == inQuery:
			b.WriteByte('+')
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func unescape(s, in string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%':
			if i+2 >= len(s) || digit(s[i+1]) < 0 || digit(s[i+2]) < 0 {
				return "", EscapeError(s[i:min(i+3, len(s))])
			}
			if in == inHost && digit(s[i+1]) < 8 {
				return "", EscapeError(s[i : i+3])
			}
			c = byte(digit(s[i+1])<<4 | digit(s[i+2]))
			i += 2
		case c == '+' && in == inQuery:
			c = ' '
		case in == inHost && c < 0x80 && !plain(c, inHost):
			return "", InvalidHostError(s[i : i+1])
		}
		b.WriteByte(c)
	}
	return b.String(), nil
}

// QueryEscape escapes a name or a value of a query.
func QueryEscape(s string) string { return escape(s, inQuery) }

// QueryUnescape undoes QueryEscape.
func QueryUnescape(s string) (string, error) { return unescape(s, inQuery) }

// PathEscape escapes a segment of a path.
func PathEscape(s string) string { return escape(s, inSegment) }

// PathUnescape undoes PathEscape.
func PathUnescape(s string) (string, error) { return unescape(s, inSegment) }

// A URL in its parts.
type URL struct {
	Scheme     string
	Opaque     string
	Host       string
	Path       string
	Fragment   string
	RawQuery   string
	RawPath    string
	ForceQuery bool
	OmitHost   bool
}

func scheme(raw string) (scheme, rest string, err error) {
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			continue
		case '0' <= c && c <= '9', c == '+', c == '-', c == '.':
			if i > 0 {
				continue
			}
		case c == ':':
			if i == 0 {
				return "", "", errors.New("missing protocol scheme")
			}
			return strings.ToLower(raw[:i]), raw[i+1:], nil
		}
		break
	}
	return "", raw, nil
}

// Parse takes a URL apart.
func Parse(rawURL string) (*URL, error) {
	before, fragment, _ := strings.Cut(rawURL, "#")
	u, err := parse(before)
	if err != nil {
		return nil, &Error{"parse", before, err}
	}
	if u.Fragment, err = unescape(fragment, inFragment); err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

func parse(raw string) (*URL, error) {
	for i := 0; i < len(raw); i++ {
		if raw[i] < ' ' || raw[i] == 0x7f {
			return nil, errors.New("net/url: invalid control character in URL")
		}
	}
	u := new(URL)
	if raw == "*" {
		u.Path = "*"
		return u, nil
	}
	var rest string
	var err error
	if u.Scheme, rest, err = scheme(raw); err != nil {
		return nil, err
	}
	if strings.HasSuffix(rest, "?") && strings.Count(rest, "?") == 1 {
		u.ForceQuery = true
		rest = rest[:len(rest)-1]
	} else {
		rest, u.RawQuery, _ = strings.Cut(rest, "?")
	}
	if !strings.HasPrefix(rest, "/") {
		if u.Scheme != "" {
			u.Opaque = rest
			return u, nil
		}
		if first, _, _ := strings.Cut(rest, "/"); strings.Contains(first, ":") {
			return nil, errors.New("first path segment in URL cannot contain colon")
		}
	}
	if strings.HasPrefix(rest, "//") && (u.Scheme != "" || !strings.HasPrefix(rest, "///")) {
		host := rest[2:]
		rest = ""
		if i := strings.Index(host, "/"); i >= 0 {
			host, rest = host[:i], host[i:]
		}
		if strings.Contains(host, "@") {
			return nil, errors.New("user information in a URL is not supported in Interleave")
		}
		if u.Host, err = parseHost(host); err != nil {
			return nil, err
		}
	} else if u.Scheme != "" && strings.HasPrefix(rest, "/") {
		u.OmitHost = true
	}
	if u.Path, err = unescape(rest, inPath); err != nil {
		return nil, err
	}
	if escape(u.Path, inPath) != rest {
		u.RawPath = rest
	}
	return u, nil
}

func parseHost(host string) (string, error) {
	name := host
	if strings.HasPrefix(host, "[") {
		i := strings.LastIndex(host, "]")
		if i < 0 {
			return "", errors.New("missing ']' in host")
		}
		name = host[i:]
	}
	if i := strings.Index(name, ":"); i >= 0 {
		for _, c := range []byte(name[i+1:]) {
			if c < '0' || c > '9' {
				return "", fmt.Errorf("invalid port %q after host", name[i:])
			}
		}
	}
	return unescape(host, inHost)
}

// EscapedPath returns the path as it stands in a URL.
func (u *URL) EscapedPath() string {
	if u.RawPath != "" && valid(u.RawPath) {
		if p, err := unescape(u.RawPath, inPath); err == nil && p == u.Path {
			return u.RawPath
		}
	}
	if u.Path == "*" {
		return "*"
	}
	return escape(u.Path, inPath)
}

func valid(path string) bool {
	for i := 0; i < len(path); i++ {
		if !plain(path[i], "!$&'()*+,;=:@[]%/") {
			return false
		}
	}
	return true
}

// String puts the parts together.
func (u *URL) String() string {
	var b strings.Builder
	if u.Scheme != "" {
		b.WriteString(u.Scheme + ":")
	}
	if u.Opaque != "" {
		b.WriteString(u.Opaque)
	} else {
		if (u.Scheme != "" || u.Host != "") && !(u.OmitHost && u.Host == "") {
			if u.Host != "" || u.Path != "" {
				b.WriteString("//")
			}
			b.WriteString(escape(u.Host, inHost))
		}
		path := u.EscapedPath()
		if path != "" && path[0] != '/' && u.Host != "" {
			b.WriteByte('/')
		}
		if b.Len() == 0 {
			if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ":") {
				b.WriteString("./")
			}
		}
		b.WriteString(path)
	}
	if u.ForceQuery || u.RawQuery != "" {
		b.WriteString("?" + u.RawQuery)
	}
	if u.Fragment != "" {
		b.WriteString("#" + escape(u.Fragment, inFragment))
	}
	return b.String()
}

// Parse reads a URL that may be relative to this one.
func (u *URL) Parse(ref string) (*URL, error) {
	r, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(r), nil
}

// ResolveReference returns what ref denotes as seen from this URL.
func (u *URL) ResolveReference(ref *URL) *URL {
	to := *ref
	if ref.Scheme == "" {
		to.Scheme = u.Scheme
	}
	if ref.Scheme != "" || ref.Host != "" {
		to.setPath(resolve(ref.EscapedPath(), ""))
		return &to
	}
	if ref.Opaque != "" {
		to.Host, to.Path = "", ""
		return &to
	}
	if ref.Path == "" && !ref.ForceQuery && ref.RawQuery == "" {
		to.RawQuery = u.RawQuery
		if ref.Fragment == "" {
			to.Fragment = u.Fragment
		}
	}
	if ref.Path == "" && u.Opaque != "" {
		to.Opaque = u.Opaque
		return &to
	}
	to.Host = u.Host
	to.setPath(resolve(u.EscapedPath(), ref.EscapedPath()))
	return &to
}

func (u *URL) setPath(escaped string) {
	if path, err := unescape(escaped, inPath); err == nil {
		u.Path, u.RawPath = path, escaped
		if escape(path, inPath) == escaped {
			u.RawPath = ""
		}
	}
}

// resolve returns ref as seen from base, without dots.
func resolve(base, ref string) string {
	full := ref
	if ref == "" {
		full = base
	} else if ref[0] != '/' {
		full = base[:strings.LastIndex(base, "/")+1] + ref
	}
	if full == "" {
		return ""
	}
	var parts []string
	last := ""
	for _, last = range strings.Split(strings.TrimPrefix(full, "/"), "/") {
		switch {
		case last == ".":
		case last != "..":
			parts = append(parts, last)
		case len(parts) > 0:
			parts = parts[:len(parts)-1]
		}
	}
	path := "/" + strings.Join(parts, "/")
	if (last == "." || last == "..") && len(parts) > 0 {
		path += "/"
	}
	return path
}

// IsAbs tells whether there is a scheme.
func (u *URL) IsAbs() bool { return u.Scheme != "" }

// Query returns the values of the query; what is malformed is left out.
func (u *URL) Query() Values {
	v, _ := ParseQuery(u.RawQuery)
	return v
}

// RequestURI returns path and query as a client asks for them.
func (u *URL) RequestURI() string {
	result := u.Opaque
	if result == "" {
		if result = u.EscapedPath(); result == "" {
			result = "/"
		}
	} else if strings.HasPrefix(result, "//") {
		result = u.Scheme + ":" + result
	}
	if u.ForceQuery || u.RawQuery != "" {
		result += "?" + u.RawQuery
	}
	return result
}

func (u *URL) split() (host, port string) {
	host = u.Host
	if i := strings.LastIndexByte(host, ':'); i >= 0 && i > strings.LastIndexByte(host, ']') {
		host, port = host[:i], host[i+1:]
	}
	if strings.HasPrefix(host, "[") && strings.HasSuffix(host, "]") {
		host = host[1 : len(host)-1]
	}
	return
}

// Hostname returns the host without its port.
func (u *URL) Hostname() string {
	host, _ := u.split()
	return host
}

// Port returns the host's port; "" if it has none.
func (u *URL) Port() string {
	_, port := u.split()
	return port
}

// Values are the names and values of a query.
type Values map[string][]string

// Get returns a name's first value, or "".
func (v Values) Get(key string) string {
	if vs := v[key]; len(vs) > 0 {
		return vs[0]
	}
	return ""
}

// Set gives a name one value.
func (v Values) Set(key, value string) { v[key] = []string{value} }

// Add gives a name one value more.
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }

// Del deletes a name.
func (v Values) Del(key string) { delete(v, key) }

// Has tells whether there is such a name.
func (v Values) Has(key string) bool {
	_, ok := v[key]
	return ok
}

// Encode returns them as a query, sorted by name.
func (v Values) Encode() string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(v)) {
		for _, value := range v[k] {
			if b.Len() > 0 {
				b.WriteByte('&')
			}
			b.WriteString(QueryEscape(k) + "=" + QueryEscape(value))
		}
	}
	return b.String()
}

// ParseQuery takes a query apart, and tells of the first thing that is wrong with it.
func ParseQuery(query string) (Values, error) {
	m := make(Values)
	var first error
	for query != "" {
		var key string
		key, query, _ = strings.Cut(query, "&")
		if strings.Contains(key, ";") {
			if first == nil {
				first = errors.New("invalid semicolon separator in query")
			}
			continue
		}
		if key == "" {
			continue
		}
		key, value, _ := strings.Cut(key, "=")
		k, err := QueryUnescape(key)
		if err == nil {
			value, err = QueryUnescape(value)
		}
		if err != nil {
			if first == nil {
				first = err
			}
			continue
		}
		m.Add(k, value)
	}
	return m, first
}
