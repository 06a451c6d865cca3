import { expect, test } from 'vitest';
import { intervalOf, readNumbers } from '../../shared/proofreading/reading/read-numbers.ts';

/** Each number of a text as `kind digits unit hedge`. */
function read(text: string): readonly string[] {
  return readNumbers(text).map(({ kind, digits, unit, hedge }) =>
    [kind, digits, unit, hedge === 'none' ? '' : hedge].filter((part) => part !== '').join(' '),
  );
}

test.each([
  ['共有学生80605人', ['quantity 80605 人']],
  ['资金332.26万元', ['quantity 332.26 万元']],
  ['惠及6024人次', ['quantity 6024 人次']],
  ['占80.76%，提高1.75个百分点', ['quantity 80.76 %', 'quantity 1.75 个百分点']],
  ['还差0.27个百分点', ['quantity 0.27 个百分点']],
  ['共有31,260人', ['quantity 31260 人']],
  ['停办四所学校', ['quantity 4 所']],
  ['两免一补', []],
  ['一是加强领导', []],
  ['第3次', ['ordinal 3']],
  ['教基〔2020〕5号', ['code 2020', 'code 5']],
  ['2024年12月5日', ['year 2024', 'date 12', 'date 5']],
  ['6～15岁儿童', ['range 6', 'range 15 岁']],
  ['生师比16.8∶1', ['quantity 16.8 ∶1']],
  ['超过1亿元', ['quantity 1 亿元 over']],
  ['80%以上', ['quantity 80 % atLeast']],
  ['约200人', ['quantity 200 人 about']],
  ['3000余人', ['quantity 3000 人 over']],
  ['不足50人', ['quantity 50 人 under']],
  ['179 人', ['quantity 179 人']],
  ['使用A4纸', ['code 4']],
  ['电话0572-2345678', ['range 0572', 'code 2345678']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('a printed number stands for what rounds to it; people are counted', () => {
  const [share, people, money] = readNumbers('占80.8%，共179人，资金3万元').map(intervalOf);
  expect([share?.low.toString(), share?.high.toString()]).toEqual(['0.8075', '0.8085']);
  expect([people?.low.toString(), people?.high.toString()]).toEqual(['179', '179']);
  expect([money?.low.toString(), money?.high.toString()]).toEqual(['25000', '35000']);
});

test('numbers never overlap, whatever the text', () => {
  const numbers = readNumbers('0.27个百分点三百分之一一二三千百万5千万元百分');
  for (const [at, number] of numbers.entries()) {
    expect(number.start).toBeGreaterThanOrEqual(numbers[at - 1]?.end ?? 0);
  }
});
