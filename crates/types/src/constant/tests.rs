//! Literals, arithmetic and text of constants.

use super::*;
use expect_test::{Expect, expect};
use syntax::{BinOp, LitKind};

fn lit(text: &str) -> ConstValue {
    let kind = match text.as_bytes() {
        [b'"' | b'`', ..] => LitKind::String,
        [b'\'', ..] => LitKind::Rune,
        [.., b'i'] => LitKind::Imag,
        t if t.starts_with(b"0x") && !t.contains(&b'p') => LitKind::Int,
        t if t.iter().any(|b| b".eEp".contains(b)) => LitKind::Float,
        _ => LitKind::Int,
    };
    from_literal(kind, text).unwrap_or_else(|| panic!("{text}"))
}

fn check_literals(list: &[&str], expect: Expect) {
    let lines: Vec<String> = list.iter().map(|t| format!("{t} = {}", lit(t))).collect();
    expect.assert_eq(&lines.join("\n"));
}

#[test]
fn literals() {
    check_literals(
        &[
            "0",
            "017",
            "0o17",
            "0x_fF",
            "0b101",
            "1_000",
            "08i",
            "1.5",
            "1e3",
            ".5",
            "0x1p-2",
            "1e400",
            "1e-400",
            "1e100000",
            "2.5i",
            "'a'",
            r"'\n'",
            r"'\377'",
            r"'\u00e9'",
            r#""a\tb\x41\101é""#,
            "`a\\n`",
            "1e30",
            "0.1",
            "123456789.0",
            "1e-5",
        ],
        expect![[r#"
            0 = 0
            017 = 15
            0o17 = 15
            0x_fF = 255
            0b101 = 5
            1_000 = 1000
            08i = (0 + 8i)
            1.5 = 1.5
            1e3 = 1000
            .5 = 0.5
            0x1p-2 = 0.25
            1e400 = 1e+400
            1e-400 = 1e-400
            1e100000 = 1e+100000
            2.5i = (0 + 2.5i)
            'a' = 97
            '\n' = 10
            '\377' = 255
            '\u00e9' = 233
            "a\tb\x41\101é" = "a\tbAAé"
            `a\n` = "a\\n"
            1e30 = 1e+30
            0.1 = 0.1
            123456789.0 = 1.23457e+08
            1e-5 = 1e-05"#]],
    );
}

#[test]
fn strings_may_hold_any_bytes() {
    let v = lit(r#""\xff\u00e9\\""#);
    assert_eq!(v.as_bytes().map(|b| b.to_vec()), Some(vec![0xff, 0xc3, 0xa9, b'\\']));
    assert_eq!(v.to_string(), r#""\xffé\\""#);
}

#[test]
fn floats_round_to_nearest_even() {
    let f = |t: &str| lit(t).to_f64().map(f64::to_bits);
    for t in [
        "0.1",
        "1e23",
        "5e-324",
        "2.5e-324",
        "1.7976931348623157e308",
        "9007199254740993.0",
        "1e-310",
    ] {
        assert_eq!(f(t), t.parse::<f64>().ok().map(f64::to_bits), "{t}");
    }
    assert_eq!(lit("1e309").to_f64(), Some(f64::INFINITY));
    assert_eq!(lit("1e-400").to_f64(), Some(0.0));
    for t in ["0.1", "16777217.0", "1e-45", "3.4028235e38", "1e-40"] {
        assert_eq!(lit(t).to_f32(), t.parse::<f32>().ok(), "{t}");
    }
}

#[test]
fn arithmetic_is_exact() {
    let op =
        |x: &str, op, y: &str, int| binary_op(&lit(x), op, &lit(y), int).map(|v| v.to_string());
    let some = |s: &str| Some(s.to_string());
    assert_eq!(op("7", BinOp::Div, "2", true), some("3"));
    assert_eq!(op("7", BinOp::Div, "2", false), some("3.5"));
    assert_eq!(op("1", BinOp::Div, "3.0", false), some("0.333333"));
    assert_eq!(op("0.1", BinOp::Add, "0.2", false), some("0.3"));
    assert_eq!(op("1i", BinOp::Mul, "1i", false), some("(-1 + 0i)"));
    assert_eq!(op("\"a\"", BinOp::Add, "\"b\"", false), some("\"ab\""));
    assert_eq!(op("1", BinOp::Add, "0.0000001", false), some("1.0000001"));
    assert_eq!(op("1", BinOp::Div, "0", true), None);
    assert_eq!(op("12", BinOp::AndNot, "10", true), some("4"));
    let third = binary_op(&lit("1.0"), BinOp::Div, &lit("3.0"), false).expect("a quotient");
    let one = binary_op(&third, BinOp::Mul, &lit("3"), false).expect("a product");
    assert_eq!(compare(&one, BinOp::Eql, &lit("1")), Some(true));
    // Beyond rationals: 512 bits.
    let huge = binary_op(&lit("1e100000"), BinOp::Mul, &lit("1e100000"), false).expect("a product");
    assert_eq!(huge.to_string(), "1e+200000");
    let back = binary_op(&huge, BinOp::Div, &lit("1e200000"), false).expect("a quotient");
    assert_eq!(back.to_f64(), Some(1.0));
}

#[test]
fn shifts_and_signs() {
    let i = |t: &str| lit(t).to_int().expect("an integer");
    assert_eq!(shift(&i("1"), BinOp::Shl, 70).to_string(), "1180591620717411303424");
    assert_eq!(shift(&-i("5"), BinOp::Shr, 1).to_string(), "-3");
    assert_eq!(shift(&-i("5"), BinOp::Shr, 200).to_string(), "-1");
    let not = unary_op(syntax::UnOp::Xor, &lit("5"), Some(8)).map(|v| v.to_string());
    assert_eq!(not, Some("250".to_string()));
    assert_eq!(ConstValue::int(-1).to_bits(), Some(u64::MAX));
}
