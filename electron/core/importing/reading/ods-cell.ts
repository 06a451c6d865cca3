import { decimalOfDouble, shiftDecimal } from '../../../../shared/reading/decimal-text.ts';
import { emptyCell, type GridCell, textCell } from '../grid.ts';
import { attributeOf, type Tag } from './scan-tags.ts';
import { showAsPrinted } from './show-number.ts';
import { shownDecimal } from './shown-decimal.ts';

/** A cell of an OpenDocument spreadsheet from its attributes and the text that it shows. */
export function odsCell(tag: Tag, text: string): GridCell {
  const written = attributeOf(tag, 'table:formula');
  const formula = written === null ? null : plainFormula(written);
  const type = attributeOf(tag, 'office:value-type');
  if (attributeOf(tag, 'calcext:value-type') === 'error') return { kind: 'error', text: text || '#N/A', formula };
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage':
      return numberCell({ type, text, formula }, attributeOf(tag, 'office:value') ?? '');
    case 'date':
    case 'time':
      return { kind: 'date', text: text || (attributeOf(tag, `office:${type}-value`) ?? '') };
    case 'boolean':
      return textCell(attributeOf(tag, 'office:boolean-value') === 'true' ? 'TRUE' : 'FALSE');
    case 'string':
      return textCell(attributeOf(tag, 'office:string-value') ?? text);
    case null:
      return formula !== null && text === '' ? { kind: 'uncomputed', formula } : textCell(text);
    default:
      return textCell(text);
  }
}

interface NumberParts {
  readonly type: 'float' | 'currency' | 'percentage';
  readonly text: string;
  readonly formula: string | null;
}

function numberCell({ type, text, formula }: NumberParts, value: string): GridCell {
  const decimal = value.trim() === '' ? null : decimalOfDouble(Number(value));
  if (decimal === null) return formula === null ? emptyCell : { kind: 'uncomputed', formula };
  if (type !== 'percentage') return { kind: 'number', ...showAsPrinted(decimal, text), formula };
  const points = shiftDecimal(decimal, 2);
  return { kind: 'percent', decimal: points, shown: shownDecimal(points, text.replace('%', '')), formula };
}

/** `of:=SUM([.B2:.B3];[$表2.C1])` → `SUM(B2:B3,表2!C1)`, as Excel writes it; quoted text is left alone. */
function plainFormula(written: string): string {
  return written
    .replace(/^(?:[\w-]+:)?=/, '')
    .split(/("[^"]*")/)
    .map((part) =>
      part.startsWith('"') ? part : part.replaceAll(/\[([^\]]*)\]/g, plainReference).replaceAll(';', ','),
    )
    .join('');
}

function plainReference(_: string, inside: string): string {
  return inside.replaceAll(/(^|:)\$?([^.:]*)\./g, (_whole, colon: string, sheet: string) =>
    sheet === '' ? colon : `${colon}${sheet}!`,
  );
}
