import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportDocument } from '../../shared/report/document.ts';
import { parseTemplate } from '../../shared/report/template/parse.ts';
import { printTemplate } from '../../shared/report/template/print.ts';
import { propertyRuns } from '../support/property-runs.ts';

function parse(source: string): { readonly document: ReportDocument } {
  const parsed = parseTemplate(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const head = '---\n标题: "{{地区}}工作汇报"\n署名: "{{地区}}教育局"\n日期: 2021年12月5日\n---\n\n';

test('any text survives a round trip, whatever signs it is made of', () => {
  const sign = fc.constantFrom(
    ...'情况（）“”〔2020〕，。|:#-`*[]{}\\‖$&<>一二三ab 1.%'.split(''),
    '{{',
    '}}',
    '**',
    ':::',
    '```',
    ']{固定}',
  );
  const prose = fc
    .array(sign, { minLength: 1, maxLength: 30 })
    .map((signs) => signs.join('').trim().replaceAll(/\s+/g, ' '))
    .filter((text) => text !== '');
  const node = fc.oneof(
    prose.map((text) => ({ type: 'text' as const, text, marks: [{ type: 'constant' as const }] })),
    fc
      .constantFrom('随迁子女人数', '占比(公办就读人数, 随迁子女人数)')
      .map((formula) => ({ type: 'figure' as const, formula })),
  );
  fc.assert(
    fc.property(prose, fc.array(node, { maxLength: 4 }), fc.integer({ min: 0, max: 4 }), (first, rest, level) => {
      let figures = 3;
      const content = [{ type: 'text' as const, text: first }, ...rest].map((each) => {
        if (each.type === 'text') return each;
        figures += 1;
        const attrs = { id: `f${figures - 1}`, formula: each.formula, format: null, scope: null, override: null };
        return { type: 'figure' as const, attrs };
      });
      const { document } = parse(head);
      const [title, signature] = document.content;
      if (title === undefined || signature === undefined) throw new Error('bad test');
      const paragraph = { type: 'paragraph' as const, attrs: { level }, content };
      const changed: ReportDocument = { ...document, content: [title, paragraph, signature] };
      expect(parse(printTemplate(changed)).document).toEqual(changed);
    }),
    propertyRuns,
  );
});
