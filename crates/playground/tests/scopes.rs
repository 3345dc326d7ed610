//! What is in scope at a line.

use expect_test::{Expect, expect};
use playground::Scopes;

/// Each line of the source, with those of the names that are shown to whoever is about to run it.
fn check(names: &[&str], source: &str, expected: Expect) {
    let scopes = Scopes::of(source);
    let mut text = String::new();
    for (i, line) in source.lines().enumerate() {
        let seen: Vec<_> =
            names.iter().copied().filter(|n| scopes.shows(n, i as u32 + 1)).collect();
        text.push_str(format!("{:<34}{}", line.replace('\t', "  "), seen.join(" ")).trim_end());
        text.push('\n');
    }
    expected.assert_eq(&text);
}

#[test]
fn a_loop_takes_its_variables_with_it() {
    let source = "package main\n\nfunc main() {\n\tleft := make(chan int)\n\tfor id := range 3 {\n\t\tgo f(id)\n\t}\n\tfor range 3 {\n\t\tid := <-left\n\t\tprintln(id)\n\t}\n}\n\nfunc f(n int) {\n\tn++\n}\n";
    check(
        &["left", "id", "n"],
        source,
        expect![[r#"
            package main

            func main() {
              left := make(chan int)
              for id := range 3 {             left id
                go f(id)                      left id
              }                               left id
              for range 3 {                   left
                id := <-left                  left
                println(id)                   left id
              }                               left id
            }                                 left

            func f(n int) {                   n
              n++                             n
            }                                 n
        "#]],
    );
}

#[test]
fn clauses_and_functions_keep_theirs() {
    let source = "package main\n\nfunc main() {\n\tif v, ok := <-c; ok {\n\t\tprintln(v)\n\t} else {\n\t\tprintln(ok)\n\t}\n\tselect {\n\tcase n := <-news:\n\t\tprintln(n)\n\tcase m := <-mail:\n\t\tprintln(m)\n\t}\n\tvar wg sync.WaitGroup\n\tgo func(k int) {\n\t\tdefer wg.Done()\n\t\tt := k\n\t\tprintln(t)\n\t}(1)\n\twg.Wait()\n}\n";
    check(
        &["v", "ok", "n", "m", "wg", "k", "t"],
        source,
        expect![[r#"
        package main

        func main() {
          if v, ok := <-c; ok {
            println(v)                    v ok
          } else {                        v ok
            println(ok)                   v ok
          }                               v ok
          select {
          case n := <-news:
            println(n)                    n
          case m := <-mail:
            println(m)                    m
          }                               m
          var wg sync.WaitGroup
          go func(k int) {                wg k
            defer wg.Done()               wg k
            t := k                        wg k
            println(t)                    wg k t
          }(1)                            wg k t
          wg.Wait()                       wg
        }                                 wg
    "#]],
    );
}

#[test]
fn broken_sources_have_scopes_too() {
    for source in
        ["", "package main\nfunc main() {\n\tx := \n", "func {", "package main\nfunc f(a int) { if"]
    {
        assert!(Scopes::of(source).shows("unknown", 1), "{source}");
    }
}
