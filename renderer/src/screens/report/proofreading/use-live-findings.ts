import { useEffect, useState } from 'react';
import type { Output } from '../../../../../shared/api/contract.ts';
import type { Query } from '../../../app/query.ts';
import type { LiveBlocks } from '../../../editor/live-blocks.ts';
import type { ReportFinding } from './find-range.ts';
import { findInText } from './live-findings.ts';

const none: readonly ReportFinding[] = [];

/** What is found in the text as it stands, read again after each stroke, once the stroke is on the screen. */
export function useLiveFindings(live: LiveBlocks, query: Query<Output<'proofreading.read'>>): readonly ReportFinding[] {
  const [findings, setFindings] = useState(none);
  const read = query.status === 'done' ? query.value : null;
  useEffect(() => {
    if (read === null) return;
    const timer = setTimeout(() => setFindings(findInText(live, read)), 0);
    return () => clearTimeout(timer);
  }, [live, read]);
  return findings;
}
