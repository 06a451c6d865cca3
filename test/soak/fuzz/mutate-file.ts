import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { guardZip } from '../../../electron/core/importing/reading/guard-zip.ts';
import { mutateMarkup } from './mutate-markup.ts';
import { mutateText } from './mutate-text.ts';
import type { Random } from './random.ts';

/** A file that is damaged, cut, or says other things than it did, in one to three places. */
export function mutateFile(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = bytes;
  for (let left = 1 + random.below(3); left > 0; left -= 1) mutated = mutateOnce(mutated, random);
  return mutated;
}

function mutateOnce(bytes: Uint8Array, random: Random): Uint8Array {
  // Bytes that are changed blindly mostly end in a refusal: what is worth more are files that still hold together.
  if (random.below(5) === 0) return mutateBytes(bytes, random);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return mutateParts(bytes, random);
  if (bytes[0] === 0xd0 || bytes[0] === 0x09) return mutateBytes(bytes, random, 16);
  return mutateDecoded(bytes, random);
}

function mutateBytes(bytes: Uint8Array, random: Random, most = 64): Uint8Array {
  const copy = Uint8Array.from(bytes);
  if (copy.length === 0) return Uint8Array.of(random.below(256));
  const at = random.below(copy.length);
  switch (random.below(5)) {
    case 0:
      return copy.subarray(0, at);
    case 1: {
      const added = Uint8Array.from({ length: 1 + random.below(most) }, () => random.below(256));
      return Buffer.concat([copy.subarray(0, at), added, copy.subarray(at)]);
    }
    case 2:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + random.below(most))]);
    default:
      for (let left = 1 + random.below(4); left > 0; left -= 1) {
        const place = random.below(copy.length);
        copy[place] = random.below(2) === 0 ? random.below(256) : (copy[place] ?? 0) ^ (1 << random.below(8));
      }
      return copy;
  }
}

/** Null for a zip that is damaged already: the library goes round and round in some of those. */
function unzipped(bytes: Uint8Array): Record<string, Uint8Array> | null {
  if (!guardZip(bytes).ok) return null;
  try {
    return unzipSync(bytes);
  } catch {
    return null;
  }
}

function mutateParts(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipped(bytes);
  const names = Object.keys(parts ?? {});
  if (!parts || names.length === 0) return mutateBytes(bytes, random);
  const worth = names.filter((name) => /sheet|strings|styles|content|workbook/i.test(name));
  const name = random.pick(worth.length > 0 && random.below(8) > 0 ? worth : names);
  const part = parts[name] ?? new Uint8Array();
  switch (random.below(12)) {
    case 0: {
      const other = random.pick(names);
      return zipSync({ ...parts, [name]: parts[other] ?? part, [other]: part });
    }
    case 1:
      return zipSync(Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name)));
    case 2:
      return duplicated(parts, name, random);
    default:
      return zipSync({
        ...parts,
        [name]: /\.(xml|rels)$/.test(name) ? mutatedXml(part, random) : mutateBytes(part, random, 16),
      });
  }
}

function mutatedXml(part: Uint8Array, random: Random): Uint8Array {
  return strToU8(mutateMarkup(strFromU8(part), random));
}

/** The same name twice, with other contents: readers differ in which of both they believe. */
function duplicated(parts: Record<string, Uint8Array>, name: string, random: Random): Uint8Array {
  const twin = `${name.slice(0, -1)}~`;
  const zip = Buffer.from(zipSync({ ...parts, [twin]: mutatedXml(parts[name] ?? new Uint8Array(), random) }));
  const [from, to] = [Buffer.from(twin), Buffer.from(name)];
  for (let at = zip.indexOf(from); at >= 0; at = zip.indexOf(from, at + 1)) to.copy(zip, at);
  return zip;
}

const encodings = ['utf-8', 'utf-16le', 'gb18030'] as const;

/** Text, markup included, is changed as text and mostly written back in the encoding that it came in. */
function mutateDecoded(bytes: Uint8Array, random: Random): Uint8Array {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoded = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
  // Not UTF-8: its bytes are left whole, and characters of one byte changed.
  if (decoded.includes('\ufffd')) {
    return Buffer.from(mutateAny(Buffer.from(bytes).toString('latin1'), random), 'latin1');
  }
  const mutated = mutateAny(decoded, random);
  const encoding = random.below(10) === 0 ? random.pick(encodings) : isWide ? 'utf-16le' : 'utf-8';
  return Buffer.from(mutated, encoding === 'gb18030' ? 'latin1' : encoding === 'utf-16le' ? 'utf16le' : 'utf8');
}

function mutateAny(text: string, random: Random): string {
  return /^\s*\ufeff?\s*</.test(text) ? mutateMarkup(text, random) : mutateText(text, random);
}
