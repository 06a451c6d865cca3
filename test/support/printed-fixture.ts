import type {
  PrintedBlock,
  PrintedCell,
  PrintedChart,
  PrintedDocument,
  PrintedRun,
} from '../../shared/report/printed.ts';

/**
 * A printed document that uses every kind of block, for the exporters' tests. Every figure in it is invented: 示例（虚构）.
 */

type Level = 0 | 1 | 2 | 3 | 4;

const plain: Omit<PrintedRun, 'text'> = { lead: false, bold: false, figureId: null, gap: null };

/** A run of plain text. */
export function words(text: string): PrintedRun {
  return { ...plain, text };
}

/** A run of the heading sentence of a run-in heading. */
export function lead(text: string): PrintedRun {
  return { ...plain, text, lead: true };
}

/** A run that prints a figure. */
export function figure(figureId: string, text: string): PrintedRun {
  return { ...plain, text, figureId };
}

/** A run of a figure that has no value. */
export function gap(figureId: string, text: string, kind: '待填' | '无法计算'): PrintedRun {
  return { ...plain, text, figureId, gap: kind };
}

/** A body paragraph. */
export function body(...runs: readonly PrintedRun[]): PrintedBlock {
  return { kind: 'paragraph', level: 0, ordinal: 0, number: '', runs };
}

const chineseDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The heading number that the product prints for small ordinals; written apart from it, so that tests can disagree. */
function headingNumber(level: Level, ordinal: number): string {
  const chinese = chineseDigits[ordinal] ?? '';
  return ['', `${chinese}、`, `（${chinese}）`, `${ordinal}.`, `（${ordinal}）`][level] ?? '';
}

/** A heading, alone or, when runs without `lead` follow it, run-in. */
export function heading(level: 1 | 2 | 3 | 4, ordinal: number, ...runs: readonly PrintedRun[]): PrintedBlock {
  return { kind: 'paragraph', level, ordinal, number: headingNumber(level, ordinal), runs };
}

/** A table cell of one column and one row. */
export function cell(run: PrintedRun, numeric = false): PrintedCell {
  return { runs: [run], colspan: 1, rowspan: 1, numeric };
}

const counties = ['甲区', '乙区', '丙县', '丁县', '戊县'];
const enrolled = [
  ['15508', '12640', '81.51'],
  ['9872', '8120', '82.25'],
  ['6430', '5102', '79.35'],
];
const enrolledMore = [
  ['4216', '3377', '80.10'],
  ['2974', '2261', '76.03'],
];

function countyRows(): readonly (readonly string[])[] {
  return [...enrolled, ...enrolledMore];
}

const table: PrintedBlock = {
  kind: 'table',
  id: 'enrolment',
  caption: '表1 2021年各区县随迁子女就读情况',
  unit: '人、%',
  rows: [
    {
      role: 'header',
      cells: [
        { ...cell(words('地区')), rowspan: 2 },
        { ...cell(words('随迁子女')), colspan: 2 },
        { ...cell(words('公办就读比例')), rowspan: 2 },
      ],
    },
    { role: 'header', cells: [cell(words('总人数')), cell(words('公办学校就读'))] },
    ...counties.map((county, row) => ({
      role: 'body' as const,
      cells: [
        cell(words(county)),
        ...(countyRows()[row] ?? []).map((text, column) => cell(figure(`t${row}c${column}`, text), true)),
      ],
    })),
    {
      role: 'total',
      cells: [
        cell(words('合计')),
        cell(figure('t5c0', '39000'), true),
        cell(figure('t5c1', '31500'), true),
        cell(figure('t5c2', '80.77'), true),
      ],
    },
  ],
};

const shares: PrintedChart['series'] = [
  {
    name: '公办学校就读比例',
    points: countyRows().map((row, index) => ({
      figureId: `share${index}`,
      decimal: row[2] ?? null,
      text: `${row[2] ?? ''}%`,
    })),
  },
];

const yearly: PrintedChart['series'] = [
  {
    name: '随迁子女人数',
    points: ['33120', '35410', null, '39000'].map((decimal, index) => ({
      figureId: `year${index}`,
      decimal,
      text: decimal === null ? '【待填：随迁子女人数·示例市·2020年】' : `${decimal}人`,
    })),
  },
  {
    name: '公办就读人数',
    points: ['25300', '27620', '29400', '31500'].map((decimal, index) => ({
      figureId: `public${index}`,
      decimal,
      text: `${decimal}人`,
    })),
  },
];

const stages: PrintedChart['series'] = [
  {
    name: '学段构成',
    points: [
      { figureId: 'stage0', decimal: '71.4', text: '71.4%' },
      { figureId: 'stage1', decimal: '28.6', text: '28.6%' },
    ],
  },
];

/** One chart of each kind. */
export const fixtureCharts: readonly PrintedChart[] = [
  {
    id: 'shareColumns',
    kind: '柱形图',
    caption: '图1 2021年各区县公办学校就读比例',
    unit: '%',
    decimals: 2,
    categories: counties,
    series: shares,
  },
  {
    id: 'shareBars',
    kind: '条形图',
    caption: '图2 2021年各区县公办学校就读比例（条形）',
    unit: '%',
    decimals: 2,
    categories: counties,
    series: shares,
  },
  {
    id: 'years',
    kind: '折线图',
    caption: '图3 2018—2021年随迁子女就读人数',
    unit: '人',
    decimals: 0,
    categories: ['2018年', '2019年', '2020年', '2021年'],
    series: yearly,
  },
  {
    id: 'stages',
    kind: '饼图',
    caption: '图4 2021年随迁子女学段构成',
    unit: '%',
    decimals: 1,
    categories: ['小学', '初中'],
    series: stages,
  },
];

function values(decimals: readonly (string | null)[], unit: string): PrintedChart['series'][number]['points'] {
  return decimals.map((decimal, at) => ({
    figureId: `${unit}${at}`,
    decimal,
    text: decimal === null ? '【待填】' : `${decimal}${unit}`,
  }));
}

/** Columns with a line of shares over them: 示例（虚构）. */
export const comboChart: PrintedChart = {
  id: 'combo',
  kind: '组合图',
  caption: '图5 各县人数和公办就读比例（示例·虚构）',
  unit: '人',
  secondUnit: '%',
  decimals: 2,
  categories: ['甲县', '乙县', '丙县'],
  series: [
    { name: '人数', shape: '柱', points: values(['21560', '18932', null], '人') },
    { name: '公办就读比例', shape: '线', onSecondAxis: true, points: values(['79.13', '81.30', '97.77'], '%') },
  ],
};

/** Long enough to fill a page: a clerk counts 22 lines of 28 characters on it. */
const longProse =
  '各区县把随迁子女就学纳入年度重点任务，按照“就近、相对集中”的思路核定学位，逐校公布招生范围、报名时间和咨询电话，' +
  '安排专人受理家长来访。对学位紧张的片区，提前测算三年需求，采取扩建教学楼、盘活闲置校舍、增加班级数量等办法补足缺口，' +
  '确保符合条件的孩子按时入学、顺利升学。学校建立一人一档，记录学习、生活和家庭情况，班主任每学期走访不少于两次，' +
  '对学习有困难的学生安排教师结对辅导，对家庭有困难的学生及时办理资助手续，不让一个孩子因为搬迁、转学而掉队。';

/** The fixture: title, recipients, four heading levels alone and run-in, table, charts, notes, gaps, signature. */
export const printedFixture: PrintedDocument = {
  title: '示例市2021年义务教育随迁子女教育工作情况汇报（示例·虚构）',
  blocks: [
    { kind: 'title', runs: [words('示例市2021年义务教育随迁子女\n教育工作情况汇报（示例·虚构）')] },
    { kind: 'recipients', runs: [words('示例省教育厅：')] },
    body(words('现将示例市2021年义务教育随迁子女教育工作情况汇报如下。文中数字均为示例（虚构），人名亦为虚构。')),
    heading(1, 1, words('基本情况')),
    body(
      words('截至2021年12月31日，全市共有随迁子女'),
      figure('total', '39000人'),
      words('，其中公办学校就读'),
      figure('public', '31500人'),
      words('，占'),
      figure('share', '80.77%'),
      words('，比上年提高'),
      gap('rise', '【待填：公办就读人数·示例市·2020年】', '待填'),
      words('；生均资助'),
      gap('perHead', '【无法计算：分母为零】', '无法计算'),
      words('。各区县情况见表1。'),
    ),
    table,
    { kind: 'note', text: '注：1.公办就读比例=公办学校就读人数÷随迁子女总人数；2.表中数字为示例（虚构）。' },
    ...fixtureCharts.slice(0, 2).map((chart): PrintedBlock => ({ kind: 'chart', chart })),
    { kind: 'note', text: '注：图1、图2数字为示例（虚构）。' },
    heading(1, 2, words('主要举措')),
    heading(2, 1, words('统一思想，落实责任')),
    ...Array.from({ length: 6 }, () => body(words(longProse))),
    heading(2, 2, lead('规范办学行为，提高服务水平。'), words(longProse)),
    heading(3, 1, words('优化入学流程')),
    body(
      words('报名材料由'),
      figure('papers', '7项'),
      words('减至'),
      figure('papersNow', '3项'),
      words('，全程网上办理。'),
    ),
    heading(3, 2, lead('加强经费保障。'), words('全年落实经费'), figure('funds', '332.26万元'), words('。')),
    heading(4, 1, words('安排专项资金')),
    heading(4, 2, lead('严格资金监管。'), words('由喆堃、昇玥、赟镕、犇䶮（均为虚构姓名）四人组成专班，按季核对。')),
    heading(3, 3, lead('建立督导制度。'), words('每学期开展一次专项督导——“回头看”，督促整改……')),
    heading(2, 3, words('拓宽就学渠道')),
    heading(3, 1, words('扩大公办学位')),
    heading(4, 1, lead('新建学校。'), words('新建、改扩建学校共'), figure('schools', '12所'), words('。')),
    heading(3, 2, words('规范民办学校')),
    ...fixtureCharts.slice(2).map((chart): PrintedBlock => ({ kind: 'chart', chart })),
    heading(1, 3, words('问题和困难')),
    heading(2, 1, lead('学位仍然紧张。'), { ...words('中心城区'), bold: true }, words('学位缺口较大。')),
    heading(2, 2, lead('师资有待充实。'), words('部分学校教师年龄偏大。')),
    { kind: 'pageBreak' },
    heading(1, 4, words('下一步工作')),
    heading(2, 1, words('扩大优质资源')),
    body(words(longProse)),
    {
      kind: 'signature',
      organisation: [words('示例市教育局')],
      date: [words('2022年1月5日')],
    },
  ],
};
