import { fail, type Result, succeed } from '../../../shared/result.ts';

/** A picture for a report: PNG or JPEG, the two that Word, WPS and PDF all show. */
export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pictures of a report by the SHA-256 of their bytes. */
export type Pictures = ReadonlyMap<string, Picture>;

/** No picture; or one whose pixels would take more memory than an office PC has. */
export type PictureFailure = 'not-a-picture' | 'too-many-pixels' | 'too-large';

const largestBytes = 20 * 1024 * 1024;
/** Uncompressed, 40 million pixels are 160 MB. */
const mostPixels = 40_000_000;

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function readPngSize(view: DataView): readonly [number, number] | null {
  if (view.byteLength < 24 || pngSignature.some((byte, at) => view.getUint8(at) !== byte)) return null;
  return [view.getUint32(16), view.getUint32(20)];
}

/** Start-of-frame markers of JPEG (ITU-T T.81, table B.1), which carry the size; C4, C8 and CC are none. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readJpegSize(view: DataView): readonly [number, number] | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Judges bytes by what they are, not by a name, and finds their size in pixels. */
export function readPicture(bytes: Uint8Array): Result<Picture, PictureFailure> {
  if (bytes.byteLength > largestBytes) return fail('too-large');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const png = readPngSize(view);
  const size = png ?? readJpegSize(view);
  const [width = 0, height = 0] = size ?? [];
  if (width < 1 || height < 1) return fail('not-a-picture');
  if (width * height > mostPixels) return fail('too-many-pixels');
  return succeed({ mediaType: png === null ? 'image/jpeg' : 'image/png', bytes, width, height });
}
