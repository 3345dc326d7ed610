// Package iter: functions that push values.
package iter

// Seq yields values.
type Seq[V any] func(yield func(V) bool)

// Seq2 yields pairs of values.
type Seq2[K, V any] func(yield func(K, V) bool)

// Pull turns a pushing iterator into one that is asked for values.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	next2, stop := Pull2(func(yield func(V, struct{}) bool) {
		seq(func(v V) bool { return yield(v, struct{}{}) })
	})
	next = func() (V, bool) {
		v, _, ok := next2()
		return v, ok
	}
	return next, stop
}

type item[K, V any] struct {
	k K
	v V
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	var (
		ask     = make(chan bool)
		items   = make(chan item[K, V])
		started bool
		done    bool
		failed  any
	)
	run := func() {
		defer close(items)
		defer func() {
			failed = recover()
		}()
		if !<-ask {
			return
		}
		seq(func(k K, v V) bool {
			items <- item[K, V]{k, v}
			return <-ask
		})
	}
	step := func(more bool) (K, V, bool) {
		if !started {
			started = true
			go run()
		}
		ask <- more
		it, ok := <-items
		if !ok {
			done = true
			if failed != nil {
				panic(failed)
			}
		}
		return it.k, it.v, ok
	}
	next = func() (k K, v V, ok bool) {
		if done {
			return k, v, false
		}
		return step(true)
	}
	stop = func() {
		if done {
			return
		}
		if !started {
			done = true
			return
		}
		step(false)
		done = true
	}
	return next, stop
}
