import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReportDocument } from '../../shared/report/document.ts';
import { parseTemplate } from '../../shared/report/template/parse.ts';
import { printTemplate } from '../../shared/report/template/print.ts';
import { describeProblem } from '../../shared/report/template/problem.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { documents } from './template-documents.ts';

function parse(source: string): ReportDocument {
  const parsed = parseTemplate(source);
  if (!parsed.ok) throw new Error(`${parsed.error.problems.map(describeProblem).join('\n')}\n${source}`);
  return parsed.value.document;
}

/** Compares quickly, and shows the difference where there is one. */
function expectSame(one: ReportDocument, other: ReportDocument): void {
  expect(isDeepStrictEqual(one, other) ? other : one).toEqual(other);
}

test('any document survives being written as a template, whatever signs it is made of', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expectSame(ReportDocument.parse(document), document);
      expectSame(parse(printTemplate(document)), document);
    }),
    propertyRuns,
  );
});

const signs = [...'情况，。|:#-`*[]{}\\‖&! 1.', '\n', '\n\n', '\r\n', '\r', '\t', '\u3000', '\u2028'];
const marked = ['\\ ', '****', '**甲**', '{{甲}}', '{{乙 | 数}}', '[甲]{固定}', '[]{固定}', '# ', '\n## 甲。‖'];
const blocks = [
  '\n---\n',
  '\n::: 如果 甲\n',
  '\n::: 否则\n',
  '\n:::\n',
  '\n::: 每个 下级\n',
  '\n```table\n表头: [甲, "**乙**"]\n',
  '行:\n  - [1.50, 007]\n',
  '  - 每个: 下级\n',
  '    单元格: [甲, 乙]\n',
  '\n```chart\n类型: 饼图\n类别: [甲]\n系列: [{名称: 乙, 算式: 丙 | 数}]\n',
  '\n```\n',
  '标题: &a "x\\ny"\n',
  '合计: *a\n',
];

test('whatever a person types is read or refused, never a crash, and what was read is written back the same', () => {
  const piece = fc.constantFrom(...signs, ...marked, ...blocks);
  let [tried, read] = [0, 0];
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      tried += 1;
      const parsed = parseTemplate(`---\n标题: 甲\n---\n${pieces.join('')}`);
      if (!parsed.ok) return;
      read += 1;
      expect(parse(printTemplate(parsed.value.document))).toEqual(parsed.value.document);
    }),
    propertyRuns,
  );
  expect(read).toBeGreaterThan(tried / 20);
});
