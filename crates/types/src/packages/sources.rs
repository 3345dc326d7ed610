//! The sources of our standard library.

/// Source of a package.
pub(super) fn source(path: &str) -> Option<&'static str> {
    Some(match path {
        "bufio" => include_str!("../std/bufio.go"),
        "bytes" => include_str!("../std/bytes.go"),
        "cmp" => include_str!("../std/cmp.go"),
        "container/heap" => include_str!("../std/container_heap.go"),
        "container/list" => include_str!("../std/container_list.go"),
        "container/ring" => include_str!("../std/container_ring.go"),
        "context" => include_str!("../std/context.go"),
        "errors" => include_str!("../std/errors.go"),
        "fmt" => include_str!("../std/fmt.go"),
        "golang.org/x/sync/errgroup" => include_str!("../std/golang_org_x_sync_errgroup.go"),
        "golang.org/x/sync/semaphore" => include_str!("../std/golang_org_x_sync_semaphore.go"),
        "golang.org/x/sync/singleflight" => {
            include_str!("../std/golang_org_x_sync_singleflight.go")
        }
        "golang.org/x/time/rate" => include_str!("../std/golang_org_x_time_rate.go"),
        "internal/region" => include_str!("../std/internal_region.go"),
        "internal/unicode" => include_str!("../std/internal_unicode.go"),
        "internal/ziggurat" => include_str!("../std/internal_ziggurat.go"),
        "io" => include_str!("../std/io.go"),
        "io/fs" => include_str!("../std/io_fs.go"),
        "iter" => include_str!("../std/iter.go"),
        "log" => include_str!("../std/log.go"),
        "maps" => include_str!("../std/maps.go"),
        "math" => include_str!("../std/math.go"),
        "math/bits" => include_str!("../std/math_bits.go"),
        "math/rand" => include_str!("../std/math_rand.go"),
        "math/rand/v2" => include_str!("../std/math_rand_v2.go"),
        "net" => include_str!("../std/net.go"),
        "net/http" => include_str!("../std/net_http.go"),
        "net/url" => include_str!("../std/net_url.go"),
        "os" => include_str!("../std/os.go"),
        "os/signal" => include_str!("../std/os_signal.go"),
        "reflect" => include_str!("../std/reflect.go"),
        "runtime" => include_str!("../std/runtime.go"),
        "slices" => include_str!("../std/slices.go"),
        "sort" => include_str!("../std/sort.go"),
        "strconv" => include_str!("../std/strconv.go"),
        "strings" => include_str!("../std/strings.go"),
        "sync" => include_str!("../std/sync.go"),
        "sync/atomic" => include_str!("../std/sync_atomic.go"),
        "syscall" => include_str!("../std/syscall.go"),
        "testing" => include_str!("../std/testing.go"),
        "text/tabwriter" => include_str!("../std/text_tabwriter.go"),
        "time" => include_str!("../std/time.go"),
        "unicode" => include_str!("../std/unicode.go"),
        "unicode/utf8" => include_str!("../std/unicode_utf8.go"),
        _ => return None,
    })
}
