import { printDate } from '../period.ts';
import type { Value } from '../quantity.ts';
import { printList } from './print-list.ts';
import { present, printMissing, printNumber } from './print-quantity.ts';
import type { Format, Place, Printed } from './wording.ts';

/** Prints a value. A text prints as it is, whatever the format: it stands for a number that is missing. */
export function printValue(value: Value, format: Format, place: Place): Printed {
  switch (value.kind) {
    case 'number':
      return printNumber(value, format);
    case 'missing':
      return printMissing(value, format, place);
    case 'date':
      return present(printDate(value.date));
    case 'list':
      return printList(value, format, place);
    case 'text':
      return present(value.text);
    case 'truth':
      return present(value.truth ? '是' : '否');
  }
}
