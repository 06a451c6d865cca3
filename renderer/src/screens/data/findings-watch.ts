import type { Call } from '../../../../shared/api/client.ts';
import type { FindingView } from '../../../../shared/api/data.ts';
import { mergeFindings } from './table-data.ts';

export interface Found {
  readonly findings: readonly FindingView[];
  /** How many more there are than were told. */
  readonly moreFindings: number;
  readonly isChecking: boolean;
}

interface Watched {
  readonly call: Call;
  readonly group: string;
  readonly regionId: number;
  readonly period: string;
  readonly onFound: (found: Found) => void;
}

const checkAfter = 250;

/** What the rules find in one table, kept up with every change: only the rows that were touched are judged again. */
export class FindingsWatch {
  readonly #watched: Watched;
  readonly #touched = new Set<number>();
  /** Rows judged while the whole was on its way, whose answer is older than they are. */
  readonly #meanwhile = new Set<number>();
  #found: Found = { findings: [], moreFindings: 0, isChecking: true };
  #timer: ReturnType<typeof setTimeout> | null = null;
  #openings = 0;
  #isClosed = false;

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  get found(): Found {
    return this.#found;
  }

  open(): void {
    this.#isClosed = false;
    this.#openings += 1;
    void this.#checkAll(this.#openings);
  }

  close(): void {
    this.#isClosed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** These rows changed; they are judged once nothing more changes for a moment. */
  touch(rows: Iterable<number>): void {
    for (const row of rows) this.#touched.add(row);
    if (this.#isClosed || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const touched = [...this.#touched];
      this.#touched.clear();
      void this.#check(touched);
    }, checkAfter);
  }

  /** 数字没错: with its reason, which is kept. */
  async waive({ key, regionId }: FindingView, reason: string): Promise<void> {
    await this.#watched.call('data.waive', { key, reason });
    await this.#check([regionId]);
  }

  async unwaive({ key, regionId }: FindingView): Promise<void> {
    await this.#watched.call('data.unwaive', { key });
    await this.#check([regionId]);
  }

  async #checkAll(opening: number): Promise<void> {
    const found = await this.#ask(null);
    if (found === null || this.#isClosed || opening !== this.#openings) return;
    this.#tell({ findings: found.findings, moreFindings: found.more, isChecking: false });
    const meanwhile = [...this.#meanwhile];
    this.#meanwhile.clear();
    if (meanwhile.length > 0) await this.#check(meanwhile);
  }

  /** Judges these rows anew, and the total, which follows from them. */
  async #check(rows: readonly number[]): Promise<void> {
    if (this.#found.isChecking) for (const row of rows) this.#meanwhile.add(row);
    const found = await this.#ask(rows);
    if (found === null || this.#isClosed) return;
    const judged = new Set([...rows, this.#watched.regionId]);
    this.#tell({ ...this.#found, findings: mergeFindings(this.#found.findings, found.findings, judged) });
  }

  #tell(found: Found): void {
    this.#found = found;
    this.#watched.onFound(found);
  }

  #ask(rows: readonly number[] | null) {
    const { call, group, regionId, period } = this.#watched;
    // Without an answer the old findings stay; the next change asks again.
    return call('data.findings', { group, regionId, period, rows: rows === null ? null : [...rows] }).catch(() => null);
  }
}
