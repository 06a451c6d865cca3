const codes = new Map<string, readonly number[]>();

/** Text in GB18030, of which there is no encoder here: built by looking each character up. */
export function gb18030(content: string): Uint8Array {
  if (codes.size === 0) fillCodes();
  return Uint8Array.from([...content].flatMap((sign) => codes.get(sign) ?? [sign.charCodeAt(0)]));
}

function fillCodes(): void {
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
}
