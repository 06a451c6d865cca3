import { listContents } from '../../shared/report/print-contents.ts';
import type {
  PrintedBlock,
  PrintedCell,
  PrintedChart,
  PrintedDocument,
  PrintedRow,
} from '../../shared/report/printed.ts';
import { body, cell, figure, heading, lead, words } from './printed-fixture.ts';

/**
 * A formal report of some thirty pages: 版头, 目录, four levels of headings, ten tables, ten charts, 附件说明, signature,
 * 附注, an annex across the page and one upright, 版记. Its paragraphs are made of sentences that differ in length, marks,
 * digits, Latin letters and quotation, so that lines break in many ways. Every name and figure is invented: 示例（虚构）.
 */

/** `#` stands for a number that differs from paragraph to paragraph. */
const sentences = [
  '全市现有义务教育学校#所，在校学生#人，其中城区学校#所、乡镇学校#所。',
  '坚持“学位跟着人口走”，按年度测算、按片区建设、按学期核对，逐步化解结构性矛盾。',
  '市、县两级成立工作专班，教育、发改、财政、人社、自然资源、住建等部门各负其责，每月调度一次。',
  '严格执行《示例市中小学校建设管理办法》（示政规〔2023〕#号），做到同步规划、同步建设、同步交付。',
  '落实资金#万元，比上年增长#%；其中中央资金占#%，省级资金占#%，其余由市县承担。',
  '对建设进度滞后的#个项目，逐一查明原因，明确责任人和完成时限，实行销号管理。',
  '乡村学校“小而散”的局面有所改善：撤并教学点#个，新建寄宿制学校#所，受益学生#人。',
  '部分学校反映，专用教室不足，实验仪器老旧，图书更新慢；已列入明年计划，分两批解决。',
  '教师队伍总体稳定，专任教师#人，具有本科及以上学历的占#%，中级以上职称的占#%。',
  '推行“县管校聘”，全年交流教师#人，其中骨干教师#人；农村教师住房、交通、体检等待遇逐项落实。',
  '课后服务覆盖全部学校，参加学生#人，家长满意率为#%（抽样调查，有效问卷#份）。',
  '开展校园安全排查#次，整改隐患#处——凡涉及消防、食品、校车的，一律当日交办、限期办结。',
  '数字校园建设稳步推进，带宽不低于1000Mbps的学校占#%，配备多媒体教室#间。',
  '统筹考虑随迁子女、留守儿童、残疾儿童的需要，一人一案安置，资助学生#人次、#万元。',
  '有的县（区）重建设、轻管理，新校投用后师资、设备跟不上，群众有意见，应当引起重视。',
  '质量监测显示，语文合格率为#%，数学为#%，英语为#%，科学为#%。',
  '下大力气控制班额，起始年级班额不超过#人，消除大班额#个，未出现新的超大班额。',
  '凡是群众关心的事——招生、编班、收费、作业、食堂，都要公开透明，接受监督。',
  '落实“双减”要求，压减学科类培训机构#家，压减率#%，没有发生群体性事件。',
  '同时也要看到，人口流动加快，城区学位缺口与乡村学位富余并存，布局调整任务很重。',
  '各县区要把责任扛在肩上，把工作抓在手上，既要算好眼前账，更要算好长远账。',
  '督导部门每季度通报一次，对连续两次排名末位的约谈负责同志，对弄虚作假的严肃处理。',
  '经测算，到2027年秋季学期，全市还需新增学位#个，需建设用地#亩、资金#亿元。',
  '力争用三年时间，实现优质均衡县（区）数量翻一番，群众满意度稳定在#%以上。',
] as const;

/** Of small period and no pattern that a reader would see. */
function numberAt(paragraph: number, at: number): string {
  const mixed = (paragraph * 7919 + at * 104729 + 17) % 9973;
  return at % 3 === 0 ? String(mixed) : at % 3 === 1 ? String((mixed % 89) + 4) : ((mixed % 9900) / 100).toFixed(2);
}

/** The text of a paragraph of three to six sentences; no two paragraphs are alike. */
function prose(paragraph: number): string {
  const count = 3 + (paragraph % 4);
  const step = 5 + (paragraph % 3) * 2;
  const text = Array.from({ length: count }, (_, at) => sentences[(paragraph * 3 + at * step) % sentences.length]).join(
    '',
  );
  let at = 0;
  return text.replaceAll('#', () => {
    at += 1;
    return numberAt(paragraph, at);
  });
}

function section(first: number, count: number): readonly PrintedBlock[] {
  return Array.from({ length: count }, (_, at) => body(words(prose(first + at))));
}

const counties = ['甲区', '乙区', '丙县', '丁县', '戊县', '己县', '庚县', '辛县'];
const years = ['2019年', '2020年', '2021年', '2022年', '2023年', '2024年'];

function header(texts: readonly string[]): PrintedRow {
  return { role: 'header', cells: texts.map((text) => cell(words(text))) };
}

function numbers(id: string, texts: readonly string[]): readonly PrintedCell[] {
  return texts.map((text, at) => cell(figure(`${id}n${at}`, text), true));
}

function countyTable(at: number, caption: string, unit: string, columns: readonly string[]): PrintedBlock {
  const id = `table${at}`;
  const row = (name: string, line: number, role: PrintedRow['role']): PrintedRow => ({
    role,
    cells: [
      cell(words(name)),
      ...numbers(
        `${id}r${line}`,
        columns.map((_, column) => numberAt(at * 40 + line, column * 3 + 2)),
      ),
    ],
  });
  const label = `表${at}`;
  return {
    kind: 'table',
    id,
    label,
    caption: `${label} ${caption}`,
    unit,
    rows: [
      header(['地区', ...columns]),
      ...counties.map((name, line) => row(name, line, 'body')),
      row('合计', counties.length, 'total'),
    ],
  };
}

/** A header of two rows, cells that reach over columns and rows. */
function mergedTable(at: number, caption: string): PrintedBlock {
  const id = `table${at}`;
  const label = `表${at}`;
  const rows = counties.map((name, line): PrintedRow => {
    const values = numbers(
      `${id}r${line}`,
      [2, 5, 8, 11].map((column) => numberAt(at * 40 + line, column)),
    );
    const zone = line % 4 === 0 ? [{ ...cell(words(line === 0 ? '东片' : '西片')), rowspan: 4 }] : [];
    return { role: 'body', cells: [...zone, cell(words(name)), ...values] };
  });
  const top = [
    { ...cell(words('片区')), rowspan: 2 },
    { ...cell(words('地区')), rowspan: 2 },
    { ...cell(words('小学')), colspan: 2 },
    { ...cell(words('初中')), colspan: 2 },
  ];
  const head: readonly PrintedRow[] = [
    { role: 'header', cells: top },
    header(['入学率', '巩固率', '入学率', '巩固率']),
  ];
  return { kind: 'table', id, label, caption: `${label} ${caption}`, unit: '%', rows: [...head, ...rows] };
}

/** A list of problems, whose cells are sentences. */
function sentenceTable(at: number, caption: string): PrintedBlock {
  const label = `表${at}`;
  const measures = [
    ['学位缺口', '新建、改扩建学校，盘活闲置校舍；两年内补足城区学位。', '市教育局、市自然资源和规划局'],
    ['师资不足', '每年招聘不少于300人，优先补充音体美、科学和心理健康教师。', '市教育局、市人力资源和社会保障局'],
    ['设备老旧', '分两批更新实验仪器、图书和多媒体设备，列入年度预算。', '市教育局、市财政局'],
    ['校车运力', '增开线路12条，统一标志、统一调度，家长可在手机上查看。', '市教育局、市公安局、市交通运输局'],
  ];
  const rows = measures.map(
    ([name = '', text = '', office = '']): PrintedRow => ({
      role: 'body',
      cells: [
        cell(words(name)),
        { ...cell(words(text)), isSentence: true },
        { ...cell(words(office)), isSentence: true },
      ],
    }),
  );
  const head = header(['问题', '措施', '责任单位']);
  return { kind: 'table', id: `table${at}`, label, caption: `${label} ${caption}`, unit: null, rows: [head, ...rows] };
}

type Series = PrintedChart['series'][number];

function series(id: string, name: string, decimals: readonly string[], unit: string): Series {
  const points = decimals.map((decimal, at) => ({ figureId: `${id}p${at}`, decimal, text: `${decimal}${unit}` }));
  return { name, points };
}

function shares(id: string, name: string, at: number, count: number): Series {
  const decimals = Array.from({ length: count }, (_, point) => (62 + ((at * 31 + point * 47) % 370) / 10).toFixed(1));
  return series(id, name, decimals, '%');
}

function counts(id: string, name: string, at: number, count: number): Series {
  const decimals = Array.from({ length: count }, (_, point) => String(9000 + ((at * 977 + point * 2311) % 9000)));
  return series(id, name, decimals, '人');
}

function chartOf(at: number): PrintedChart {
  const id = `chart${at}`;
  const label = `图${at}`;
  const base = { id, label, unit: '%', decimals: 1 };
  switch (at % 5) {
    case 1:
      return {
        ...base,
        kind: '柱形图',
        caption: `${label} 2024年各县区公办学校就读比例`,
        categories: counties,
        series: [shares(`${id}a`, '公办学校就读比例', at, 8)],
      };
    case 2:
      return {
        ...base,
        kind: '折线图',
        caption: `${label} 2019—2024年在校学生人数`,
        unit: '人',
        decimals: 0,
        categories: years,
        series: [counts(`${id}a`, '小学', at, 6), counts(`${id}b`, '初中', at + 3, 6)],
      };
    case 3:
      return {
        ...base,
        kind: '条形图',
        caption: `${label} 2024年各县区义务教育学校标准化建设达标比例`,
        categories: counties.map((name) => `示例市${name}`),
        series: [shares(`${id}a`, '达标比例', at, 8)],
      };
    case 4:
      return {
        ...base,
        kind: '饼图',
        caption: `${label} 2024年专任教师学历构成`,
        categories: ['研究生', '本科', '专科', '专科以下'],
        series: [series(id, '学历构成', ['6.4', '71.8', '20.1', '1.7'], '%')],
      };
    default:
      return {
        ...base,
        kind: '组合图',
        caption: `${label} 各县区在校学生人数和公办就读比例`,
        unit: '人',
        secondUnit: '%',
        categories: counties,
        series: [
          { ...counts(`${id}a`, '在校学生', at, 8), shape: '柱' },
          { ...shares(`${id}b`, '公办就读比例', at, 8), shape: '线', onSecondAxis: true },
        ],
      };
  }
}

function chart(at: number): PrintedBlock {
  return { kind: 'chart', chart: chartOf(at) };
}

function annexTable(): PrintedBlock {
  const columns = ['新建学校', '改扩建学校', '新增小学学位', '新增初中学位', '计划投资', '完成投资', '完成率'];
  const rows = Array.from({ length: 34 }, (_, line): PrintedRow => {
    const values = ['3', '5', '1350', '900', '8600.00', '8514.00', '99.00'];
    return {
      role: 'body',
      cells: [cell(words(`示例${line + 1}县`)), ...values.map((text) => cell(words(text), true))],
    };
  });
  const total: PrintedRow = {
    role: 'total',
    cells: [
      cell(words('合计')),
      ...['102', '170', '45900', '30600', '292400.00', '289476.00', '99.00'].map((text) => cell(words(text), true)),
    ],
  };
  const head = header(['地区', ...columns]);
  const caption = '表10 义务教育学位建设任务完成情况（示例·虚构）';
  return { kind: 'table', id: 'table10', label: '表10', caption, unit: '所、个、万元', rows: [head, ...rows, total] };
}

const note: PrintedBlock = { kind: 'note', text: '注：数字均为示例（虚构），时点为2024年12月31日。' };

const main: readonly PrintedBlock[] = [
  {
    kind: 'letterhead',
    parts: [
      { part: '份号', runs: [words('000001')] },
      { part: '密级', runs: [words('秘密★1年')] },
      { part: '紧急程度', runs: [words('加急')] },
      { part: '发文机关标志', runs: [words('示例市教育局文件')] },
      { part: '发文字号', runs: [words('示教〔2024〕36号')] },
      { part: '签发人', runs: [words('张示例')] },
    ],
  },
  { kind: 'title', runs: [words('示例市教育局关于2024年义务教育优质均衡\n发展工作情况的报告')] },
  { kind: 'recipients', runs: [words('示例省教育厅：')] },
  body(
    words('现将示例市2024年义务教育优质均衡发展工作情况报告如下（人名、地名、数字均为示例，虚构），概况见'),
    { ...words('表1'), reference: 'table1' },
    words('和'),
    { ...words('图1'), reference: 'chart1' },
    words('。'),
  ),
  heading(1, 1, words('基本情况')),
  ...section(0, 3),
  countyTable(1, '2024年各县区义务教育学校和学生情况', '所、人', ['小学', '初中', '在校生', '班数']),
  note,
  chart(1),
  ...section(3, 2),
  heading(2, 1, words('学位供给')),
  ...section(5, 3),
  countyTable(2, '2024年各县区新增学位情况', '个', ['小学', '初中']),
  chart(2),
  heading(2, 2, words('办学条件')),
  ...section(8, 3),
  mergedTable(3, '2024年各县区入学率和巩固率'),
  note,
  chart(3),
  heading(1, 2, words('主要举措')),
  heading(2, 1, words('强化统筹')),
  heading(3, 1, words('完善机制')),
  ...section(11, 2),
  heading(3, 2, lead('压实责任。'), words(prose(13))),
  heading(4, 1, lead('明确分工。'), words(prose(14))),
  heading(4, 2, words('严格督导')),
  ...section(15, 2),
  countyTable(4, '2024年各县区督导整改情况', '处', ['发现问题', '已整改', '整改中']),
  heading(2, 2, lead('保障投入。'), words(prose(17))),
  ...section(18, 2),
  countyTable(5, '2024年各县区教育经费投入情况', '万元', ['中央', '省级', '市级', '县级', '合计']),
  chart(4),
  chart(5),
  heading(2, 3, words('建强队伍')),
  ...section(20, 3),
  countyTable(6, '2024年各县区专任教师情况', '人', ['小学', '初中', '交流教师']),
  chart(6),
  chart(7),
  ...section(23, 3),
  heading(1, 3, words('问题和困难')),
  heading(2, 1, lead('学位结构性短缺。'), words(prose(26))),
  heading(2, 2, lead('教师结构性缺编。'), words(prose(27))),
  heading(2, 3, lead('经费保障压力大。'), words(prose(28))),
  countyTable(7, '2024年各县区学位缺口测算', '个', ['小学', '初中', '合计']),
  note,
  chart(8),
  ...section(29, 4),
  sentenceTable(8, '主要问题和整改措施'),
  heading(1, 4, words('下一步工作')),
  ...section(33, 3),
  heading(2, 1, words('扩大优质资源')),
  ...section(36, 3),
  mergedTable(9, '2027年各县区入学率和巩固率目标'),
  chart(9),
  heading(2, 2, words('提升治理水平')),
  ...section(39, 4),
  chart(10),
  ...section(43, 3),
  body(words('特此报告。')),
  {
    kind: 'attachments',
    names: [
      [words('义务教育学位建设任务完成情况一览表')],
      [words('示例市2025—2027年义务教育学校建设规划和资金筹措安排说明')],
    ],
  },
  { kind: 'signature', organisation: [words('示例市教育局')], date: [words('2024年12月25日')] },
  { kind: 'annotation', runs: [words('联系人：李示例，联系电话：0000—0000000')] },
  { kind: 'annex', label: '附件1', title: [words('义务教育学位建设任务完成情况一览表')], landscape: true },
  annexTable(),
  {
    kind: 'annex',
    label: '附件2',
    title: [words('示例市2025—2027年义务教育学校建设规划\n和资金筹措安排说明')],
    landscape: false,
  },
  heading(1, 1, words('规划依据')),
  ...section(46, 3),
  heading(1, 2, words('资金安排')),
  ...section(49, 3),
  {
    kind: 'imprint',
    parts: [
      {
        part: '抄送',
        runs: [words('示例市人民政府办公室，示例市发展和改革委员会，示例市财政局，示例市自然资源和规划局。')],
      },
      { part: '印发机关', runs: [words('示例市教育局办公室')] },
      { part: '印发日期', runs: [words('2024年12月26日印发')] },
    ],
  },
];

export const longReport: PrintedDocument = {
  title: '示例市教育局关于2024年义务教育优质均衡发展工作情况的报告',
  blocks: [
    {
      kind: 'contents',
      depth: 2,
      entries: listContents(main, 2).map((entry) => ({ ...entry, block: entry.block + 1 })),
    },
    ...main,
  ],
};
