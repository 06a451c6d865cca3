import type { Indicator } from '../../../shared/figures/catalogue.ts';
import { normalizeSigns } from '../../../shared/figures/name-index.ts';
import { parseUnit } from '../../../shared/figures/unit.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { findIndicator } from './find-by-name.ts';

type Dimensions = Readonly<Record<string, string>>;

/** `学段=小学` for each dimension; a sign that ends a qualifier cannot stand in one. */
function readDimensions(texts: readonly string[]): Result<Dimensions, Failure> {
  const dimensions = new Map<string, string>();
  for (const text of texts) {
    const match = /^([^=[\],，、]+)=([^=[\],，、]+)$/.exec(normalizeSigns(text).trim());
    const [name = '', value = ''] = match?.slice(1).map((part) => part.trim()) ?? [];
    if (name === '' || value === '' || dimensions.has(name)) return fail({ code: 'dimension-invalid', text });
    dimensions.set(name, value);
  }
  return succeed(Object.fromEntries(dimensions));
}

function isSame(one: Dimensions, other: Dimensions): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** What an indicator is a part of, as typed. A part of a part is one of the whole, with the dimensions of both. */
export function readPart(
  request: { readonly base: string | null; readonly dimensions: readonly string[] },
  { name, unit }: Pick<Indicator, 'name' | 'unit'>,
  indicators: readonly Indicator[],
): Result<Indicator['part'], Failure> {
  if (request.base === null && request.dimensions.length === 0) return succeed(null);
  if (request.base === null || request.dimensions.length === 0) return fail({ code: 'dimension-and-base' });
  const base = findIndicator(indicators, request.base);
  if (!base.ok) return base;
  const asked = readDimensions(request.dimensions);
  if (!asked.ok) return asked;
  if (parseUnit(base.value.unit).dimension !== parseUnit(unit).dimension) {
    return fail({ code: 'part-unit-differs', name, unit, base: base.value.name, baseUnit: base.value.unit });
  }
  const baseId = base.value.part?.baseId ?? base.value.id;
  const dimensions = { ...base.value.part?.dimensions, ...asked.value };
  const owner = indicators.find(({ part }) => part?.baseId === baseId && isSame(part.dimensions, dimensions));
  if (owner === undefined) return succeed({ baseId, dimensions });
  const text = Object.entries(asked.value)
    .map(([dimension, value]) => `${dimension}=${value}`)
    .join(', ');
  return fail({ code: 'part-taken', base: base.value.name, dimensions: text, owner: owner.name });
}
