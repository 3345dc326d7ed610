//! The frames of Go's own library above a native that waits or fails, for stack traces
//! (positions of Go 1.27.3).

/// Frames of a native by its key, innermost first: function, position.
pub(crate) fn of_native(key: &str) -> &'static [(&'static str, &'static str)] {
    match key {
        "sync.(*Mutex).Lock" => &[
            ("internal/sync.runtime_SemacquireMutex", "runtime/sema.go:95"),
            ("internal/sync.(*Mutex).lockSlow", "internal/sync/mutex.go:149"),
            ("internal/sync.(*Mutex).Lock", "internal/sync/mutex.go:70"),
            ("sync.(*Mutex).Lock", "sync/mutex.go:46"),
        ],
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
        "sync.(*RWMutex).RLock" => &[
            ("sync.runtime_SemacquireRWMutexR", "runtime/sema.go:100"),
            ("sync.(*RWMutex).RLock", "sync/rwmutex.go:74"),
        ],
        "sync.(*WaitGroup).Wait" => &[
            ("sync.runtime_SemacquireWaitGroup", "runtime/sema.go:114"),
            ("sync.(*WaitGroup).Wait", "sync/waitgroup.go:206"),
        ],
        "sync.(*Cond).Wait" => &[
            ("sync.runtime_notifyListWait", "runtime/sema.go:617"),
            ("sync.(*Cond).Wait", "sync/cond.go:71"),
        ],
        "time.Sleep" => &[("time.Sleep", "runtime/time.go:361")],
        _ => &[],
    }
}
