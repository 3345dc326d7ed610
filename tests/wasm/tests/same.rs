//! The same seed gives the same trace here, wherever here is.

const SEED: u64 = 20_260_101;

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn natively() {
    expect_test::expect_file!["../golden/market.txt"].assert_eq(&wasm_tests::market(SEED));
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
fn in_wasm() {
    assert_eq!(wasm_tests::market(SEED), include_str!("../golden/market.txt"));
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn another_seed_differs() {
    assert_ne!(wasm_tests::market(SEED), wasm_tests::market(SEED + 1));
}
