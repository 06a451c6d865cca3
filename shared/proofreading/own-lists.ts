import { z } from 'zod';
import type { OwnLists } from './rules.ts';

/** What a bureau sets for all of its reports (设置 › 校核). */

const Word = z.string().trim().min(1).max(60);

export const ProofreadingOptions = z.strictObject({
  /** Ids of rules that are switched off. */
  off: z.array(z.string().max(8)).max(200),
  /** Words of the bureau's own; `right` is null where a person must decide. */
  terms: z.array(z.strictObject({ wrong: Word, right: Word.nullable() })).max(2000),
  /** Names of laws without 中华人民共和国. */
  laws: z.array(Word).max(2000),
  documents: z.array(z.strictObject({ number: Word, title: z.string().trim().min(1).max(200) })).max(2000),
});
export type ProofreadingOptions = z.infer<typeof ProofreadingOptions>;

export const defaultProofreadingOptions: ProofreadingOptions = { off: [], terms: [], laws: [], documents: [] };

/** Of 留守儿童 → 农村留守儿童: what stands about the wrong words where the right ones are written. */
function partOfRight(wrong: string, right: string | null) {
  const at = right?.indexOf(wrong) ?? -1;
  if (right === null || at < 0) return {};
  const [before, after] = [right.slice(0, at), right.slice(at + wrong.length)];
  return { unlessAfter: before === '' ? [] : [before], unlessBefore: after === '' ? [] : [after] };
}

/** The bureau's lists as the rules take them. */
export function ownListsOf({ terms, laws, documents }: ProofreadingOptions): OwnLists {
  return {
    laws,
    documents,
    terms: terms.map(({ wrong, right }) => ({
      ...partOfRight(wrong, right),
      wrong,
      right,
      severity: 'W',
      note: right === null ? '本单位不用这个说法。' : `本单位写作“${right}”。`,
    })),
  };
}
