// What packages of the standard library export and other sources of them do not: a package a line; and where the
// generic functions are that both have: "FILE:LINE PATH.NAME".
// Arguments: a folder with the other sources, then for each package its path and the name of its file there, "-" if
// there is none.
package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// names are the exported names of a package, and T.m for the fields and methods of its types.
func names(files []string, values bool) map[string]bool {
	out := map[string]bool{}
	fset := token.NewFileSet()
	for _, p := range files {
		f, err := parser.ParseFile(fset, p, nil, parser.SkipObjectResolution)
		if err != nil {
			panic(err)
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				n := d.Name.Name
				if d.Recv != nil && len(d.Recv.List) > 0 {
					t := d.Recv.List[0].Type
				again:
					switch x := t.(type) {
					case *ast.StarExpr:
						t = x.X
						goto again
					case *ast.IndexExpr:
						t = x.X
						goto again
					case *ast.IndexListExpr:
						t = x.X
						goto again
					}
					id, ok := t.(*ast.Ident)
					if !ok || !id.IsExported() || !d.Name.IsExported() {
						continue
					}
					n = id.Name + "." + n
				} else if !d.Name.IsExported() {
					continue
				}
				out[n] = true
			case *ast.GenDecl:
				for _, s := range d.Specs {
					switch s := s.(type) {
					case *ast.TypeSpec:
						if s.Name.IsExported() {
							out[s.Name.Name] = true
							if st, ok := s.Type.(*ast.StructType); ok {
								for _, f := range st.Fields.List {
									for _, n := range f.Names {
										if n.IsExported() {
											out[s.Name.Name+"."+n.Name] = true
										}
									}
								}
							}
						}
					case *ast.ValueSpec:
						for _, n := range s.Names {
							if values && n.IsExported() {
								out[n.Name] = true
							}
						}
					}
				}
			}
		}
	}
	return out
}

// generics prints where the generic functions of a file are.
func generics(file, path string, ours map[string]bool) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
	if err != nil {
		panic(err)
	}
	for _, d := range f.Decls {
		if d, ok := d.(*ast.FuncDecl); ok && d.Type.TypeParams != nil && ours[d.Name.Name] {
			line := fset.Position(d.Pos()).Line
			fmt.Printf("%s/%s:%d %s.%s\n", path, filepath.Base(file), line, path, d.Name.Name)
		}
	}
}

func main() {
	for i := 2; i+1 < len(os.Args); i += 2 {
		path, other := os.Args[i], os.Args[i+1]
		p, err := build.ImportDir(filepath.Join(build.Default.GOROOT, "src", path), 0)
		if err != nil {
			panic(err)
		}
		var files []string
		for _, f := range p.GoFiles {
			files = append(files, filepath.Join(p.Dir, f))
		}
		ours := map[string]bool{"Pointer": true, "Sizeof": true, "ArbitraryType": true, "IntegerType": true}
		if other != "-" {
			ours = names([]string{filepath.Join(os.Args[1], other)}, true)
		}
		for _, file := range files {
			generics(file, path, ours)
		}
		var list []string
		for n := range names(files, path != "syscall") {
			typ, _, is := strings.Cut(n, ".")
			if !ours[n] && (!is || ours[typ]) {
				list = append(list, n)
			}
		}
		if len(list) > 0 {
			slices.Sort(list)
			fmt.Printf("%s: %s\n", path, strings.Join(list, " "))
		}
	}
}
