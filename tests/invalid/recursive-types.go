package main

type A struct{ A }
type B struct{ b *B }
type C [2]C
type D []D
type E struct{ f F }
type F struct{ g G }
type G struct{ e E }
type H map[string]H
type I interface{ J }
type J interface{ I }
type K K
type L = L
type M func(M) M
type N struct{ x [2]struct{ n N } }

func main() {}
