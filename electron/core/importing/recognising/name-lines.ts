import type { Indicator, Region } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { Naming } from '../recognised-table.ts';
import type { Known } from './draft.ts';

export function regionQuestionId(text: string): string {
  return `region:${foldName(text)}`;
}
export function indicatorQuestionId(path: readonly string[]): string {
  return `indicator:${path.join('/')}`;
}

export interface RegionPlace {
  /** 区县 in whose group the name stands. */
  readonly within: Region | null;
  readonly code: string | null;
  /** What the question calls it. */
  readonly asked: string;
}

/** What a text that should name a region means: as the person said, else by name, short form or code. */
export function nameRegion(
  text: string,
  { within, code, asked }: RegionPlace,
  { names, mapping }: Known,
): Naming<Region> {
  const answer = mapping.answers[regionQuestionId(asked)];
  if (answer?.kind === 'leave-out') return { kind: 'left-out', text: asked };
  if (answer?.kind === 'use') {
    const said = names.regions.find(answer.name, within);
    if (said) return { kind: 'known', thing: said.region, text, by: 'answer' };
  }
  const found = names.regions.find(text, within);
  if (found) return { kind: 'known', thing: found.region, text, by: found.by };
  // A code speaks where no name does: 市本级 has the code of its city and is not the city.
  const coded = text === '' && code !== null ? names.regions.byCode(code) : null;
  return coded ? { kind: 'known', thing: coded, text: code ?? '', by: 'code' } : { kind: 'unknown', text: asked };
}

export interface NamedIndicator {
  readonly naming: Naming<Indicator>;
  readonly isLoose: boolean;
}

/** What a path of headings that should name an indicator means. `path` is what questions call it by, `words` what names it. */
export function nameIndicator(
  { path, words }: { readonly path: readonly string[]; readonly words: readonly string[] },
  base: Indicator | null,
  { names, mapping }: Known,
): NamedIndicator {
  const text = path.join('/');
  const answer = mapping.answers[indicatorQuestionId(path)];
  if (answer?.kind === 'leave-out') return { naming: { kind: 'left-out', text }, isLoose: false };
  if (answer?.kind === 'use') {
    const said = names.indicators.find([answer.name], null);
    if (said) return { naming: { kind: 'known', thing: said.indicator, text, by: 'answer' }, isLoose: false };
  }
  const found = names.indicators.find(words, base);
  if (!found) return { naming: { kind: 'unknown', text }, isLoose: false };
  return { naming: { kind: 'known', thing: found.indicator, text, by: found.by }, isLoose: found.isLoose };
}
