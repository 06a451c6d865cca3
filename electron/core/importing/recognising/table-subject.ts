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
export function tableRegion(draft: Draft, { names, mapping, context, fileName }: Known): Subject<Region> {
  const id = `table-region:${draft.id}`;
  const answer = mapping.answers[id];
  if (answer?.kind === 'leave-out') return { naming: { kind: 'left-out', text: '' }, question: null };
  if (answer?.kind === 'use') {
    const said = names.regions.find(answer.name);
    if (said) return known(said.region, { text: answer.name, by: 'answer' });
  }
  const { regions } = names;
  const stated = regionsInTitles(draft, names);
  const [first, other] = deepestOf(stated, regions);
  // A school that nobody knows is not the place that its name begins with.
  const titles = draft.titles.map(foldName);
  const isOfSchool = first?.level !== '校' && (titles.some(namesOneSchool) || namesSchoolOf(titles, stated));
  if (isOfSchool) return { naming: null, question: { kind: 'table-region', id, table: draft.id } };
  if (first && !other) return known(first, { text: first.name, by: 'name' });
  // 示例县2023年.xlsx is hardly of the city that the bureau stands for.
  const inFileName = regions.inTitles([fileName]);
  const isElsewhere = inFileName.some((each) => each.id !== context.home?.id);
  const [only, more] = deepestOf(inFileName, regions);
  const isBelowHome = only && !more && context.home && isWithin(only, context.home, regions.byId);
  if (!first && isBelowHome && beginsWith(fileName, only)) return known(only, { text: fileName, by: 'assumed' });
  if (!first && context.home && !isElsewhere) return known(context.home, { text: context.home.name, by: 'assumed' });
  return { naming: null, question: { kind: 'table-region', id, table: draft.id } };
}

/** Regions that the nearest texts which name any speak of; who filled the form in stands below it, too. */
function regionsInTitles(draft: Draft, { regions }: Known['names']): readonly Region[] {
  const filledInBy = draft.notes.filter((note) => /^(填报|填表|报送|上报|编制|报表)(单位|部门)[:：]/.test(note.trim()));
  const titled = [draft.titles, ...draft.inherited, [draft.view.sheet.name], filledInBy].map(regions.inTitles);
  return titled.find((each) => each.length > 0) ?? [];
}

/** 湖州市吴兴区2023年.xlsx, but not 对口支援吴兴区.xlsx. */
function beginsWith(fileName: string, { name, aliases }: Region): boolean {
  const text = foldName(fileName);
  return [name, ...aliases].map(foldName).some((each) => {
    const at = text.indexOf(each);
    return at === 0 || (at > 0 && /^[\p{Script=Han}]+[省市州盟区县]$/u.test(text.slice(0, at)));
  });
}

/** 湖州市吴兴区 is one place. */
function deepestOf(stated: readonly Region[], { byId }: Known['names']['regions']): readonly Region[] {
  return stated.filter((each) => !stated.some((other) => isWithin(other, each, byId)));
}

/** Whose file it is, as far as it can be told: names of places within it are meant there. */
export function regionSpokenOf(draft: Draft, { names, context }: Known): Region | null {
  const [first, other] = deepestOf(regionsInTitles(draft, names), names.regions);
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

const kindOfSchool =
  /普通|公办|民办|公立|私立|义务教育|义务|城区|镇区|城市|城镇|农村|乡村|乡镇|中心|中等|职业|技工|特殊教育|特殊|高等|高级|初级|完全|九年一贯制?|十二年一贯制?|寄宿制?|普惠性?|教育局|所属|直属|全部|各类|各级|部分|学前教育|随迁子女|定点|薄弱|小规模|[和及与、的各年第\d]/g;

/** Whether a title calls one school by name behind a place: 云甲县昌明小学, but not 云甲县公办小学. */
function namesSchoolOf(titles: readonly string[], places: readonly Region[]): boolean {
  return titles.some((title) =>
    places.some(({ name }) => {
      const behind = title.split(foldName(name)).slice(1).join('\n');
      const called = /^([\p{Script=Han}]{2,6}?)(小学|中学|学校|幼儿园|学院)/u.exec(behind)?.[1] ?? '';
      return called.replaceAll(kindOfSchool, '').length === called.length && called.length >= 2;
    }),
  );
}
