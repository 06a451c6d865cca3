import { z } from 'zod';
import { LayoutOptions } from '../gongwen/options.ts';

/** Requests about 版式. */
export const layoutRequests = {
  'layout.read': { input: z.strictObject({}), output: LayoutOptions },
  'layout.save': { input: LayoutOptions, output: z.strictObject({}) },
};
