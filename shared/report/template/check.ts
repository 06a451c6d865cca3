import { formatMismatch, parseFormat } from '../../figures/format.ts';
import type { FormulaLanguage } from '../../figures/formula/language.ts';
import { memberSelectors } from '../../figures/members.ts';
import { suggestNames } from '../../figures/suggest.ts';
import { assertNever, fail, type Result, succeed } from '../../result.ts';
import { describeFailure } from '../../text/failures/index.ts';
import type { ReportDocument } from '../document.ts';
import { type ParsedTemplate, parseTemplate } from './parse.ts';
import { problemAt, sortByPlace, type TemplateProblem } from './problem.ts';
import type { Reference } from './reader.ts';

interface Complaint {
  readonly message: string;
  /** Where in the reference's text. */
  readonly at: number;
}

const typeNames = { number: '数', text: '文字', date: '日期', truth: '比较', list: '一组数' } as const;

function complaints(reference: Reference, language: FormulaLanguage): readonly Complaint[] {
  switch (reference.kind) {
    case 'formula':
    case 'point':
    case 'condition': {
      const checked = language.check(reference.text);
      if (!checked.ok) return checked.error.map(({ message, span }) => ({ message, at: span.start }));
      const { kind } = checked.value.type;
      if (reference.kind === 'condition' && kind !== 'truth') {
        return [{ message: `“如果”后面要是一个比较，例如“${reference.text} > 0”。`, at: 0 }];
      }
      if (reference.kind === 'point' && kind !== 'number') {
        return [{ message: `图里只能画数，“${reference.text}”是${typeNames[kind]}。请换成值为数的算式。`, at: 0 }];
      }
      return [];
    }
    case 'label':
      return [];
    case 'format': {
      const format = parseFormat(reference.text);
      if (!format.ok) return [{ message: describeFailure(format.error), at: 0 }];
      const checked = language.check(reference.formula ?? '');
      const mismatch = checked.ok ? formatMismatch(format.value, checked.value) : null;
      return mismatch ? [{ message: describeFailure(mismatch), at: 0 }] : [];
    }
    case 'members': {
      if (language.isMemberSelector(reference.text)) return [];
      const near = suggestNames(reference.text, memberSelectors);
      const proposal = near.length > 0 ? `是不是“${near.join('”“')}”？` : `可以写：${memberSelectors.join('、')}。`;
      return [{ message: `“${reference.text}”不是能识别的范围。${proposal}`, at: 0 }];
    }
    default:
      return assertNever(reference.kind);
  }
}

/** Judges a template's formulas, conditions, formats and ranges against the catalogue; all problems, with their places. */
export function checkTemplate(
  source: string,
  { references }: Pick<ParsedTemplate, 'references'>,
  language: FormulaLanguage,
): readonly TemplateProblem[] {
  const text = source.replace(/^\uFEFF/, '');
  return references.flatMap((reference) =>
    complaints(reference, language).map(({ message, at }) => problemAt(text, reference.offset + at, message)),
  );
}

/** Parses a template and judges it against the catalogue; whatever is wrong is reported at once, in the text's order. */
export function readCheckedTemplate(
  source: string,
  language: FormulaLanguage,
): Result<ReportDocument, readonly TemplateProblem[]> {
  const parsed = parseTemplate(source);
  const unreadable = parsed.ok ? [] : parsed.error.problems;
  const problems = [...unreadable, ...checkTemplate(source, parsed.ok ? parsed.value : parsed.error, language)];
  return parsed.ok && problems.length === 0 ? succeed(parsed.value.document) : fail(sortByPlace(problems));
}
