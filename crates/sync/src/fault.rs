//! Misuse of a primitive, in Go's exact words.

use std::fmt;

/// How Go reports a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A panic whose value is a `runtime.Error`; `recover` can stop it.
    RuntimeError,
    /// A panic whose value is a plain string; `recover` can stop it.
    Panic,
    /// `fatal error: …`; nothing can stop it.
    Fatal,
}

/// What a program did wrong with a primitive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Fault {
    SendOnClosedChannel,
    CloseOfClosedChannel,
    CloseOfNilChannel,
    UnlockOfUnlockedMutex,
    UnlockOfUnlockedRWMutex,
    RUnlockOfUnlockedRWMutex,
    NegativeWaitGroupCounter,
    WaitGroupReused,
    WaitGroupAddDuringWait,
    SemaphoreReleasedTooMuch,
    NonPositiveTickerInterval,
    NonPositiveTickerReset,
}

impl Fault {
    /// Go's message, without the `panic: ` or `fatal error: ` before it.
    pub fn text(self) -> &'static str {
        match self {
            Fault::SendOnClosedChannel => "send on closed channel",
            Fault::CloseOfClosedChannel => "close of closed channel",
            Fault::CloseOfNilChannel => "close of nil channel",
            Fault::UnlockOfUnlockedMutex => "sync: unlock of unlocked mutex",
            Fault::UnlockOfUnlockedRWMutex => "sync: Unlock of unlocked RWMutex",
            Fault::RUnlockOfUnlockedRWMutex => "sync: RUnlock of unlocked RWMutex",
            Fault::NegativeWaitGroupCounter => "sync: negative WaitGroup counter",
            Fault::WaitGroupReused => "sync: WaitGroup is reused before previous Wait has returned",
            Fault::WaitGroupAddDuringWait => {
                "sync: WaitGroup misuse: Add called concurrently with Wait"
            }
            Fault::SemaphoreReleasedTooMuch => "semaphore: released more than held",
            Fault::NonPositiveTickerInterval => "non-positive interval for NewTicker",
            Fault::NonPositiveTickerReset => "non-positive interval for Ticker.Reset",
        }
    }

    /// How Go reports it.
    pub fn kind(self) -> FaultKind {
        match self {
            Fault::SendOnClosedChannel | Fault::CloseOfClosedChannel | Fault::CloseOfNilChannel => {
                FaultKind::RuntimeError
            }
            Fault::UnlockOfUnlockedMutex
            | Fault::UnlockOfUnlockedRWMutex
            | Fault::RUnlockOfUnlockedRWMutex => FaultKind::Fatal,
            Fault::NegativeWaitGroupCounter
            | Fault::WaitGroupReused
            | Fault::WaitGroupAddDuringWait
            | Fault::SemaphoreReleasedTooMuch
            | Fault::NonPositiveTickerInterval
            | Fault::NonPositiveTickerReset => FaultKind::Panic,
        }
    }

    /// Whether it ends the program even under `recover`.
    pub fn is_fatal(self) -> bool {
        self.kind() == FaultKind::Fatal
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl std::error::Error for Fault {}
