import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proofread } from '../../shared/proofreading/proofread.ts';
import { draftOfText } from '../../shared/proofreading/reading/draft-of-text.ts';
import { propertyRuns } from '../support/property-runs.ts';

/** Time that a reading takes, in milliseconds; the least of three, as other work only adds to it. */
function timeOf(text: string): number {
  const draft = () => draftOfText(text);
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    proofread(draft());
    return performance.now() - start;
  });
  return Math.min(...times);
}

const pieces = [' ', '\u3000', '\n'].concat(
  `1 1. 1,000 12 占 率 其中 （ ） 《 》 “ ” 、 ， 。 ； ： , . - ～ % 年 月 日 人 万元 亿 一 是 一是 第 号 〔 〕 [ ] 比上年 增加
  由 到 分别 共 合计 最高 人均 每 随迁 约 余 左右 附件 见附件 截止 法 " • X ×`.split(/\s+/),
);

test('a text that repeats anything at all takes time in proportion to its length', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }), (unit) => {
      const once = unit.join('');
      const short = timeOf(once.repeat(Math.ceil(2_000 / once.length)));
      const long = timeOf(once.repeat(Math.ceil(16_000 / once.length)));
      // Eight times the text; a quadratic rule would take 64 times as long.
      expect({ once, short, long, isLinear: long < 24 * short + 60 }).toMatchObject({ isLinear: true });
    }),
    { ...propertyRuns, numRuns: Math.min(propertyRuns.numRuns, 1_000) / 10 },
  );
}, 120_000);

test('no text makes proofreading fail, and every finding lies within its paragraph', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 60 }),
      (parts) => {
        const draft = draftOfText(parts.join(''));
        for (const { paragraph, start, end, text } of proofread(draft)) {
          const own = draft.paragraphs[paragraph]?.text ?? '';
          expect(start).toBeLessThanOrEqual(end);
          expect(own.slice(start, end)).toBe(text);
          expect(end).toBeLessThanOrEqual(own.length);
        }
      },
    ),
    propertyRuns,
  );
});
