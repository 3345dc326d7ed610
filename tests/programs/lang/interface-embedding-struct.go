// Overriding one method of an embedded interface; interface holding struct with embedded interface.
package main

import (
	"fmt"
	"sort"
)

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type reversed struct{ sort.Interface }

func (r reversed) Less(i, j int) bool { return r.Interface.Less(j, i) }

type store interface {
	get(string) (string, error)
	set(k, v string)
}

type mem map[string]string

func (m mem) get(k string) (string, error) {
	if v, ok := m[k]; ok {
		return v, nil
	}
	return "", fmt.Errorf("no %q", k)
}
func (m mem) set(k, v string) { m[k] = v }

type logged struct {
	store
	log []string
}

func (l *logged) get(k string) (string, error) {
	l.log = append(l.log, "get "+k)
	return l.store.get(k)
}

func main() {
	w := byLen{"ccc", "a", "bb"}
	sort.Sort(w)
	fmt.Println(w)
	sort.Sort(reversed{w})
	fmt.Println(w)
	l := &logged{store: mem{}}
	var s store = l
	s.set("a", "1")
	fmt.Println(s.get("a"))
	fmt.Println(s.get("b"))
	fmt.Println(l.log)
}
