import { CFB } from '@e965/xlsx';

/** Old workbooks written record by record: [type, contents]. Layouts: [MS-XLS] and the OpenOffice notes on BIFF2–5. */
type BiffRecord = readonly [number, Buffer];

export type Biff = 2 | 3 | 4 | 5 | 8;
export type BiffCell = string | number | { readonly formula: Buffer; readonly value: number; readonly flags: number };

/** Every character of GBK in two bytes, found by decoding all of them. */
const gbkBytes = new Map<string, Buffer>();
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const bytes = Buffer.from([lead, trail]);
    gbkBytes.set(new TextDecoder('gbk').decode(bytes), bytes);
  }
}

export function gbk(text: string): Buffer {
  return Buffer.concat(Array.from(text, (character) => gbkBytes.get(character) ?? Buffer.from(character)));
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
}

function f64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

function stream(records: readonly BiffRecord[]): Buffer {
  return Buffer.concat(records.flatMap(([type, data]) => [u16(type, data.length), data]));
}

function bof(biff: Biff, kind: number): BiffRecord {
  const tail = biff <= 2 ? u16(2, kind) : biff <= 4 ? u16(0, kind, 0) : u16(biff * 256, kind, 0, 0);
  return [biff <= 4 ? ([0x009, 0x209, 0x409][biff - 2] ?? 0) : 0x809, tail];
}

function text(biff: Biff, value: string): Buffer {
  if (biff === 8) return Buffer.concat([u16(value.length), Buffer.from([1]), Buffer.from(value, 'utf16le')]);
  const bytes = gbk(value);
  return Buffer.concat([biff === 2 ? Buffer.from([bytes.length]) : u16(bytes.length), bytes]);
}

function cellRecord(biff: Biff, place: readonly [number, number], value: BiffCell): BiffRecord {
  const head = biff === 2 ? Buffer.concat([u16(...place), Buffer.alloc(3)]) : u16(...place, 0);
  const wide = biff === 2 ? 0 : 0x200;
  if (typeof value === 'string') return [wide + 4, Buffer.concat([head, text(biff, value)])];
  if (typeof value === 'number') return [wide + 3, Buffer.concat([head, f64(value)])];
  const { formula, flags } = value;
  const parts = [head, f64(value.value), u16(flags), Buffer.alloc(4), u16(formula.length), formula];
  return [6, Buffer.concat(parts)];
}

function sheetRecords(biff: Biff, rows: readonly (readonly BiffCell[])[]): readonly BiffRecord[] {
  const cells = rows.flatMap((row, r) => row.map((value, c) => cellRecord(biff, [r, c], value)));
  return [bof(biff, 0x10), ...cells, [0x0a, Buffer.alloc(0)]];
}

/** One sheet alone, as Excel 2 to 4 saved it: no container, no word about its codepage. */
export function bareSheet(biff: 2 | 3 | 4, rows: readonly (readonly BiffCell[])[]): Uint8Array {
  return stream(sheetRecords(biff, rows));
}

/** A workbook in its container. The second row and the second column are hidden. */
export function boundWorkbook(biff: 5 | 8, name: string, rows: readonly (readonly BiffCell[])[]): Uint8Array {
  const title =
    biff === 8
      ? Buffer.concat([Buffer.from([name.length, 1]), Buffer.from(name, 'utf16le')])
      : Buffer.concat([Buffer.from([gbk(name).length]), gbk(name)]);
  const xf: BiffRecord = [0xe0, Buffer.alloc(biff === 8 ? 20 : 16)];
  const globals = (position: number) =>
    stream([
      bof(biff, 5),
      [0x42, u16(biff === 8 ? 1200 : 936)],
      xf,
      [0x85, Buffer.concat([u16(position, 0, 0), title])],
      [0x0a, Buffer.alloc(0)],
    ]);
  const [begin, ...rest] = sheetRecords(biff, rows);
  const hidden: readonly BiffRecord[] = [
    [0x7d, u16(1, 1, 2048, 0, 1, 0)],
    [0x208, u16(1, 0, 9, 300, 0, 0, 0x120, 0)],
  ];
  const sheet = stream([...(begin ? [begin] : []), ...hidden, ...rest]);
  return container(biff === 8 ? '/Workbook' : '/Book', Buffer.concat([globals(globals(0).length), sheet]));
}

export function container(path: string, content: Uint8Array): Uint8Array {
  const built: unknown = CFB.utils.cfb_new();
  // A stream below 4096 bytes would go to the small one; both are read alike.
  CFB.utils.cfb_add(built, path, Buffer.from(content));
  return new Uint8Array(CFB.write(built, { type: 'buffer' }));
}
