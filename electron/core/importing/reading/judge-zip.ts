import type { ForeignKind } from '../../../../shared/text/failures/importing.ts';
import type { GuardedZip } from './guard-zip.ts';

/** Which document a zip is, by its parts. */
export type JudgedZip =
  | { readonly kind: 'xlsx' | 'xlsb' | 'ods'; readonly hasMacros: boolean }
  | { readonly kind: 'password' }
  | { readonly kind: 'foreign'; readonly what: ForeignKind };

const foreignParts: readonly (readonly [RegExp, ForeignKind])[] = [
  [/^word\/document\w*\.xml$/i, 'word'],
  [/^ppt\/presentation\.xml$/i, 'presentation'],
  [/^OFD\.xml$/i, 'ofd'],
  [/^Index\/(Document|Tables\/.*)\.iwa$/i, 'numbers'],
];

export function judgeZip(zip: GuardedZip): JudgedZip {
  const has = (pattern: RegExp) => zip.names.some((name) => pattern.test(name));
  const hasMacros = has(/(^|\/)(vbaProject\.bin|Basic\/script-lc\.xml)$/i);
  if (has(/^xl\/workbook\w*\.xml$/i)) return { kind: 'xlsx', hasMacros };
  if (has(/^xl\/workbook\w*\.bin$/i)) return { kind: 'xlsb', hasMacros };
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return judgeOpenDocument(zip, hasMacros);
  const foreign = foreignParts.find(([pattern]) => has(pattern));
  return { kind: 'foreign', what: foreign?.[1] ?? 'archive' };
}

function judgeOpenDocument(zip: GuardedZip, hasMacros: boolean): JudgedZip {
  const text = (name: string) => Buffer.from(zip.part(name) ?? []).toString('utf8');
  const type = text('mimetype');
  if (type.includes('opendocument.presentation')) return { kind: 'foreign', what: 'presentation' };
  if (!type.includes('opendocument.spreadsheet')) return { kind: 'foreign', what: 'word' };
  return text('META-INF/manifest.xml').includes('encryption-data') ? { kind: 'password' } : { kind: 'ods', hasMacros };
}
