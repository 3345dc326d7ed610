// One line for each lesson, in the order of the contents page.
lessons! {
    "1.1", "1.1-processors";
    "2.11", "2.11-bounded-queue";
    "3.1", "3.1-select";
    "4.1", "4.1-timeout";
    "8.5", "8.5-mutex-or-channel";
}
