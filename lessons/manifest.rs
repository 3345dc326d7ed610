// One line for each lesson, in the order of the contents page.
lessons! {
    "1.1", "1.1-processors";
    "1.3", "1.3-queues";
    "1.5", "1.5-preemption";
    "1.6", "1.6-go-statement", fixed;
    "2.1", "2.1-a-meeting";
    "2.2", "2.2-room-to-wait";
    "2.3", "2.3-directions";
    "2.4", "2.4-operations";
    "2.5", "2.5-closing";
    "2.6", "2.6-nil-channels", fixed;
    "2.7", "2.7-range";
    "2.8", "2.8-one-result";
    "2.9", "2.9-signal-one";
    "2.10", "2.10-signal-many";
    "2.11", "2.11-bounded-queue";
    "2.12", "2.12-unique-ids";
    "2.13", "2.13-tokens";
    "2.14", "2.14-hundred-jobs";
    "2.15", "2.15-token-server", fixed;
    "2.16", "2.16-fastest-replica", fixed;
    "2.17", "2.17-handshake";
    "3.1", "3.1-select";
    "3.2", "3.2-default";
    "3.3", "3.3-closed-in-a-loop";
    "3.4", "3.4-priority";
    "3.5", "3.5-send-cases";
    "4.1", "4.1-timeout";
    "4.2", "4.2-timers";
    "4.3", "4.3-heartbeat";
    "4.4", "4.4-deadline";
    "4.5", "4.5-back-off";
    "8.5", "8.5-mutex-or-channel";
}
