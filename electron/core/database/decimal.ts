import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';

/** Below this, a scaled integer is exact in a JavaScript number and in every sum of nine thousand of them. */
const limit = 10n ** 15n;

/** Why a text is not kept as a scaled integer. */
export type ScalingProblem = 'unreadable' | 'too-precise' | 'too-large';

/** `332.26` at scale 2 → 33226, exactly; trailing zeros may exceed the scale. */
export function toScaled(decimal: string, scale: number): Result<number, ScalingProblem> {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!parts) return fail('unreadable');
  const [, sign, whole = '', fraction = ''] = parts;
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > scale) return fail('too-precise');
  const magnitude = BigInt(whole + significant.padEnd(scale, '0'));
  if (magnitude >= limit) return fail('too-large');
  return succeed(Number(sign === '-' ? -magnitude : magnitude));
}

/** 33226 at scale 2 → `332.26`; always `scale` decimals. */
export function fromScaled(scaled: number, scale: number): string {
  const digits = String(Math.abs(scaled)).padStart(scale + 1, '0');
  const sign = scaled < 0 ? '-' : '';
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export function scalingFailure(
  problem: ScalingProblem,
  text: string,
  indicator: { readonly name: string; readonly scale: number },
): Failure {
  switch (problem) {
    case 'unreadable':
      return { code: 'value-unreadable', text };
    case 'too-precise':
      return { code: 'value-too-precise', text, indicator: indicator.name, scale: indicator.scale };
    case 'too-large':
      return { code: 'value-too-large', text };
  }
}
