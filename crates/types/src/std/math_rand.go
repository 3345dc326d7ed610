// Package rand has pseudo-random numbers. Those of the package's own functions are choices of the
// schedule; those of a source with a seed are the same as everywhere.
package rand

import (
	"internal/region"
	"internal/ziggurat"
	"math"
)

// choose is a choice of the schedule: 0 to n-1, each as likely.
func choose(n uint32) uint32

// A Source has numbers from 0 to 1<<63 - 1.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// A Source64 has numbers of 64 bits, too.
type Source64 interface {
	Source
	Uint64() uint64
}

const (
	sourceLen = 607
	sourceTap = 273
)

// cooked is the state of the generator after 7.8e12 steps.
func cooked() []int64

var start = cooked()

// A lagged is the additive lagged Fibonacci generator of Mitchell and Reeds.
type lagged struct {
	tap  int
	feed int
	vec  [sourceLen]int64
}

// NewSource returns a source that begins with seed.
func NewSource(seed int64) Source {
	var s lagged
	s.Seed(seed)
	return &s
}

func (s *lagged) Seed(seed int64) {
	const m = 1<<31 - 1
	s.tap = 0
	s.feed = sourceLen - sourceTap
	if seed %= m; seed < 0 {
		seed += m
	}
	if seed == 0 {
		seed = 89482311
	}
	next := func() int64 {
		seed = seed * 48271 % m
		return seed
	}
	for range 20 {
		next()
	}
	for i := range s.vec {
		u := next() << 40
		u ^= next() << 20
		u ^= next()
		s.vec[i] = u ^ start[i]
	}
}

func (s *lagged) Int63() int64 { return int64(s.Uint64() & (1<<63 - 1)) }

func (s *lagged) Uint64() uint64 {
	if s.tap--; s.tap < 0 {
		s.tap += sourceLen
	}
	if s.feed--; s.feed < 0 {
		s.feed += sourceLen
	}
	x := s.vec[s.feed] + s.vec[s.tap]
	s.vec[s.feed] = x
	return uint64(x)
}

// A free is the source of the package's own functions, until Seed is called.
type free struct{}

func (free) Seed(seed int64) {}
func (free) Int63() int64    { return int64(free{}.Uint64() >> 1) }
func (free) Uint64() uint64 {
	return uint64(choose(1<<31))<<33 | uint64(choose(1<<31))<<2 | uint64(choose(4))
}

// A Rand makes numbers of all sorts from a source.
type Rand struct {
	src Source
	s64 Source64 // src, if it is one
	pos int8     // bytes left of val, for Read
	val int64
	own bool // belongs to the package
}

// New returns a Rand of a source.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

var global = &Rand{src: free{}, s64: free{}, own: true}

// enter lets goroutines share the package's own Rand.
func (r *Rand) enter() {
	if r.own {
		region.Enter()
	}
}

func (r *Rand) exit() {
	if r.own {
		region.Exit()
	}
}

func (r *Rand) isFree() bool {
	_, ok := r.src.(free)
	return ok
}

func (r *Rand) Seed(seed int64) {
	r.enter()
	r.src.Seed(seed)
	r.pos = 0
	r.exit()
}

func (r *Rand) Int63() int64 {
	r.enter()
	n := r.src.Int63()
	r.exit()
	return n
}

func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }

func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		r.enter()
		n := r.s64.Uint64()
		r.exit()
		return n
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

func (r *Rand) Int31() int32 { return int32(r.Int63() >> 32) }
func (r *Rand) Int() int     { return int(uint(r.Int63())) }

func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n <= math.MaxUint32 && r.isFree() {
		return int64(choose(uint32(n)))
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	limit := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > limit {
		v = r.Int63()
	}
	return v % n
}

func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if r.isFree() {
		return int32(choose(uint32(n)))
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	limit := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > limit {
		v = r.Int31()
	}
	return v % n
}

// below draws from 0 to n-1 with one multiplication, after Lemire.
func (r *Rand) below(n int32) int32 {
	if r.isFree() {
		return int32(choose(uint32(n)))
	}
	p := uint64(r.Uint32()) * uint64(n)
	if low := uint32(p); low < uint32(n) {
		limit := uint32(-n) % uint32(n)
		for low < limit {
			p = uint64(r.Uint32()) * uint64(n)
			low = uint32(p)
		}
	}
	return int32(p >> 32)
}

func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := 0; i < n; i++ {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	i := n - 1
	for ; i > 1<<31-1-1; i-- {
		swap(i, int(r.Int63n(int64(i+1))))
	}
	for ; i > 0; i-- {
		swap(i, int(r.below(int32(i+1))))
	}
}

func (r *Rand) Read(p []byte) (n int, err error) {
	for n = range p {
		if r.pos == 0 {
			r.val = r.Int63()
			r.pos = 7
		}
		p[n] = byte(r.val)
		r.val >>= 8
		r.pos--
	}
	return len(p), nil
}

func (r *Rand) NormFloat64() float64 {
	for {
		j := int32(r.Uint32())
		if x, again := ziggurat.NormFloat64(j, int(j&0x7F), r.Float64); !again {
			return x
		}
	}
}

func (r *Rand) ExpFloat64() float64 {
	for {
		j := r.Uint32()
		if x, again := ziggurat.ExpFloat64(j, int(j&0xFF), r.Float64); !again {
			return x
		}
	}
}

// Seed does nothing since Go 1.24.
func Seed(seed int64) {}

func Int63() int64                       { return global.Int63() }
func Uint32() uint32                     { return global.Uint32() }
func Uint64() uint64                     { return global.Uint64() }
func Int31() int32                       { return global.Int31() }
func Int() int                           { return global.Int() }
func Int63n(n int64) int64               { return global.Int63n(n) }
func Int31n(n int32) int32               { return global.Int31n(n) }
func Intn(n int) int                     { return global.Intn(n) }
func Float64() float64                   { return global.Float64() }
func Float32() float32                   { return global.Float32() }
func Perm(n int) []int                   { return global.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }
func Read(p []byte) (n int, err error)   { return global.Read(p) }
func NormFloat64() float64               { return global.NormFloat64() }
func ExpFloat64() float64                { return global.ExpFloat64() }

// A Zipf draws from a Zipf distribution by rejection-inversion (Hörmann and Derflinger, 1996).
type Zipf struct {
	r            *Rand
	imax         float64
	v            float64
	q            float64
	s            float64
	oneminusQ    float64
	oneminusQinv float64
	hxm          float64
	hx0minusHxm  float64
}

func (z *Zipf) h(x float64) float64 { return math.Exp(z.oneminusQ*math.Log(z.v+x)) * z.oneminusQinv }

func (z *Zipf) hinv(x float64) float64 {
	return math.Exp(z.oneminusQinv*math.Log(z.oneminusQ*x)) - z.v
}

// NewZipf returns a Zipf that draws k from [0, imax] with probability proportional to (v + k)**(-s).
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1.0 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, imax: float64(imax), v: v, q: s, oneminusQ: 1 - s}
	z.oneminusQinv = 1 / z.oneminusQ
	z.hxm = z.h(z.imax + 0.5)
	z.hx0minusHxm = z.h(0.5) - math.Exp(math.Log(v)*-s) - z.hxm
	z.s = 1 - z.hinv(z.h(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

// Uint64 draws a number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		ur := z.hxm + z.r.Float64()*z.hx0minusHxm
		x := z.hinv(ur)
		k := math.Floor(x + 0.5)
		if k-x <= z.s || ur >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
