import { describe, expect, test } from 'vitest';
import { placeSignature } from '../../shared/gongwen/signature.ts';

describe('where the signature stands (GB/T 9704-2012, 7.3.5)', () => {
  test('without a seal a longer date stands two characters from the edge and moves the organisation left', () => {
    expect(placeSignature('不盖章', ['永宁县教育局'], '2024年12月5日')).toEqual({
      blankLinesAbove: 1,
      organisations: [4.5],
      blankLinesBetween: 0,
      date: 2,
    });
  });

  test('without a seal a shorter date begins two characters further right than the organisation', () => {
    const { organisations, date } = placeSignature('不盖章', ['示例自治县人民政府教育督导室'], '2024年1月5日');
    expect(organisations).toEqual([2]);
    // Two characters in from both ends of the name: its 14 less the 6 of the date.
    expect(date).toBe(14 - 6);
  });

  test('organisations that sign together begin at one place', () => {
    const { organisations } = placeSignature('不盖章', ['示例市教育局', '示例市人力资源和社会保障局'], '2024年1月5日');
    expect(organisations).toEqual([2 + 13 - 6, 2]);
  });

  test('with a seal the organisation is centred on the date, four characters from the edge', () => {
    const places = placeSignature('盖章', ['示例县教育局'], '2024年12月25日');
    expect(places).toMatchObject({ blankLinesAbove: 2, organisations: [4 + (7 - 6) / 2], date: 4 });
    expect(placeSignature('盖章', ['示例自治区教育厅职业教育与成人教育处'], '2024年1月5日').organisations).toEqual([0]);
  });

  test('a signature seal leaves room beside the post, and a line above the date', () => {
    expect(placeSignature('签名章', ['局长'], '2024年1月5日')).toMatchObject({
      blankLinesAbove: 2,
      organisations: [11],
      blankLinesBetween: 1,
      date: 4,
    });
  });
});
