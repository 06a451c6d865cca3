import type { ProofreadingOptions } from '../../../../../shared/proofreading/own-lists.ts';
import { knownDocuments, lawNames } from '../../../../../shared/proofreading/wording/titles-list.ts';
import { text } from '../text.ts';

/** The bureau's lists as a person types and pastes them. */

export type Term = ProofreadingOptions['terms'][number];
export type KnownDocument = ProofreadingOptions['documents'][number];

/** Characters that `ProofreadingOptions` takes. */
export const longestWord = 60;
export const longestTitle = 200;
/** Entries that `ProofreadingOptions` takes in a list. */
const most = 2000;

/** What was typed into 改成; nothing leaves it to a person. */
export function readRight(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}

/** Why a word cannot be added; null where it can. */
export function refuseTerm({ wrong, right }: Term, others: readonly Term[]): string | null {
  const words = text.proofreading.terms;
  if (others.some((other) => other.wrong === wrong)) return words.known(wrong);
  if (others.length >= most) return words.full(most);
  return wrong === right ? words.same : null;
}

export type PastedStatus = keyof typeof text.proofreading.terms.statuses;

export interface PastedTerm extends Term {
  readonly status: PastedStatus;
}

/** The first of these that stands in a line divides it: a word from Excel may hold a blank, one with an arrow, too. */
const dividers = [/\t/, /\s*(?:→|⇒|->|=>|——>)\s*/, /\s+/];

function readLine(line: string): Term {
  const trimmed = line.trim();
  const divider = dividers.find((each) => each.test(trimmed));
  const at = divider === undefined ? null : divider.exec(trimmed);
  if (at === null) return { wrong: trimmed, right: null };
  const behind = trimmed.slice(at.index + at[0].length);
  // Of a wider table only the first two columns count.
  const [right = ''] = at[0] === '\t' ? behind.split('\t') : [behind];
  return { wrong: trimmed.slice(0, at.index).trim(), right: readRight(right) };
}

function statusOf({ wrong, right }: Term, seen: ReadonlySet<string>): PastedStatus {
  if (wrong.length > longestWord || (right?.length ?? 0) > longestWord) return 'long';
  if (seen.has(wrong)) return 'known';
  return wrong === right ? 'same' : 'new';
}

/** A word per line, each with what becomes of it beside those that are there. */
export function readTerms(pasted: string, terms: readonly Term[]): readonly PastedTerm[] {
  const seen = new Set(terms.map(({ wrong }) => wrong));
  const read: PastedTerm[] = [];
  for (const line of pasted.split(/\r?\n/)) {
    const term = readLine(line);
    if (term.wrong === '') continue;
    const status = statusOf(term, seen);
    if (status === 'new') seen.add(term.wrong);
    read.push({ ...term, status });
  }
  return read;
}

/** Whether so many more words find room. */
export function refuseMany(count: number, terms: readonly Term[]): string | null {
  return terms.length + count > most ? text.proofreading.terms.full(most) : null;
}

/** Between Chinese characters, where a copied title has them from the ends of lines; Latin words keep theirs. */
const needlessBlanks = /(?<=\P{ASCII})\s+|\s+(?=\P{ASCII})/gu;

/** Takes a title out of its 《》; what is left of them is a title within it, which is written in 〈〉 (GB/T 15834). */
export function tidyTitle(typed: string): string {
  const title = typed
    .trim()
    .replaceAll(needlessBlanks, '')
    .replace(/^《(.*)》$/, '$1');
  return title.replaceAll('《', '〈').replaceAll('》', '〉');
}

export function tidyLaw(typed: string): string {
  return tidyTitle(typed).replace(/^中华人民共和国/, '');
}

/** A 发文字号 in its one right form, whatever brackets and digits were typed; null where it is none. */
export function tidyNumber(typed: string): string | null {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '');
  const parts = /^(\p{Script=Han}{1,8})[〔[(【](\d{4})[〕\])】]第?0*(\d{1,4})号$/u.exec(plain);
  return parts === null ? null : `${parts[1]}〔${parts[2]}〕${parts[3]}号`;
}

/** Why a law cannot be added; null where it can. */
export function refuseLaw(name: string, others: readonly string[]): string | null {
  const words = text.proofreading.titles;
  if (lawNames.includes(name)) return words.builtInLaw(name);
  return others.includes(name) ? words.knownLaw(name) : null;
}

/** Why a document cannot be added; null where it can. */
export function refuseDocument({ number }: KnownDocument, others: readonly KnownDocument[]): string | null {
  const words = text.proofreading.titles;
  const builtIn = knownDocuments.find((document) => document.number === number);
  if (builtIn !== undefined) return words.builtInDocument(number, builtIn.title);
  const known = others.find((document) => document.number === number);
  return known === undefined ? null : words.knownDocument(number, known.title);
}
