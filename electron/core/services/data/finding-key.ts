import { z } from 'zod';
import type { WaiverKey } from '../../../../shared/figures/rules/rule.ts';

const Parts = z.tuple([z.string(), z.string(), z.string(), z.int()]);

/** A finding's name for the page: it says nothing there, and the backend reads it again. */
export function printFindingKey({ ruleCode, subject, period, regionId }: WaiverKey): string {
  return JSON.stringify([ruleCode, subject, period, regionId]);
}

/** Null when it is none. */
export function readFindingKey(text: string): WaiverKey | null {
  try {
    const parsed = Parts.safeParse(JSON.parse(text));
    if (!parsed.success) return null;
    const [ruleCode, subject, period, regionId] = parsed.data;
    return { ruleCode, subject, period, regionId };
  } catch {
    return null;
  }
}
