import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReportDocument } from '../../../shared/report/document.ts';
import { call, refresh, sentenceOf } from '../app/query.ts';

/** Milliseconds after the last stroke. */
const pause = 700;

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface Autosave {
  readonly state: SaveState;
  /** Takes note of a changed text. */
  readonly note: (document: ReportDocument) => void;
  /** Saves what is not saved yet; false when that failed. */
  readonly flush: () => Promise<boolean>;
  /** The text was loaded as it stood at that time. */
  readonly loaded: (updatedAt: string) => void;
  /** Whether the text in the editor is ahead of the stored one. */
  readonly isAhead: () => boolean;
}

/** Saves one after the other, so that a later text never meets an earlier one on the way. */
class Saver {
  readonly #id: number;
  readonly #tell: (state: SaveState) => void;
  #base = '';
  #waiting: ReportDocument | null = null;
  #running: Promise<boolean> | null = null;

  constructor(id: number, tell: (state: SaveState) => void) {
    this.#id = id;
    this.#tell = tell;
  }

  get isAhead(): boolean {
    return this.#waiting !== null || this.#running !== null;
  }

  loaded(updatedAt: string): void {
    if (!this.isAhead) this.#base = updatedAt;
  }

  note(document: ReportDocument): void {
    this.#waiting = document;
    this.#tell({ kind: 'unsaved' });
  }

  flush(): Promise<boolean> {
    this.#running ??= this.#save().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #save(): Promise<boolean> {
    while (this.#waiting !== null) {
      const document = this.#waiting;
      this.#waiting = null;
      try {
        const { updatedAt } = await call('reports.save', { id: this.#id, document, base: this.#base });
        this.#base = updatedAt;
      } catch (error) {
        this.#waiting ??= document;
        this.#tell({ kind: 'failed', sentence: sentenceOf(error) });
        return false;
      }
    }
    this.#tell({ kind: 'saved' });
    return true;
  }
}

/** Keeps the text of a report as it is typed: after a pause, and before the page is left. */
export function useAutosave(id: number): Autosave {
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  const saver = useMemo(() => new Saver(id, setState), [id]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const isSaved = await saver.flush();
    if (isSaved) refresh();
    return isSaved;
  }, [saver]);
  const note = useCallback(
    (document: ReportDocument) => {
      saver.note(document);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pause);
    },
    [saver, flush],
  );
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (!saver.isAhead) return;
      void saver.flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('beforeunload', leave);
      clearTimeout(timer.current);
      if (saver.isAhead) void saver.flush().then(refresh);
    };
  }, [saver]);
  const loaded = useCallback((updatedAt: string) => saver.loaded(updatedAt), [saver]);
  const isAhead = useCallback(() => saver.isAhead, [saver]);
  return useMemo(() => ({ state, note, flush, loaded, isAhead }), [state, note, flush, loaded, isAhead]);
}
