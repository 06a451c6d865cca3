import { z } from 'zod';
import { LayoutOptions } from '../gongwen/options.ts';

/** Which font of this PC serves a part of a PDF. */
const FontView = z.strictObject({
  /** 标题, 正文, … */
  purpose: z.string(),
  /** The font that the 版式 asks for. */
  wanted: z.string(),
  /** The one that serves. */
  family: z.string(),
  /** A bundled font stands in. */
  isSubstitute: z.boolean(),
});

/** Requests about how documents look. */
export const layoutRequests = {
  'layout.read': {
    input: z.strictObject({}),
    /** `isStandard`: nothing differs from GB/T 9704-2012 as we read it. */
    output: z.strictObject({ options: LayoutOptions, isStandard: z.boolean() }),
  },
  'layout.save': { input: LayoutOptions, output: z.strictObject({}) },
  /** Keeps an uploaded picture in the data file; `sha256` names it in a report. */
  'pictures.add': {
    input: z.strictObject({ upload: z.string() }),
    output: z.strictObject({ sha256: z.string(), width: z.int(), height: z.int() }),
  },
  /** A picture of the data file, as a `data:` address; null when it is no longer there. */
  'pictures.read': {
    input: z.strictObject({ sha256: z.string() }),
    output: z.strictObject({ address: z.string().nullable() }),
  },
  /** The fonts that a PDF is printed with on this PC. */
  'layout.fonts': { input: z.strictObject({}), output: z.array(FontView) },
};
