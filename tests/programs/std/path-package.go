package main

import (
	"fmt"
	"path"
	"path/filepath"
)

func main() {
	for _, p := range []string{"", "/", "a", "a/b", "a//b/", "/a/../b", "../a", "../../a/..", "./x", "a/./b/../..", "/..", "x.tar.gz", "/a/b.c/d", "///", ".hidden", "a/.."} {
		dir, file := path.Split(p)
		fmt.Printf("%q: %q %q %q %q %v %q %q\n", p, path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), path.IsAbs(p), dir, file)
		fmt.Printf("   %q %q %q %v\n", filepath.Base(p), filepath.Dir(p), filepath.Clean(p), filepath.IsLocal(p))
	}
	fmt.Println(path.Join("a", "", "b", "../c"), path.Join("", ""), path.Join("", "x"), path.Join("/", "x"), filepath.Join("a/", "/b"))
	for _, c := range [][2]string{{"*", "abc"}, {"*", "a/b"}, {"a*c", "abbc"}, {"a?c", "abc"}, {"a?c", "a/c"}, {"[a-c]x", "bx"}, {"[^a-c]x", "bx"}, {"[^a-c]x", "dx"}, {"[", "a"}, {"a[", "b"}, {"\\*", "*"}, {"\\", "a"}, {"*.go", "main.go"}, {"*.go", "main.rs"}, {"a*/b", "a/c/b"}, {"a*b?c*x", "abxbbxdbxebxczzx"}, {"[]a]", "]"}, {"[a-]", "a"}, {"[x-]", "x"}, {"*x", "xxx"}, {"世*", "世界"}, {"", ""}, {"", "a"}, {"[-x]", "x"}, {"a", "ab"}, {"**", "ab"}} {
		ok, err := path.Match(c[0], c[1])
		ok2, err2 := filepath.Match(c[0], c[1])
		fmt.Println(c, ok, err, ok2, err2 == nil)
	}
	for _, c := range [][2]string{{"a/b", "a/b/c"}, {"a/b", "a"}, {"/a", "/b/c"}, {"a", "../b"}, {"..", "a"}, {"/a", "b"}, {".", "x/y"}, {"a/b/c", "a/b"}, {"a", "a"}, {"", "x"}} {
		fmt.Println(filepath.Rel(c[0], c[1]))
	}
	fmt.Println(filepath.Split("a/b.c"))
	fmt.Println(filepath.Ext("a/b.c"), filepath.IsAbs("/a"), string(filepath.ListSeparator))
	fmt.Println(filepath.SplitList("/bin:/usr/bin"), len(filepath.SplitList("")), filepath.ToSlash("a/b"), filepath.FromSlash("a/b"), filepath.VolumeName("/x") == "", string(filepath.Separator), filepath.ErrBadPattern, path.ErrBadPattern)
}
