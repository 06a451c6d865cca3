import { printRounded } from '../rounding.ts';
import { inFormat, printTidily } from './plain-number.ts';
import type { Wording } from './wording.ts';

function ratioWording(name: string, unit: string): Wording {
  return {
    name,
    suits: { kind: 'plain-number' },
    print(quantity, format) {
      const { value, decimals } = inFormat(quantity, format);
      const decimal = format.decimals === null ? printTidily(value, decimals) : printRounded(value, decimals);
      return { text: decimal + unit, decimal };
    },
  };
}

/** 比: 19.43∶1. */
export const toOne = ratioWording('比', '∶1');

/** 倍: 2.5倍. */
export const times = ratioWording('倍', '倍');
