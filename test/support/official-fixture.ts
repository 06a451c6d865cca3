import { deflateSync } from 'node:zlib';
import type { Picture } from '../../electron/core/exporting/picture.ts';
import type { PrintedBlock, PrintedDocument } from '../../shared/report/printed.ts';
import { body, cell, fixtureCharts, heading, lead, words } from './printed-fixture.ts';

/**
 * A formal 报告 with every element around its text: 版头, 目录, 附件说明, seal-less signature, 附注, an annex across the page
 * and one upright, 版记. All names, numbers and marks in it are invented: 示例（虚构）.
 */

export const pictureKey = 'ab'.repeat(32);

function chunk(type: string, data: Uint8Array): Buffer {
  const body32 = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body32.length);
  frame.writeUInt32BE(data.length, 0);
  body32.copy(frame, 4);
  frame.writeUInt32BE(crc32(body32), frame.length - 4);
  return frame;
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
}

/** A PNG of one grey. */
export function greyPicture(width: number, height: number): Picture {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0xb0);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
  return { mediaType: 'image/png', bytes, width, height };
}

const prose =
  '各县区把义务教育学位供给摆在民生工作的突出位置，按照“总量满足、布局合理、质量均衡”的要求逐年核定建设任务，' +
  '统筹使用中央、省、市三级资金，加快补齐城区学位不足、乡村学校小而散的短板，全年任务按期完成。';

const wide: PrintedBlock = {
  kind: 'table',
  id: 't1',
  label: '表1',
  caption: '表1 义务教育学位建设任务完成情况（示例·虚构）',
  unit: '所、个、万元',
  rows: [
    {
      role: 'header',
      cells: ['地区', '新建学校', '改扩建学校', '新增小学学位', '新增初中学位', '计划投资', '完成投资', '完成率'].map(
        (text) => cell(words(text)),
      ),
    },
    ...Array.from({ length: 30 }, (_, row) => ({
      role: 'body' as const,
      cells: [
        cell(words(`示例${row + 1}县`)),
        ...['3', '5', '1350', '900', '8600.00', '8514.00', '99.00'].map((text) => cell(words(text), true)),
      ],
    })),
  ],
};

export const officialFixture: PrintedDocument = {
  title: '示例市教育局关于2024年义务教育学位建设情况的报告',
  blocks: [
    {
      kind: 'letterhead',
      parts: [
        { part: '份号', runs: [words('000001')] },
        { part: '密级', runs: [words('机密★1年')] },
        { part: '紧急程度', runs: [words('特急')] },
        { part: '发文机关标志', runs: [words('示例市教育局文件')] },
        { part: '发文字号', runs: [words('示教〔2024〕12号')] },
        { part: '签发人', runs: [words('张示例')] },
      ],
    },
    { kind: 'title', runs: [words('示例市教育局关于2024年义务教育学位建设情况的报告')] },
    { kind: 'recipients', runs: [words('示例省教育厅：')] },
    body(
      words('现将示例市2024年义务教育学位建设情况报告如下（文中数字均为示例（虚构）），详见'),
      { ...words('表1'), reference: 't1' },
      words('和'),
      { ...words('图1'), reference: 'c1' },
      words('。'),
    ),
    heading(1, 1, words('总体情况')),
    body(words(prose)),
    heading(2, 1, lead('任务分解。'), words(`${prose}一是压实责任；二是保障用地；三是落实资金。`)),
    { kind: 'chart', chart: { ...(fixtureCharts[0] ?? fail()), id: 'c1', label: '图1' } },
    {
      kind: 'image',
      id: 'i1',
      label: '图2',
      caption: '图2 新建学校（示例·虚构）',
      sha256: pictureKey,
      alternative: '灰色方块',
      widthMillimetres: 80,
    },
    heading(1, 2, words('下一步工作')),
    body(words(prose)),
    {
      kind: 'attachments',
      names: [
        [words('义务教育学位建设任务完成情况一览表')],
        [words('示例市2025—2027年义务教育学校建设规划和资金筹措安排说明')],
      ],
    },
    { kind: 'signature', organisation: [words('示例市教育局')], date: [words('2024年12月5日')] },
    { kind: 'annotation', runs: [words('联系人：李示例，联系电话：0000—0000000')] },
    { kind: 'annex', label: '附件1', title: [words('义务教育学位建设任务完成情况一览表')], landscape: true },
    wide,
    { kind: 'annex', label: '附件2', title: [words('示例市2025—2027年义务教育学校建设规划说明')], landscape: false },
    heading(1, 1, words('规划依据')),
    body(words(prose)),
    {
      kind: 'imprint',
      parts: [
        {
          part: '抄送',
          runs: [words('示例市人民政府办公室，示例市发展和改革委员会，示例市财政局，示例市自然资源和规划局。')],
        },
        { part: '印发机关', runs: [words('示例市教育局办公室')] },
        { part: '印发日期', runs: [words('2024年12月6日印发')] },
      ],
    },
  ],
};

/** The same with a table of contents before it. */
export const officialWithContents: PrintedDocument = {
  ...officialFixture,
  blocks: [
    {
      kind: 'contents',
      depth: 2,
      entries: officialFixture.blocks.flatMap((block, at) => {
        if (block.kind === 'annex') return [{ level: 1 as const, text: block.label, block: at + 1 }];
        if (block.kind !== 'paragraph' || block.level === 0 || block.level > 2) return [];
        return [{ level: block.level === 1 ? (1 as const) : (2 as const), text: `${block.number}标题`, block: at + 1 }];
      }),
    },
    ...officialFixture.blocks,
  ],
};

function fail(): never {
  throw new Error('bad fixture');
}
