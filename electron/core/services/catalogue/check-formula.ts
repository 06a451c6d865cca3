import { unitName } from '../../../../shared/figures/unit.ts';
import type { Workspace } from '../../database/workspace.ts';
import { openReportData } from '../report-data.ts';

export interface FormulaVerdict {
  readonly problems: readonly string[];
  /** Of a number that can be computed; null otherwise. */
  readonly unit: string | null;
}

/** Judges a formula while it is being typed. */
export function checkFormulaText(
  workspace: Workspace,
  { formula, kind }: { readonly formula: string; readonly kind: 'number' | 'condition' },
): FormulaVerdict {
  const checked = openReportData(workspace).language.check(formula);
  if (!checked.ok) {
    return { problems: checked.error.map(({ message, span }) => `第 ${span.start + 1} 个字：${message}`), unit: null };
  }
  const { type } = checked.value;
  if (kind === 'condition') {
    return { problems: type.kind === 'truth' ? [] : ['要写成比较，例如“甲 <= 乙”。'], unit: null };
  }
  if (type.kind !== 'number') return { problems: ['得出的不是数。'], unit: null };
  return { problems: [], unit: unitName(type.unit) };
}
