type Watcher = () => Promise<void>;

const watchers = new Set<Watcher>();

/** The button stands above the table, the table knows where to paste. */
export function requestPaste(): void {
  for (const watcher of watchers) void watcher();
}

export function watchPasteRequests(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** What the clipboard holds; null where the browser does not let a page read it. */
export async function readClipboard(): Promise<{ readonly html: string; readonly text: string } | null> {
  try {
    const [item] = await navigator.clipboard.read();
    if (item === undefined) return null;
    const read = async (type: string) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
    return { html: await read('text/html'), text: await read('text/plain') };
  } catch {
    return null;
  }
}
