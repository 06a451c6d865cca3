import type { Source } from '../../../shared/figures/catalogue.ts';

export interface NewSource {
  readonly kind: Source['kind'];
  readonly title: string;
  readonly byWhom: string;
  /** Name and SHA-256 of the file it came from, when it came from one. */
  readonly file?: { readonly name: string; readonly sha256: string };
  readonly note?: string;
}

/** 来源 as stored; imported_at is the moment of the insert. */
export interface SourceRepository {
  all(): readonly Source[];
  insert(source: NewSource): Source;
}
