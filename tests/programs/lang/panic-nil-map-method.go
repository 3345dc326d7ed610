package main

type Graph struct{ edges map[string][]string }

func (g *Graph) Add(a, b string) {
	g.edges[a] = append(g.edges[a], b)
}

func main() {
	var g Graph
	g.Add("x", "y")
}
