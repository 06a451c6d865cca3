/** Record types of [MS-XLS] that are looked at before the library is. */
const types = {
  formula: 0x06,
  shortString: 0x07,
  endOfFile: 0x0a,
  externSheet: 0x17,
  filePass: 0x2f,
  boundSheet: 0x85,
  string: 0x207,
  theme: 0x896,
} as const;
/** Of records whose first bytes say how much follows. */
const leastLength: ReadonlyMap<number, number> = new Map([
  [types.shortString, 1],
  [types.externSheet, 2],
  [types.string, 2],
]);

const beginnings = new Set([0x009, 0x209, 0x409, 0x809]);

/** Version of a theme that is the built-in one, so that nothing follows it. */
const builtInTheme = 124_226;

export interface BiffRecords {
  readonly hasPassword: boolean;
  /** A list of sheets, or the text of a formula, that states no length: the library would add to it for ever. */
  readonly isHostile: boolean;
  /** Per sheet, in the order of the stream: `row:column` of formulas that the program which saved them never computed. */
  readonly uncomputed: readonly ReadonlySet<string>[];
}

export function scanBiffRecords(stream: Buffer): BiffRecords {
  const sheets = new Map<number, Set<string>>();
  let current: Set<string> | null = null;
  let depth = 0;
  let isHostile = false;
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const type = stream.readUInt16LE(at);
    const data = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2));
    if (beginnings.has(type)) {
      if (depth === 0) current = sheets.get(at) ?? null;
      depth += 1;
    } else if (type === types.endOfFile) depth = Math.max(depth - 1, 0);
    // Behind it all is encrypted.
    else if (type === types.filePass) return { hasPassword: true, isHostile, uncomputed: [] };
    else if (data.length < (leastLength.get(type) ?? 0)) isHostile = true;
    else if (type === types.boundSheet && data.length >= 4) sheets.set(data.readUInt32LE(0), new Set());
    else if (type === types.formula && depth === 1 && isUncomputed(data)) {
      current?.add(`${data.readUInt16LE(0)}:${data.readUInt16LE(2)}`);
    }
  }
  const uncomputed = [...sheets].sort(([left], [right]) => left - right).map(([, cells]) => cells);
  return { hasPassword: false, isHostile, uncomputed };
}

/** Apache POI, with which many systems export, writes a nought and the order to compute it on opening. */
function isUncomputed(data: Buffer): boolean {
  return data.length >= 16 && data.readBigUInt64LE(6) === 0n && (data.readUInt16LE(14) & 2) !== 0;
}

/**
 * The stream with its colours made the usual ones: a theme is a zip of its own, which the library inflates without any
 * limit, and round in circles where it is damaged.
 */
export function withoutThemes(stream: Uint8Array | readonly number[]): Buffer {
  const copy = Buffer.from(stream);
  for (let at = 0; at + 4 <= copy.length; at += 4 + copy.readUInt16LE(at + 2)) {
    if (copy.readUInt16LE(at) === types.theme && at + 20 <= copy.length) copy.writeUInt32LE(builtInTheme, at + 16);
  }
  return copy;
}
