import { expect, test } from 'vitest';
import { fitsUnit, parseUnit, unitOfProduct, unitOfQuotient } from '../../shared/figures/unit.ts';

const symbol = (unit: { readonly symbol: string }) => unit.symbol;

test('‰ stays what it is beside a plain number, as % does', () => {
  const [perMille, plain] = [parseUnit('‰'), parseUnit('')];
  expect([unitOfProduct(perMille, plain), unitOfProduct(plain, perMille)].map(symbol)).toEqual(['‰', '‰']);
  expect(symbol(unitOfQuotient(perMille, plain))).toBe('‰');
  expect(symbol(unitOfProduct(parseUnit('%'), perMille))).toBe('');
});

test('only what is counted by 个 may be called by a word of its own', () => {
  expect(fitsUnit(parseUnit('人/个'), parseUnit('人/班'))).toBe(true);
  expect(fitsUnit(parseUnit('人/个'), parseUnit('人/年'))).toBe(false);
  expect(fitsUnit(parseUnit('人/所'), parseUnit('人/班'))).toBe(false);
});
