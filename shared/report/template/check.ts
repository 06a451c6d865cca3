import { formatMismatch, parseFormat } from '../../figures/format.ts';
import type { FormulaLanguage } from '../../figures/formula/language.ts';
import { memberSelectors } from '../../figures/members.ts';
import { suggestNames } from '../../figures/suggest.ts';
import { assertNever } from '../../result.ts';
import { describeFailure } from '../../text/failures/index.ts';
import type { ParsedTemplate } from './parse.ts';
import { problemAt, type TemplateProblem } from './problem.ts';
import type { Reference } from './reader.ts';

interface Complaint {
  readonly message: string;
  /** Where in the reference's text. */
  readonly at: number;
}

function complaints(reference: Reference, language: FormulaLanguage): readonly Complaint[] {
  switch (reference.kind) {
    case 'formula':
    case 'condition': {
      const checked = language.check(reference.text);
      if (!checked.ok) return checked.error.map(({ message, span }) => ({ message, at: span.start }));
      const isTruth = checked.value.type.kind === 'truth';
      if (reference.kind === 'condition' && !isTruth) {
        return [{ message: `“如果”后面要是一个比较，例如“${reference.text} > 0”。`, at: 0 }];
      }
      return [];
    }
    case 'format': {
      const format = parseFormat(reference.text);
      if (!format.ok) return [{ message: describeFailure(format.error), at: 0 }];
      const checked = language.check(reference.formula ?? '');
      const mismatch = checked.ok ? formatMismatch(format.value, checked.value.type) : null;
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
  template: ParsedTemplate,
  language: FormulaLanguage,
): readonly TemplateProblem[] {
  const text = source.replace(/^\uFEFF/, '');
  return template.references.flatMap((reference) =>
    complaints(reference, language).map(({ message, at }) => problemAt(text, reference.offset + at, message)),
  );
}
