package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"syscall"
)

// Nobody listens there, on the simulated network and on any real one.
//
//interleave:net http://127.0.0.1:1/* 1ms refused

type end string

func (e end) Network() string { return "tcp" }
func (e end) String() string  { return string(e) }

type late struct{}

func (late) Error() string   { return "late" }
func (late) Timeout() bool   { return true }
func (late) Temporary() bool { return true }

func main() {
	resp, err := http.Get("http://127.0.0.1:1/users")
	fmt.Println(resp, err)
	var ue *url.Error
	var oe *net.OpError
	var se *os.SyscallError
	var ne net.Error
	fmt.Println(errors.As(err, &ue), errors.As(err, &oe), errors.As(err, &se), errors.As(err, &ne))
	fmt.Println(errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, syscall.ECONNRESET))
	fmt.Println(ue.Op, ue.URL, ue.Timeout(), ue.Temporary())
	fmt.Println(oe.Op, oe.Net, oe.Source, oe.Addr, oe.Timeout(), oe.Temporary(), oe.Unwrap())
	fmt.Println(oe.Addr.Network(), oe.Addr.String())
	fmt.Println(se.Syscall, se.Err, se.Error(), se.Unwrap() == syscall.ECONNREFUSED, se.Timeout())
	fmt.Println(ne.Timeout(), ne.Temporary())

	var far net.Addr = end("b:2")
	oe = &net.OpError{Op: "read", Net: "tcp", Source: end("a:1"), Addr: far, Err: late{}}
	fmt.Println(oe, oe.Timeout(), oe.Temporary())
	oe = &net.OpError{Op: "accept", Source: end("a:1"), Err: net.ErrClosed}
	fmt.Println(oe.Error(), oe.Timeout(), errors.Is(oe, net.ErrClosed))
	oe = nil
	fmt.Println(oe.Error())

	dns := &net.DNSError{Err: "no such host", Name: "nowhere.example", IsNotFound: true}
	fmt.Println(dns, dns.Timeout(), dns.Temporary(), dns.Unwrap())
	dns = &net.DNSError{UnwrapErr: late{}, Err: "late", Name: "h", Server: "ns:53", IsTimeout: true}
	fmt.Println(dns.Error(), dns.Timeout(), dns.Temporary(), errors.Is(dns, late{}))
	fmt.Println(net.JoinHostPort("h", "80"), net.JoinHostPort("::1", "80"))

	fmt.Println(os.NewSyscallError("read", nil) == nil, os.NewSyscallError("read", syscall.ECONNRESET))
	var errno error = syscall.ECONNRESET
	fmt.Println(errno.Error(), syscall.ECONNREFUSED.Error(), syscall.ECONNREFUSED.Timeout(), syscall.ECONNREFUSED.Temporary(), errno == syscall.Errno(0x68))
}
