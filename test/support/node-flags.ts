/**
 * Flags of the processes that run tests. V8 write-protects the pages of compiled code by keys of the processor and loses
 * count of them when threads come and go: it then ends the process with `Check failed: jit_page.has_value()`, on build
 * machines whose processors have such keys (nodejs/node#64500).
 */
export const nodeFlags = ['--no-memory-protection-keys'];
