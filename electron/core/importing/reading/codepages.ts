import { set_cptable } from '@e965/xlsx';

/** Windows codepage → name in the Encoding Standard, which every Node and Electron brings along. */
const encodings: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10000: 'macintosh',
  10002: 'big5',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};

type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<number, Decoder>();

function decoderOf(codepage: number): Decoder {
  const known = decoders.get(codepage);
  if (known) return known;
  const isWindows = codepage >= 1250 && codepage <= 1258;
  const decoder = new TextDecoder(encodings[codepage] ?? (isWindows ? `windows-${codepage}` : 'windows-1252'), {
    ignoreBOM: true,
  });
  decoders.set(codepage, decoder);
  return decoder;
}

/**
 * Lets the reader of old workbooks decode GBK by the decoders of the platform. Its own tables are half a megabyte of
 * script, have to be loaded asynchronously, and lack the four-byte characters (䶮) that GB18030 requires.
 */
export function provideCodepages(): void {
  set_cptable({
    utils: {
      decode: (codepage: number, data: Uint8Array | readonly number[]) =>
        decoderOf(codepage).decode(Uint8Array.from(data)),
    },
  });
}
