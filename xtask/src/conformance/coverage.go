// Which features of the language and which names of the library the programs of the corpus use: Markdown, from their
// syntax trees and types. Argument: the folder with the programs.
package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A program of the corpus.
type program struct {
	name string
	size int64
}

// uses are the programs that use something.
type uses map[string][]program

func (u uses) add(what string, p program) {
	if !slices.Contains(u[what], p) {
		u[what] = append(u[what], p)
	}
}

// table prints a line for each, with the two smallest programs; those of the folder come first.
func (u uses) table(title, folder string) {
	fmt.Printf("| %s | programs |\n|---|---|\n", title)
	key := func(s string) string { return strings.TrimLeft(s, "*([&+-<>!=|^%/{:.~") }
	for _, what := range slices.SortedFunc(maps.Keys(u), func(a, b string) int {
		return cmp.Or(strings.Compare(key(a), key(b)), strings.Compare(a, b))
	}) {
		list := u[what]
		slices.SortFunc(list, func(a, b program) int {
			away := func(p program) int {
				if strings.HasPrefix(p.name, folder) {
					return 0
				}
				return 1
			}
			return cmp.Or(away(a)-away(b), cmp.Compare(a.size, b.size), strings.Compare(a.name, b.name))
		})
		var names []string
		for _, p := range list[:min(2, len(list))] {
			names = append(names, p.name)
		}
		fmt.Printf("| %s | %s |\n", strings.ReplaceAll(what, "|", "\\|"), strings.Join(names, ", "))
	}
	fmt.Println()
}

// exported returns package and name of what a package of the library exports: a name or T.m.
func exported(o types.Object) (pkg, name string) {
	if o == nil || o.Pkg() == nil || o.Pkg().Path() == "main" || !o.Exported() {
		return
	}
	pkg, name = o.Pkg().Path(), o.Name()
	f, is := o.(*types.Func)
	if is {
		if r := f.Origin().Signature().Recv(); r != nil {
			t := r.Type()
			if p, ok := t.(*types.Pointer); ok {
				t = p.Elem()
			}
			n, ok := t.(*types.Named)
			if !ok {
				return "", ""
			}
			return pkg, n.Obj().Name() + "." + name
		}
	}
	if o.Parent() != o.Pkg().Scope() {
		return "", ""
	}
	return
}

func main() {
	fset := token.NewFileSet()
	std := importer.ForCompiler(fset, "source", nil)
	groups, packages := map[string]uses{}, map[string]uses{}
	count := func(what map[string]uses, group, name string, p program) {
		if what[group] == nil {
			what[group] = uses{}
		}
		what[group].add(name, p)
	}
	for _, folder := range []string{"lang", "conc", "std", "testing"} {
		files, _ := filepath.Glob(filepath.Join(os.Args[1], folder, "*.go"))
		for _, path := range files {
			f, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
			if err != nil {
				panic(err)
			}
			info := &types.Info{
				Uses:       map[*ast.Ident]types.Object{},
				Defs:       map[*ast.Ident]types.Object{},
				Selections: map[*ast.SelectorExpr]*types.Selection{},
				Types:      map[ast.Expr]types.TypeAndValue{},
				Instances:  map[*ast.Ident]types.Instance{},
			}
			config := types.Config{Importer: std, GoVersion: "go1.27", Error: func(err error) {
				// A file of a package of tests is not a whole package.
				fmt.Fprintln(os.Stderr, path, err)
			}}
			config.Check("main", fset, []*ast.File{f}, info)
			stat, err := os.Stat(path)
			if err != nil {
				panic(err)
			}
			p := program{folder + "/" + strings.TrimSuffix(filepath.Base(path), ".go"), stat.Size()}
			features(f, info, func(group, feature string) { count(groups, group, feature, p) })
			for _, o := range info.Uses {
				if pkg, name := exported(o); pkg != "" && !strings.Contains(pkg, "internal") {
					count(packages, pkg, name, p)
				}
			}
		}
	}
	fmt.Print("## Language\n\n")
	for _, g := range []string{"Declarations", "Types", "Expressions", "Conversions", "Built-in functions", "Functions", "Statements", "Generics"} {
		fmt.Printf("### %s\n\n", g)
		groups[g].table("feature", "lang/")
	}
	fmt.Print("## Standard packages\n\n")
	for _, path := range slices.Sorted(maps.Keys(packages)) {
		fmt.Printf("### %s\n\n", path)
		folder := "std/"
		if path == "testing" {
			folder = "testing/"
		}
		packages[path].table("name", folder)
	}
}

// features calls add for every language feature found in the file.
func features(f *ast.File, info *types.Info, add func(group, feature string)) {
	under := func(e ast.Expr) types.Type {
		if t := info.TypeOf(e); t != nil {
			return t.Underlying()
		}
		return nil
	}
	kind := func(t types.Type) string {
		if t == nil {
			return ""
		}
		if _, ok := t.(*types.TypeParam); ok {
			return "type parameter"
		}
		switch u := t.Underlying().(type) {
		case *types.Basic:
			switch {
			case u.Kind() == types.UnsafePointer:
				return "unsafe.Pointer"
			case u.Info()&types.IsInteger != 0:
				return "integer"
			case u.Info()&types.IsFloat != 0:
				return "float"
			case u.Info()&types.IsComplex != 0:
				return "complex"
			case u.Info()&types.IsString != 0:
				return "string"
			case u.Info()&types.IsBoolean != 0:
				return "bool"
			}
			return u.String()
		case *types.Slice:
			return "slice"
		case *types.Array:
			return "array"
		case *types.Map:
			return "map"
		case *types.Chan:
			return "channel"
		case *types.Struct:
			return "struct"
		case *types.Pointer:
			if _, ok := u.Elem().Underlying().(*types.Array); ok {
				return "pointer to array"
			}
			return "pointer"
		case *types.Signature:
			return "function"
		case *types.Interface:
			return "interface"
		}
		return "other"
	}
	funcDepth := 0
	_ = funcDepth
	var stack []ast.Node
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		var parent ast.Node
		if len(stack) > 0 {
			parent = stack[len(stack)-1]
		}
		stack = append(stack, n)
		switch x := n.(type) {
		case *ast.ImportSpec:
			switch {
			case x.Name == nil:
				add("Declarations", "import")
			case x.Name.Name == ".":
				add("Declarations", "dot import")
			case x.Name.Name == "_":
				add("Declarations", "import for side effects")
			default:
				add("Declarations", "import under another name")
			}
		case *ast.GenDecl:
			if x.Tok == token.CONST && len(x.Specs) > 1 {
				add("Declarations", "constant group with implicit repetition and iota")
			}
			if x.Tok == token.VAR && x.Lparen.IsValid() {
				add("Declarations", "variable group")
			}
			if _, ok := parent.(*ast.DeclStmt); ok {
				add("Declarations", "local "+x.Tok.String()+" declaration")
			} else if x.Tok != token.IMPORT {
				add("Declarations", "package-level "+x.Tok.String()+" declaration")
			}
		case *ast.TypeSpec:
			switch {
			case x.Assign.IsValid() && x.TypeParams != nil:
				add("Declarations", "generic alias")
			case x.Assign.IsValid():
				add("Declarations", "alias")
			case x.TypeParams != nil:
				add("Generics", "generic type")
			default:
				add("Declarations", "type definition of "+kind(info.TypeOf(x.Type)))
			}
		case *ast.ValueSpec:
			if len(x.Values) == 1 && len(x.Names) > 1 {
				add("Declarations", "variables from one multi-valued call")
			}
		case *ast.FuncDecl:
			if x.Recv != nil {
				t := info.TypeOf(x.Recv.List[0].Type)
				if p, ok := t.(*types.Pointer); ok {
					add("Declarations", "method with pointer receiver")
					t = p.Elem()
				} else {
					add("Declarations", "method with value receiver")
				}
				if nt, ok := t.(*types.Named); ok && nt.TypeParams().Len() > 0 {
					add("Generics", "method of a generic type")
				}
				add("Declarations", "method of a named "+kind(t))
			} else if x.Name.Name == "init" {
				add("Declarations", "init function")
			} else if x.Type.TypeParams != nil {
				add("Generics", "generic function")
			} else {
				add("Declarations", "function")
			}
		case *ast.FuncType:
			if x.Results != nil {
				if x.Results.NumFields() > 1 {
					add("Functions", "multiple results")
				}
				for _, r := range x.Results.List {
					if len(r.Names) > 0 {
						add("Functions", "named results")
					}
				}
			}
		case *ast.Ellipsis:
			if _, ok := parent.(*ast.ArrayType); ok {
				add("Types", "array of counted length [...]")
			} else {
				add("Functions", "variadic parameter")
			}
		case *ast.FuncLit:
			add("Functions", "function literal")
		case *ast.StructType:
			for _, fl := range x.Fields.List {
				if len(fl.Names) == 0 {
					k := kind(info.TypeOf(fl.Type))
					add("Types", "embedded "+k)
				}
				if fl.Tag != nil {
					add("Types", "field tag")
				}
				for _, nm := range fl.Names {
					if nm.Name == "_" {
						add("Types", "blank field")
					}
				}
			}
			add("Types", "struct")
		case *ast.InterfaceType:
			for _, fl := range x.Methods.List {
				if len(fl.Names) > 0 {
					add("Types", "interface with methods")
				} else if _, ok := info.TypeOf(fl.Type).Underlying().(*types.Interface); ok {
					add("Types", "interface embedding an interface")
				} else {
					add("Generics", "type set in a constraint")
				}
			}
			if len(x.Methods.List) == 0 {
				add("Types", "empty interface")
			}
		case *ast.MapType:
			add("Types", "map with keys of kind "+kind(info.TypeOf(x.Key)))
		case *ast.ChanType:
			switch x.Dir {
			case ast.SEND:
				add("Types", "send-only channel")
			case ast.RECV:
				add("Types", "receive-only channel")
			default:
				add("Types", "channel")
			}
			if k := kind(info.TypeOf(x.Value)); k == "channel" || k == "function" || k == "struct" || k == "pointer" || k == "interface" {
				add("Types", "channel of "+k+"s")
			}
		case *ast.ArrayType:
			if x.Len == nil {
				add("Types", "slice")
				if _, ok := x.Elt.(*ast.ArrayType); ok {
					add("Types", "slice of slices")
				}
			} else {
				add("Types", "array")
			}
		case *ast.StarExpr:
			if tv, ok := info.Types[x]; ok {
				if tv.IsType() {
					add("Types", "pointer")
				} else {
					add("Expressions", "pointer indirection")
				}
			}
		case *ast.BasicLit:
			v := x.Value
			name := strings.ToLower(x.Kind.String()) + " literal"
			switch {
			case x.Kind == token.INT && strings.HasPrefix(strings.ToLower(v), "0x"):
				name = "hexadecimal literal"
			case x.Kind == token.INT && strings.HasPrefix(strings.ToLower(v), "0b"):
				name = "binary literal"
			case x.Kind == token.INT && strings.HasPrefix(strings.ToLower(v), "0o"):
				name = "octal literal"
			case x.Kind == token.INT && len(v) > 1 && v[0] == '0':
				name = "old octal literal"
			case x.Kind == token.FLOAT && strings.HasPrefix(strings.ToLower(v), "0x"):
				name = "hexadecimal floating-point literal"
			case x.Kind == token.STRING && v[0] == '`':
				name = "raw string literal"
			}
			add("Expressions", name)
			if (x.Kind == token.INT || x.Kind == token.FLOAT) && strings.Contains(v, "_") {
				add("Expressions", "underscores in a number")
			}
			if (x.Kind == token.STRING || x.Kind == token.CHAR) && v[0] != '`' && strings.Contains(v, `\`) {
				add("Expressions", "escapes in a literal")
			}
		case *ast.CompositeLit:
			k := kind(under(x))
			keyed := "positional"
			if len(x.Elts) > 0 {
				if _, ok := x.Elts[0].(*ast.KeyValueExpr); ok {
					keyed = "keyed"
				}
				add("Expressions", keyed+" composite literal of "+k)
			} else {
				add("Expressions", "empty composite literal of "+k)
			}
			if x.Type == nil {
				add("Expressions", "composite literal with elided type")
			}
		case *ast.BinaryExpr:
			k := kind(info.TypeOf(x.X))
			if tv := info.Types[x]; tv.Value != nil {
				add("Expressions", "constant "+x.Op.String())
			} else {
				add("Expressions", "operator "+x.Op.String()+" on "+k)
			}
		case *ast.UnaryExpr:
			add("Expressions", "unary "+x.Op.String())
		case *ast.ParenExpr:
			add("Expressions", "parentheses")
		case *ast.IndexExpr, *ast.IndexListExpr:
			var base ast.Expr
			if ix, ok := x.(*ast.IndexExpr); ok {
				base = ix.X
			} else {
				base = x.(*ast.IndexListExpr).X
			}
			if tv, ok := info.Types[base]; ok && tv.IsType() {
				add("Generics", "instantiated type")
			} else if kind(under(base)) == "function" {
				add("Generics", "explicit instantiation of a function")
			} else {
				add("Expressions", "index of "+kind(info.TypeOf(base)))
			}
		case *ast.SliceExpr:
			if x.Slice3 {
				add("Expressions", "three-index slice of "+kind(under(x.X)))
			} else {
				add("Expressions", "slice of "+kind(under(x.X)))
			}
		case *ast.TypeAssertExpr:
			if x.Type != nil {
				if kind(info.TypeOf(x.Type)) == "interface" {
					add("Expressions", "assertion to an interface")
				} else {
					add("Expressions", "assertion to a concrete type")
				}
			}
		case *ast.SelectorExpr:
			if s := info.Selections[x]; s != nil {
				if s.Kind() == types.MethodExpr {
					add("Expressions", "method expression")
				}
				if s.Kind() == types.MethodVal {
					call, ok := parent.(*ast.CallExpr)
					if !ok || call.Fun != x {
						add("Expressions", "method value")
					}
					if kind(s.Recv()) == "interface" {
						add("Expressions", "call through an interface")
					}
				}
				if len(s.Index()) > 1 {
					if s.Kind() == types.FieldVal {
						add("Expressions", "promoted field")
					} else {
						add("Expressions", "promoted method")
					}
				}
			}
		case *ast.CallExpr:
			if tv, ok := info.Types[x.Fun]; ok {
				if tv.IsType() && len(x.Args) == 1 {
					from := kind(info.TypeOf(x.Args[0]))
					to := kind(info.TypeOf(x))
					if s, ok := under(x).(*types.Slice); ok && from == "string" {
						to = "[]" + s.Elem().Underlying().String()
					}
					if s, ok := under(x.Args[0]).(*types.Slice); ok && to == "string" {
						from = "[]" + s.Elem().Underlying().String()
					}
					if tv := info.Types[x]; tv.Value != nil {
						add("Conversions", "constant to "+to)
					} else {
						add("Conversions", from+" to "+to)
					}
				} else if tv.IsBuiltin() {
					name := ""
					switch fn := ast.Unparen(x.Fun).(type) {
					case *ast.Ident:
						name = fn.Name
					case *ast.SelectorExpr:
						name = "unsafe." + fn.Sel.Name
					}
					if len(x.Args) > 0 && (name == "len" || name == "cap" || name == "make" || name == "clear" || name == "append" || name == "copy") {
						add("Built-in functions", name+" of "+kind(info.TypeOf(x.Args[0])))
					} else {
						add("Built-in functions", name)
					}
				} else {
					add("Expressions", "call")
					if x.Ellipsis.IsValid() {
						add("Functions", "passing a slice with ...")
					}
					if len(x.Args) == 1 {
						if _, ok := info.TypeOf(x.Args[0]).(*types.Tuple); ok {
							add("Functions", "f(g()) with several results")
						}
					}
					if id, ok := ast.Unparen(x.Fun).(*ast.Ident); ok {
						if inst, ok := info.Instances[id]; ok && inst.TypeArgs.Len() > 0 {
							if _, isIdx := parent.(*ast.IndexExpr); !isIdx {
								add("Generics", "inferred type arguments")
							}
						}
					}
				}
			}
		case *ast.AssignStmt:
			switch {
			case x.Tok == token.DEFINE:
				add("Statements", "short variable declaration")
			case x.Tok == token.ASSIGN && len(x.Lhs) > 1 && len(x.Rhs) > 1:
				add("Statements", "parallel assignment")
			case x.Tok == token.ASSIGN && len(x.Lhs) > 1:
				add("Statements", "assignment from a multi-valued expression")
			case x.Tok == token.ASSIGN:
				add("Statements", "assignment")
			default:
				add("Statements", "assignment "+x.Tok.String())
			}
			if len(x.Lhs) == 2 && len(x.Rhs) == 1 {
				switch r := ast.Unparen(x.Rhs[0]).(type) {
				case *ast.IndexExpr:
					add("Expressions", "comma-ok of a map index")
				case *ast.TypeAssertExpr:
					add("Expressions", "comma-ok of an assertion")
				case *ast.UnaryExpr:
					if r.Op == token.ARROW {
						add("Expressions", "comma-ok of a receive")
					}
				}
			}
			for _, l := range x.Lhs {
				if id, ok := l.(*ast.Ident); ok && id.Name == "_" {
					add("Statements", "blank identifier on the left")
				}
			}
		case *ast.IncDecStmt:
			add("Statements", x.Tok.String())
		case *ast.SendStmt:
			add("Statements", "send")
		case *ast.GoStmt:
			add("Statements", "go")
		case *ast.DeferStmt:
			add("Statements", "defer")
		case *ast.ReturnStmt:
			if len(x.Results) == 0 {
				add("Statements", "bare return")
			} else {
				add("Statements", "return")
			}
		case *ast.BranchStmt:
			s := x.Tok.String()
			if x.Label != nil && x.Tok != token.GOTO {
				s += " with label"
			}
			add("Statements", s)
		case *ast.LabeledStmt:
			add("Statements", "label")
		case *ast.EmptyStmt:
			add("Statements", "empty statement")
		case *ast.BlockStmt:
			if _, ok := parent.(*ast.BlockStmt); ok {
				add("Statements", "block")
			}
		case *ast.IfStmt:
			s := "if"
			if x.Init != nil {
				s += " with init"
			}
			add("Statements", s)
			switch x.Else.(type) {
			case *ast.IfStmt:
				add("Statements", "else if")
			case *ast.BlockStmt:
				add("Statements", "else")
			}
		case *ast.ForStmt:
			switch {
			case x.Init != nil || x.Post != nil:
				add("Statements", "for with clauses")
			case x.Cond != nil:
				add("Statements", "for with a condition")
			default:
				add("Statements", "for ever")
			}
		case *ast.RangeStmt:
			k := kind(under(x.X))
			vars := "without variables"
			switch {
			case x.Value != nil:
				vars = "with two variables"
			case x.Key != nil:
				vars = "with one variable"
			}
			if x.Tok == token.ASSIGN {
				add("Statements", "range with = instead of :=")
			}
			if k == "function" {
				sig := under(x.X).(*types.Signature)
				if y, ok := sig.Params().At(0).Type().Underlying().(*types.Signature); ok {
					k = fmt.Sprint("function of ", y.Params().Len(), " values")
				}
			}
			add("Statements", "range over "+k+" "+vars)
		case *ast.SwitchStmt:
			s := "switch"
			if x.Tag == nil {
				s += " without tag"
			}
			if x.Init != nil {
				s += " with init"
			}
			add("Statements", s)
		case *ast.TypeSwitchStmt:
			if _, ok := x.Assign.(*ast.AssignStmt); ok {
				add("Statements", "type switch with a variable")
			} else {
				add("Statements", "type switch")
			}
		case *ast.CaseClause:
			if len(x.List) == 0 {
				add("Statements", "default case")
			}
			if len(x.List) > 1 {
				add("Statements", "case with several values")
			}
		case *ast.SelectStmt:
			if len(x.Body.List) == 0 {
				add("Statements", "empty select")
			} else {
				add("Statements", "select")
			}
		case *ast.CommClause:
			switch c := x.Comm.(type) {
			case nil:
				add("Statements", "select default")
			case *ast.SendStmt:
				add("Statements", "select send")
			case *ast.ExprStmt:
				add("Statements", "select receive")
			case *ast.AssignStmt:
				if len(c.Lhs) == 2 {
					add("Statements", "select receive with comma-ok")
				} else {
					add("Statements", "select receive into a variable")
				}
			}
		case *ast.Ident:
			if o := info.Uses[x]; o != nil && o.Parent() == types.Universe {
				if _, ok := o.(*types.TypeName); ok {
					add("Types", "predeclared "+x.Name)
				}
			}
		}
		return true
	})
}
