import { expect, test } from 'vitest';
import { row, workbook } from '../workbook-fixture.ts';
import { gridOf, sheetTexts } from './grid-texts.ts';

const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3"><font/><font><b/><strike/></font><font><strike val="0"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf fontId="0"/><xf fontId="1" applyFont="1"/><xf fontId="2" applyFont="1"/><xf fontId="1" numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>`;

test('figures in cells that are struck out are no numbers, names stay names', () => {
  const rows =
    row(1, ['区县', '学生数', '到校率']) +
    row(2, ['云甲县', { xml: '<v>12</v>', style: 1 }, { xml: '<v>0.5</v>', style: 3 }]) +
    row(3, ['云乙县', { xml: '<v>13</v>', style: 2 }, { xml: '<v>0.6</v>' }]);
  const bytes = workbook(
    [
      { name: '甲&amp;乙', rows },
      { name: '丙', rows: row(1, [1]) },
    ],
    { parts: { 'xl/styles.xml': styles } },
  );
  const [first] = gridOf(bytes).sheets;
  expect(sheetTexts(first)).toEqual([
    ['区县', '学生数', '到校率'],
    ['云甲县', '~12~', '~50%~'],
    ['云乙县', '13', '0.6'],
  ]);
});
