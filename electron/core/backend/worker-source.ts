/** The worker's entry as source: what Node runs directly. Electron starts its bundle instead. */
export const workerSource = new URL('../worker.ts', import.meta.url);
