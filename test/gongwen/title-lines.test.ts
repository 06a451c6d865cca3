import { expect, test } from 'vitest';
import { proposeTitleLines } from '../../shared/gongwen/title-lines.ts';

const breakTitle = (title: string) => proposeTitleLines(title, 1)[0] ?? [];

test('a title of up to twenty characters stays on one line', () => {
  expect(breakTitle('义务教育控辍保学工作情况汇报')).toEqual(['义务教育控辍保学工作情况汇报']);
});

test('a longer title breaks between words into lines of like length', () => {
  const lines = breakTitle('永宁县教育局关于义务教育控辍保学工作情况的报告');
  expect(lines).toHaveLength(2);
  const [first = '', second = ''] = lines;
  expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(4);
  expect(second).toMatch(/工作情况的报告$/);
});

test('a year, a book title and 的 with its noun are never cut', () => {
  const lines = breakTitle('某某市2021年贯彻落实《义务教育法》保障随迁子女平等接受义务教育权利的情况报告');
  const text = lines.join('\n');
  expect(text).toContain('2021年');
  expect(text).toContain('《义务教育法》');
  expect(text).not.toMatch(/\n的/);
  for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(20);
});

test('a long book title and a term of the trade are never cut', () => {
  const lines = breakTitle('某某市2021年贯彻《中华人民共和国义务教育法》保障进城务工人员随迁子女就学情况总结');
  expect(lines.join('\n')).toContain('《中华人民共和国义务教育法》');
  expect(lines.join('\n')).toContain('进城务工人员');
});

test('a title without words to break at stays whole', () => {
  expect(breakTitle('x'.repeat(30))).toEqual(['x'.repeat(30)]);
});

test('lines never begin with a closing mark or end with 关于', () => {
  const lines = breakTitle('某某省某某市教育体育局关于“双减”工作、课后服务工作推进情况的汇报');
  for (const line of lines) {
    expect(line).not.toMatch(/^[、”，）]/);
    expect(line).not.toMatch(/关于$/);
  }
});

test('three ways are proposed, each whole, none twice, the even one first', () => {
  const title = '永宁县教育局关于义务教育控辍保学工作情况的报告';
  const proposals = proposeTitleLines(title);
  expect(proposals[0]).toEqual(breakTitle(title));
  expect(new Set(proposals.map((lines) => lines.join('\n'))).size).toBe(3);
  for (const lines of proposals) expect(lines.join('')).toBe(title);
  expect(proposeTitleLines('工作汇报')).toEqual([['工作汇报']]);
});

test('a title of twenty lines is broken between words, none longer than a line', () => {
  const title = '示例市教育局关于进一步做好义务教育控辍保学和随迁子女就学工作情况的'.repeat(11);
  const [lines = []] = proposeTitleLines(title);
  expect(lines.join('')).toBe(title);
  expect(lines.length).toBeGreaterThan(18);
  for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(20);
});
