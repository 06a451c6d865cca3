import type { Region } from '../../../../shared/figures/catalogue.ts';
import type { Known } from './draft.ts';
import { isSchoolName, isSubtotalWord, isTotalWord } from './words.ts';

/** A row that names a county above the rows of its schools. */
export interface RegionHead {
  readonly region: Region;
  /** It holds no figures of its own: whatever follows belongs to it. */
  readonly isBlank: boolean;
}

interface Row {
  readonly isBlank: boolean;
  readonly head: RegionHead | null;
  readonly known: Known;
}

/** The head of the rows that follow: the row itself where it names a county or a city, else the one before. */
export function headOf(text: string, { isBlank, head, known }: Row): RegionHead | null {
  const region = known.names.regions.find(text)?.region;
  return region && region.level !== '校' ? { region, isBlank } : head;
}

/** The county of a row that names none: of a school, or of anything below a county that stands alone in its row. */
export function withinHead(text: string, head: RegionHead | null, { names }: Known): Region | null {
  if (!head || text === '' || isTotalWord(text) || isSubtotalWord(text)) return null;
  const found = names.regions.find(text, head.region)?.region ?? null;
  if (found) return found.level === '校' ? head.region : null;
  return head.isBlank || isSchoolName(text) ? head.region : null;
}
