import type { ImportAnswer, ImportQuestion } from '../../electron/core/importing/mapping.ts';

/** What a person who takes everything as it stands would answer. */
export function takeAsItStands(question: ImportQuestion): ImportAnswer {
  switch (question.kind) {
    case 'region':
    case 'indicator':
      return question.proposal ?? { kind: 'leave-out' };
    case 'mixed-percent':
      return { kind: 'unit', unit: '%' };
    case 'unit':
      return { kind: 'unit', unit: question.found };
    case 'total':
      return { kind: 'total', take: 'sum' };
    case 'period':
    case 'table-region':
    case 'table-indicator':
    case 'formula':
      return { kind: 'leave-out' };
  }
}
