import { type Indicator, type Region, type RegionLevel, regionLevels } from '../../../../shared/figures/catalogue.ts';
import { suggestNames } from '../../../../shared/figures/suggest.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { GridCell } from '../grid.ts';
import type { ImportAnswer, ImportQuestion } from '../mapping.ts';
import type { Line } from '../recognised-table.ts';
import type { Known } from './draft.ts';
import { type AskedLine, type AskedTable, askIndicator } from './indicator-questions.ts';
import { indicatorQuestionId, regionQuestionId } from './name-lines.ts';
import { pairQuestions } from './pair-questions.ts';
import { isSchoolName } from './words.ts';

interface Asked extends AskedTable {
  /** 区县 in whose group a row's name stands. */
  readonly within: ReadonlyMap<number, Region>;
}

/** Past these a person is not helped by likely names, and comparing takes long. */
const mostSuggested = 200;

/** What the names of rows and columns leave open: each text once, and nothing that the person has answered. */
export function nameQuestions(asked: Asked, known: Known): readonly ImportQuestion[] {
  const questions = new Map<string, ImportQuestion>();
  const beside = firstKnown(asked);
  const free = freeIndicators(asked, known);
  const isAmongProvinces = [...asked.rows, ...asked.columns].some(isProvince);
  for (const lines of [asked.columns, asked.rows]) {
    for (const line of lines) {
      if (line.role !== 'data' && line.role !== 'total') continue;
      // Where nothing stands nothing waits.
      const unknown = unknownIds(line);
      if (unknown.length === 0 || !holdsAnything(line, lines === asked.rows, asked)) continue;
      for (const id of unknown) {
        if (questions.has(id.id) || isAnswered(known.mapping.answers[id.id])) continue;
        const isSuggested = questions.size < mostSuggested;
        questions.set(
          id.id,
          id.ask({ line, isRow: lines === asked.rows, isSuggested, beside, free, isAmongProvinces }, asked, known),
        );
      }
    }
  }
  for (const question of pairQuestions(asked, { free, mostSuggested }, known)) {
    if (!isAnswered(known.mapping.answers[question.id])) questions.set(question.id, question);
  }
  return [...questions.values()];
}

/** A name that is used and found leaves nothing unknown: where one is still unknown, the answer named nothing. */
function isAnswered(answer: ImportAnswer | undefined): boolean {
  return answer !== undefined && answer.kind !== 'use';
}

/** Whether anything stands where the line crosses those that hold figures. */
function holdsAnything({ index }: Line, isRow: boolean, { draft, rows, columns }: Asked): boolean {
  const cells = draft.view.sheet.rows;
  const isFigure = ({ role }: Line) => role === 'data' || role === 'total' || role === 'subtotal';
  const isThere = (cell: GridCell | undefined) => cell !== undefined && cell.kind !== 'empty';
  return isRow
    ? columns.some((column) => isFigure(column) && isThere(cells[index]?.[column.index]))
    : rows.some((row) => isFigure(row) && isThere(cells[row.index]?.[index]));
}

interface Place extends AskedLine {
  /** 北京市 beside 河北省 is no city of ours. */
  readonly isAmongProvinces: boolean;
  /** A region that another line names. */
  readonly beside: Region | null;
}
interface Unknown {
  readonly id: string;
  readonly ask: (place: Place, asked: Asked, known: Known) => ImportQuestion;
}

function unknownIds({ region, indicator }: Line): readonly Unknown[] {
  const unknown: Unknown[] = [];
  if (region?.kind === 'unknown') unknown.push({ id: regionQuestionId(region.text), ask: askRegion });
  if (indicator?.kind === 'unknown') unknown.push({ id: indicatorQuestionId([indicator.text]), ask: askIndicator });
  return unknown;
}

function askRegion(
  { line, isSuggested, beside, isAmongProvinces }: Place,
  { within }: Asked,
  { names, context }: Known,
): ImportQuestion {
  const text = line.region?.text ?? '';
  const outer = within.get(line.index) ?? null;
  // Schools that share a name are called by their county as well.
  const name = foldName(outer && text.startsWith(`${outer.name}/`) ? text.slice(outer.name.length + 1) : text);
  const all = isSuggested ? names.regions.all.map((region) => region.name) : [];
  const around = { beside, outer, home: context.home, isAmongProvinces };
  return {
    kind: 'region',
    id: regionQuestionId(text),
    text: foldName(text),
    suggestions: suggestNames(name, all),
    proposal: proposeRegion(name, around, names.regions.byId),
  };
}

const provinceName = /(省|自治区|特别行政区)$/;

function isProvince({ region }: Line): boolean {
  return region?.kind === 'unknown' && provinceName.test(region.text);
}

interface Around {
  readonly beside: Region | null;
  readonly isAmongProvinces: boolean;
  /** 区县 in whose group the name stands. */
  readonly outer: Region | null;
  readonly home: Region | null;
}

/** A new region beside those of the other lines: of their level and parent. */
function proposeRegion(
  name: string,
  { beside, outer, home, isAmongProvinces }: Around,
  byId: (id: number) => Region | null,
): Extract<ImportQuestion, { readonly kind: 'region' }>['proposal'] {
  if (isAmongProvinces && !outer) return { kind: 'new-region', name, level: '省', parent: null, inTotal: true };
  const level = isSchoolName(name) ? '校' : (beside?.level ?? levelBelow(outer ?? home));
  const parentId = beside?.parentId ?? null;
  const parent = outer ?? (beside?.level === level && parentId !== null ? byId(parentId) : home);
  if (name === '' || !level) return null;
  return { kind: 'new-region', name, level, parent: parent?.name ?? null, inTotal: true };
}

function firstKnown({ rows, columns }: Asked): Region | null {
  for (const { region, role } of [...rows, ...columns]) {
    if (role === 'data' && region?.kind === 'known') return region.thing;
  }
  return null;
}

function freeIndicators({ rows, columns }: Asked, { names }: Known): readonly Indicator[] {
  const taken = new Set<number>();
  for (const { indicator } of [...rows, ...columns]) if (indicator?.kind === 'known') taken.add(indicator.thing.id);
  return names.indicators.all.filter(({ id }) => !taken.has(id));
}

function levelBelow(region: Region | null): RegionLevel | null {
  return region ? (regionLevels[regionLevels.indexOf(region.level) + 1] ?? null) : null;
}
