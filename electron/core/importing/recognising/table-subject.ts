import type { Indicator, Region } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { ImportQuestion } from '../mapping.ts';
import type { Naming } from '../recognised-table.ts';
import type { Draft, Known } from './draft.ts';
import { isWithin } from './region-names.ts';
import { namesOneSchool } from './words.ts';

/** What holds for a whole table; null with a question where only a person can say it. */
export interface Subject<Thing> {
  readonly naming: Naming<Thing> | null;
  readonly question: ImportQuestion | null;
}

/** Of which region a table is whose rows and columns name none: as its titles say, else the bureau's own, as assumed. */
export function tableRegion(draft: Draft, { names, mapping, context }: Known): Subject<Region> {
  const id = `table-region:${draft.id}`;
  const answer = mapping.answers[id];
  if (answer?.kind === 'leave-out') return { naming: { kind: 'left-out', text: '' }, question: null };
  if (answer?.kind === 'use') {
    const said = names.regions.find(answer.name);
    if (said) return known(said.region, { text: answer.name, by: 'answer' });
  }
  const [first, other] = regionsInTitles(draft, names);
  // A school that nobody knows is not the place that its name begins with.
  const isOfSchool = first?.level !== '校' && namesOneSchool(draft.titles.map(foldName).join('\n'));
  if (isOfSchool) return { naming: null, question: { kind: 'table-region', id, table: draft.id } };
  if (first && !other) return known(first, { text: first.name, by: 'name' });
  if (!first && context.home) return known(context.home, { text: context.home.name, by: 'assumed' });
  return { naming: null, question: { kind: 'table-region', id, table: draft.id } };
}

/** The regions that the nearest titles which name any speak of; 湖州市吴兴区 is one place. */
function regionsInTitles(draft: Draft, { regions }: Known['names']): readonly Region[] {
  const titled = [draft.titles, ...draft.inherited, [draft.view.sheet.name]].map(regions.inTitles);
  const stated = titled.find((each) => each.length > 0) ?? [];
  return stated.filter((each) => !stated.some((other) => isWithin(other, each, regions.byId)));
}

/** Whose file it is, as far as it can be told: names of places within it are meant there. */
export function regionSpokenOf(draft: Draft, { names, context }: Known): Region | null {
  const [first, other] = regionsInTitles(draft, names);
  return other === undefined ? (first ?? context.home) : null;
}

/** What a table counts whose rows and columns do not say it: what its titles speak of. */
export function tableIndicator(draft: Draft, base: Indicator | null, { names, mapping }: Known): Subject<Indicator> {
  const id = `table-indicator:${draft.id}`;
  const answer = mapping.answers[id];
  if (answer?.kind === 'leave-out') return { naming: { kind: 'left-out', text: '' }, question: null };
  if (answer?.kind === 'use') {
    const said = names.indicators.find([answer.name], null);
    if (said) return known(said.indicator, { text: answer.name, by: 'answer' });
  }
  if (base) return known(base, { text: base.name, by: 'name' });
  return {
    naming: null,
    question: { kind: 'table-indicator', id, table: draft.id, texts: draft.titles },
  };
}

function known<Thing>(
  thing: Thing,
  { text, by }: { readonly text: string; readonly by: 'name' | 'answer' | 'assumed' },
): Subject<Thing> {
  return { naming: { kind: 'known', thing, text, by }, question: null };
}
