import { expect, test } from 'vitest';
import { segmentText } from '../../../electron/core/exporting/pdf/segment-text.ts';

/** The text with a bar wherever a line may end. */
function bars(text: string): string {
  return segmentText(text)
    .map((segment) => segment.text + (segment.breakAfter ? '|' : ''))
    .join('');
}

test('a line ends between Han characters, never before a pause or after an opening mark', () => {
  expect(bars('按照“就近、相对集中”的')).toBe('按|照|“就|近、|相|对|集|中”|的|');
  expect(bars('（示例）。《办法》：')).toBe('（示|例）。|《办|法》：|');
});

test.each([
  ['占80.76%，', '占|80.76%，|'],
  ['共15508人', '共|15508人|'],
  ['截至2021年12月31日止', '截|至|2021年|12月|31日|止|'],
  ['落实332.26万元。', '落|实|332.26万元。|'],
  ['提高1.2个百分点', '提|高|1.2个百分点|'],
  ['6～16岁', '6～16岁|'],
  ['生师比19.43∶1', '生|师|比|19.43∶1|'],
  ['〔2020〕5号', '〔2020〕5号|'],
  ['资助1200人次', '资|助|1200人次|'],
  ['下降-3.5%', '下|降|-3.5%|'],
])('a number keeps its unit: %s', (text, expected) => {
  expect(bars(text)).toBe(expected);
});

test('—— and …… are one piece each', () => {
  const pieces = segmentText('督导——“回头看”……').map((segment) => segment.text);
  expect(pieces).toContain('——');
  expect(pieces).toContain('……');
});

test('Latin words stay whole and lines end after the space between them', () => {
  expect(bars('GB/T 9704标准')).toBe('GB/T |9704|标|准|');
});

test('pieces cover the text without loss, rare characters whole', () => {
  const text = '喆堃昇玥赟镕犇䶮𬬭\n第二行 end';
  expect(
    segmentText(text)
      .map((segment) => segment.text)
      .join(''),
  ).toBe(text);
  expect(segmentText('𬬭𫚖').map((segment) => segment.text)).toEqual(['𬬭', '𫚖']);
});
