import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { type Region, type RegionLevel, regionLevels } from '../../../../shared/figures/catalogue.ts';
import { suggestNames } from '../../../../shared/figures/suggest.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import { emptyCell, type GridCell } from '../grid.ts';
import type { ImportQuestion } from '../mapping.ts';
import type { Line } from '../recognised-table.ts';
import { type CrossedIndicators, crossKey, wordsOf } from './cross-indicators.ts';
import type { Draft, Known } from './draft.ts';
import { figureShape } from './figure-shape.ts';
import { meaningful } from './indicator-names.ts';
import { indicatorQuestionId, regionQuestionId } from './name-lines.ts';
import { proposedUnit } from './proposed-unit.ts';

interface Asked {
  readonly draft: Draft;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly crossed: CrossedIndicators;
  readonly base: Indicator | null;
  /** 区县 in whose group a row's name stands. */
  readonly within: ReadonlyMap<number, Region>;
  /** Units that the titles list. */
  readonly units: readonly string[];
}

/** Past these a person is not helped by likely names, and comparing takes long. */
const mostSuggested = 200;

/** What the names of rows and columns leave open: each text once, and nothing that the person has answered. */
export function nameQuestions(asked: Asked, known: Known): readonly ImportQuestion[] {
  const questions = new Map<string, ImportQuestion>();
  const beside = firstKnown(asked);
  const free = freeIndicators(asked, known);
  for (const lines of [asked.columns, asked.rows]) {
    for (const line of lines) {
      if (line.role !== 'data' && line.role !== 'total') continue;
      for (const id of unknownIds(line)) {
        if (questions.has(id.id) || known.mapping.answers[id.id]) continue;
        const isSuggested = questions.size < mostSuggested;
        questions.set(id.id, id.ask({ line, isRow: lines === asked.rows, isSuggested, beside, free }, asked, known));
      }
    }
  }
  for (const question of crossedQuestions(asked, free, known)) {
    if (!known.mapping.answers[question.id]) questions.set(question.id, question);
  }
  return [...questions.values()];
}

/** Pairs of an item and a measure that the catalogue does not know, each once. */
function crossedQuestions(
  { draft, rows, columns, crossed, base, units }: Asked,
  free: readonly string[],
  known: Known,
): readonly ImportQuestion[] {
  const questions = new Map<string, ImportQuestion>();
  for (const row of rows) {
    for (const column of columns) {
      const naming = crossed.get(crossKey(row.index, column.index));
      if (naming?.kind !== 'unknown' || questions.has(naming.text)) continue;
      const measure = wordsOf(column).join('');
      const name = wordsOf(row).join('') + measure;
      const { decimals, unit } = figureShape(columnCells(draft, column.index));
      questions.set(naming.text, {
        kind: 'indicator',
        id: indicatorQuestionId([naming.text]),
        text: naming.text,
        suggestions: questions.size < mostSuggested ? suggestNames(name, free) : [],
        proposal: {
          kind: 'new-indicator',
          name,
          unit: proposedUnit(name, {
            heading: column.unit,
            figures: unit,
            whole: null,
            titles: units,
            catalogue: known.units,
          }),
          decimals,
          timing: '时期',
          group: base?.group ?? '',
        },
      });
    }
  }
  return [...questions.values()];
}

interface Place {
  readonly line: Line;
  readonly isRow: boolean;
  readonly isSuggested: boolean;
  /** A region that another line names. */
  readonly beside: Region | null;
  /** Names of the indicators that no other line already is. */
  readonly free: readonly string[];
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

function askRegion({ line, isSuggested, beside }: Place, { within }: Asked, { names, context }: Known): ImportQuestion {
  const text = line.region?.text ?? '';
  const name = foldName(text);
  const all = isSuggested ? names.regions.all.map((region) => region.name) : [];
  const around = { beside, outer: within.get(line.index) ?? null, home: context.home };
  return {
    kind: 'region',
    id: regionQuestionId(text),
    text: name,
    suggestions: suggestNames(name, all),
    proposal: proposeRegion(name, around, names.regions.byId),
  };
}

const schoolName = /(小学|中学|学校|学院|幼儿园|附小|附中|教学点|[一二三四五六七八九十]小|[一二三四五六七八九十]中)$/;

interface Around {
  readonly beside: Region | null;
  /** 区县 in whose group the name stands. */
  readonly outer: Region | null;
  readonly home: Region | null;
}

/** A new region beside those of the other lines: of their level and parent. */
function proposeRegion(
  name: string,
  { beside, outer, home }: Around,
  byId: (id: number) => Region | null,
): Extract<ImportQuestion, { readonly kind: 'region' }>['proposal'] {
  const level = schoolName.test(name) ? '校' : (beside?.level ?? levelBelow(outer ?? home));
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

function freeIndicators({ rows, columns }: Asked, { names }: Known): readonly string[] {
  const taken = new Set<number>();
  for (const { indicator } of [...rows, ...columns]) if (indicator?.kind === 'known') taken.add(indicator.thing.id);
  return names.indicators.all.flatMap(({ id, name }) => (taken.has(id) ? [] : [name]));
}

function levelBelow(region: Region | null): RegionLevel | null {
  return region ? (regionLevels[regionLevels.indexOf(region.level) + 1] ?? null) : null;
}

function askIndicator(place: Place, asked: Asked, known: Known): ImportQuestion {
  const { names } = known;
  const text = place.line.indicator?.text ?? '';
  const words = text
    .split('/')
    .map(meaningful)
    .filter((word) => word !== '');
  const isPart = asked.base !== null && words.length > 0 && words.every(names.indicators.isDimension);
  const like = asked.base && isPart ? names.indicators.nameLike(asked.base, words) : null;
  // `小学` and 女 in a table of 在校生数 make 小学女在校生数; a heading that is no dimension speaks for itself.
  const name = like ?? words.join('') + (isPart ? (asked.base?.name ?? '') : '');
  return {
    kind: 'indicator',
    id: indicatorQuestionId([text]),
    text,
    suggestions: place.isSuggested ? suggestNames(name, place.free) : [],
    proposal: name === '' ? null : proposeIndicator(name, { ...place, isPart }, { asked, known }),
  };
}

function proposeIndicator(
  name: string,
  { line, isRow, isPart }: Place & { readonly isPart: boolean },
  { asked: { draft, base, units }, known }: { readonly asked: Asked; readonly known: Known },
): Extract<ImportQuestion, { readonly kind: 'indicator' }>['proposal'] {
  const shape = figureShape(isRow ? rowCells(draft, line.index) : columnCells(draft, line.index));
  return {
    kind: 'new-indicator',
    name,
    unit: proposedUnit(name, {
      heading: line.unit,
      figures: shape.unit,
      whole: isPart ? (base?.unit ?? null) : null,
      titles: units,
      catalogue: known.units,
    }),
    decimals: shape.decimals,
    timing: isPart ? (base?.timing ?? '时点') : '时点',
    group: base?.group ?? '',
  };
}

function rowCells({ view }: Draft, row: number): readonly GridCell[] {
  return view.sheet.rows[row] ?? [];
}

function* columnCells({ view, block }: Draft, column: number): Generator<GridCell> {
  for (let row = block.body.first; row <= block.body.last; row += 1) yield view.sheet.rows[row]?.[column] ?? emptyCell;
}
