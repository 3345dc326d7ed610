//! What stack traces show of the standard library: the frames that Go's own has where ours is
//! native or written otherwise (positions of Go 1.27.3).

/// A frame: function, position.
type Shown = &'static [(&'static str, &'static str)];

const LOCK: Shown = &[
    ("internal/sync.runtime_SemacquireMutex", "runtime/sema.go:95"),
    ("internal/sync.(*Mutex).lockSlow", "internal/sync/mutex.go:149"),
    ("internal/sync.(*Mutex).Lock", "internal/sync/mutex.go:70"),
    ("sync.(*Mutex).Lock", "sync/mutex.go:46"),
];

/// Frames of a native by its key, innermost first.
pub(crate) fn of_native(key: &str) -> Shown {
    match key {
        "sync.(*Mutex).Lock" | "sync.(*Once).begin" => LOCK,
        "sync.(*Mutex).Unlock" => &[
            ("internal/sync.fatal", "runtime/panic.go:1205"),
            ("internal/sync.(*Mutex).unlockSlow", "internal/sync/mutex.go:204"),
            ("internal/sync.(*Mutex).Unlock", "internal/sync/mutex.go:198"),
            ("sync.(*Mutex).Unlock", "sync/mutex.go:65"),
        ],
        "sync.(*RWMutex).Lock" => &[
            ("sync.runtime_SemacquireRWMutex", "runtime/sema.go:105"),
            ("sync.(*RWMutex).Lock", "sync/rwmutex.go:155"),
        ],
        "sync.(*RWMutex).Unlock" => &[
            ("sync.fatal", "runtime/panic.go:1175"),
            ("sync.(*RWMutex).Unlock", "sync/rwmutex.go:212"),
        ],
        "sync.(*RWMutex).RLock" => &[
            ("sync.runtime_SemacquireRWMutexR", "runtime/sema.go:100"),
            ("sync.(*RWMutex).RLock", "sync/rwmutex.go:74"),
        ],
        "sync.(*RWMutex).RUnlock" => &[
            ("sync.fatal", "runtime/panic.go:1175"),
            ("sync.(*RWMutex).rUnlockSlow", "sync/rwmutex.go:132"),
            ("sync.(*RWMutex).RUnlock", "sync/rwmutex.go:122"),
        ],
        "sync.(*WaitGroup).Wait" => &[
            ("sync.runtime_SemacquireWaitGroup", "runtime/sema.go:114"),
            ("sync.(*WaitGroup).Wait", "sync/waitgroup.go:206"),
        ],
        "sync.(*WaitGroup).Add" => &[("sync.(*WaitGroup).Add", "sync/waitgroup.go:118")],
        "sync.(*WaitGroup).Done" => &[
            ("sync.(*WaitGroup).Add", "sync/waitgroup.go:118"),
            ("sync.(*WaitGroup).Done", "sync/waitgroup.go:156"),
        ],
        "sync.(*Cond).wait" => &[("sync.runtime_notifyListWait", "runtime/sema.go:617")],
        "time.Sleep" => &[("time.Sleep", "runtime/time.go:361")],
        _ => &[],
    }
}

/// Frames of a function of the library that is written in Go; none if it is shown as it is.
/// `native` is the native that it has called.
pub(crate) fn of_func(name: &str, native: Option<&str>) -> Option<Shown> {
    Some(match (name, native) {
        ("sync.(*Cond).Wait", Some(_)) => &[("sync.(*Cond).Wait", "sync/cond.go:71")],
        ("sync.(*Once).Do", Some("sync.(*Once).begin")) => {
            &[("sync.(*Once).doSlow", "sync/once.go:74"), ("sync.(*Once).Do", "sync/once.go:69")]
        }
        ("sync.(*Once).Do", _) => {
            &[("sync.(*Once).doSlow", "sync/once.go:78"), ("sync.(*Once).Do", "sync/once.go:69")]
        }
        ("golang.org/x/sync/errgroup.(*Group).Wait", _) => &[(
            "golang.org/x/sync/errgroup.(*Group).Wait",
            "golang.org/x/sync/errgroup/errgroup.go:53",
        )],
        ("golang.org/x/sync/semaphore.(*Weighted).Acquire", _) => &[(
            "golang.org/x/sync/semaphore.(*Weighted).Acquire",
            "golang.org/x/sync/semaphore/semaphore.go:60",
        )],
        // It prints what its caller sees.
        ("runtime.Stack", _) => &[],
        ("log.Panicln", _) => &[("log.Panicln", "log/log.go:469")],
        _ => return None,
    })
}
