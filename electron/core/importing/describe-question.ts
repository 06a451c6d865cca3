import type { ImportAnswer, ImportQuestion } from './mapping.ts';
import { shiftBetween } from './staging/unit-scale.ts';

/** A question as a person reads it, with the answers to choose from. */
export interface DescribedQuestion {
  readonly title: string;
  readonly detail: string | null;
  readonly choices: readonly Choice[];
  /**
   * The indicator that may be added. It is a choice of its own where its unit is known; else the person must say the
   * unit, or that there is none.
   */
  readonly proposal: NewIndicator | null;
  /** Names of the catalogue that answer it besides; null where none does. */
  readonly names: 'regions' | 'indicators' | 'periods' | null;
}
type NewIndicator = Extract<ImportAnswer, { readonly kind: 'new-indicator' }>;
/** By the ids of tables: what a person calls them. */
export type TableNames = ReadonlyMap<string, string>;
type Said = Omit<DescribedQuestion, 'proposal'>;
interface Choice {
  readonly label: string;
  readonly answer: ImportAnswer;
}

const leaveOut: Choice = { label: '不导入', answer: { kind: 'leave-out' } };

/** The most names that stand as buttons; more are found by searching. */
const mostSuggestions = 3;

function use(name: string): Choice {
  return { label: `就是“${name}”`, answer: { kind: 'use', name } };
}

function called(table: string, tables: TableNames): string {
  const name = tables.get(table);
  return name === undefined ? '这张表' : `“${name}”这张表`;
}

type QuestionOf<Kind extends ImportQuestion['kind']> = Extract<ImportQuestion, { readonly kind: Kind }>;

function describePeriod({ table, candidates, plan }: QuestionOf<'period'>, tables: TableNames): Said {
  const [only, other] = candidates;
  const listed = candidates.map((label) => `“${label}”`).join('、');
  const stated =
    only === undefined
      ? `${called(table, tables)}没有写明是哪一年、哪个学期的数据。`
      : other === undefined
        ? `从表上的文字看可能是${listed}，请确认。`
        : `从表上的文字看可能是${listed}，不知道是哪一个。`;
  return {
    title: plan === undefined ? '这张表是哪一期的数据？' : `标题里写着“${plan}”，这些数是哪一期的实际数？`,
    detail:
      plan === undefined
        ? stated
        : `计划、目标这类数不是实际数，不要当作实际数导入。${only === undefined ? '' : stated}`,
    choices: candidates.map(use),
    names: 'periods',
  };
}

function describeRegion({ text, suggestions, proposal }: QuestionOf<'region'>): Said {
  const added: readonly Choice[] = proposal === null ? [] : [{ label: `新增“${proposal.name}”`, answer: proposal }];
  return {
    title: `“${text}”是哪个地区或单位？`,
    detail: '地区名单里没有这个名称。对应到已有的名称后，下次会记得。',
    choices: [...suggestions.slice(0, mostSuggestions).map(use), ...added, leaveOut],
    names: 'regions',
  };
}

function describeIndicator({ text, suggestions, proposal }: QuestionOf<'indicator'>): Said {
  const added: readonly Choice[] =
    proposal === null || proposal.unit === ''
      ? []
      : [{ label: `新增指标“${proposal.name}”（${proposal.unit}）`, answer: proposal }];
  return {
    title: `“${text}”是哪个指标？`,
    detail: '指标目录里没有这个名称。对应到已有的指标后，下次会记得。',
    choices: [...added, ...suggestions.slice(0, mostSuggestions).map(use), leaveOut],
    names: 'indicators',
  };
}

function describePercent({ text, samples }: QuestionOf<'mixed-percent'>): Said {
  const shown = samples.map(({ cell, text: sample }) => `${cell} 是“${sample}”`).join('，');
  const [only] = samples;
  if (samples.length === 1 && only?.text.endsWith('%')) return describeLarge(text, only);
  return {
    title: `“${text}”这一列的百分数写法不一，不带百分号的数是什么意思？`,
    detail: `${shown}。`,
    choices: [
      { label: '就是百分数（85.6 即 85.6%）', answer: { kind: 'unit', unit: '%' } },
      { label: '是小数（0.856 即 85.6%）', answer: { kind: 'unit', unit: '1' } },
      leaveOut,
    ],
    names: null,
  };
}

/** A percentage above all that is likely: typed as 85 where the format makes 8500% of it. */
function describeLarge(text: string, { cell, text: shown }: { readonly cell: string; readonly text: string }): Said {
  return {
    title: `“${text}”有超过 200% 的数，是不是多乘了 100？`,
    detail: `${cell} 显示为“${shown}”。`,
    choices: [
      { label: '是，按缩小 100 倍取（8500% 取 85%）', answer: { kind: 'unit', unit: '%' } },
      { label: `不是，就按显示的“${shown}”这样取`, answer: { kind: 'unit', unit: '1' } },
      leaveOut,
    ],
    names: null,
  };
}

function describeUnit({ text, indicator, found, expected }: QuestionOf<'unit'>): Said {
  const isOther = shiftBetween(found, expected) === null;
  return {
    title: `“${text}”的单位是“${found}”吗？`,
    detail: isOther
      ? `表里写的单位是“${found}”，指标“${indicator}”的单位是“${expected}”，不能换算；如果确是“${found}”，请不要导入这一列。`
      : `指标“${indicator}”的单位是“${expected}”，确认后按倍数换算。`,
    choices: [
      ...(isOther
        ? []
        : [{ label: `是“${found}”，换算成“${expected}”`, answer: { kind: 'unit' as const, unit: found } }]),
      { label: `其实就是“${expected}”，不换算`, answer: { kind: 'unit', unit: expected } },
      leaveOut,
    ],
    names: null,
  };
}

function describeTotal({ cell, text, stated, sum, of, other, hint }: QuestionOf<'total'>): Said {
  const [own, opposite] = of === 'rows' ? ['各行', '各列'] : ['各列', '各行'];
  const isSingle = other === null || other === sum;
  const sums = isSingle ? `各分项相加是 ${sum}` : `${own}相加是 ${sum}，${opposite}相加是 ${other}`;
  const otherSum: readonly Choice[] = isSingle
    ? []
    : [{ label: `用${opposite}相加得出的 ${other}`, answer: { kind: 'total', take: 'other' } }];
  return {
    title: `${cell}“${text}”写的是 ${stated}，${sums}，以哪个为准？`,
    detail: hint,
    choices: [
      { label: `用${isSingle ? '' : own}相加得出的 ${sum}`, answer: { kind: 'total', take: 'sum' } },
      ...otherSum,
      { label: `用表里写的 ${stated}`, answer: { kind: 'total', take: 'file' } },
      leaveOut,
    ],
    names: null,
  };
}

/** The question as sentences and buttons. */
export function describeQuestion(question: ImportQuestion, tables: TableNames = new Map()): DescribedQuestion {
  const proposal = question.kind === 'indicator' ? question.proposal : null;
  return { ...describe(question, tables), proposal };
}

function describe(question: ImportQuestion, tables: TableNames): Said {
  switch (question.kind) {
    case 'period':
      return describePeriod(question, tables);
    case 'table-region':
      return {
        title: '这张表是哪个地区的数据？',
        detail: `${called(question.table, tables)}里没有地区名称。`,
        choices: [leaveOut],
        names: 'regions',
      };
    case 'table-indicator':
      return {
        title: '这张表里的数是什么指标？',
        detail:
          question.texts.length > 0
            ? `${called(question.table, tables)}上写着${question.texts.map((text) => `“${text}”`).join('、')}，指标目录里没有。`
            : `${called(question.table, tables)}里没有写指标名称。`,
        choices: [leaveOut],
        names: 'indicators',
      };
    case 'region':
      return describeRegion(question);
    case 'indicator':
      return describeIndicator(question);
    case 'mixed-percent':
      return describePercent(question);
    case 'unit':
      return describeUnit(question);
    case 'total':
      return describeTotal(question);
    case 'formula':
      return {
        title: `${question.cell} 的公式没有算出结果，应是多少？`,
        detail: `公式是 =${question.formula}。也可以用 Excel 或 WPS 打开文件、保存一次后再导入。`,
        choices: [leaveOut],
        names: null,
      };
  }
}
