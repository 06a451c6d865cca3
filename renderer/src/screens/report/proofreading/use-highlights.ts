import { useEffect } from 'react';
import { blockId } from '../element-ids.ts';
import { findRange, type ReportFinding } from './find-range.ts';

/** Names of the highlights that sheet.css styles. */
const names = { E: 'finding-error', W: 'finding-doubt', current: 'finding-current' } as const;

function rangesOf(findings: readonly ReportFinding[]): readonly Range[] {
  return findings.flatMap((finding) => {
    const element = document.getElementById(blockId(finding.block));
    const range = element === null ? null : findRange(element, finding);
    return range === null ? [] : [range];
  });
}

function show(name: string, findings: readonly ReportFinding[]): void {
  const ranges = rangesOf(findings);
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/** Marks errors and doubts on the sheet, and the chosen one, without touching its elements. */
export function useHighlights(findings: readonly ReportFinding[], current: ReportFinding | null): void {
  useEffect(() => {
    show(
      names.E,
      findings.filter(({ severity }) => severity === 'E'),
    );
    show(
      names.W,
      findings.filter(({ severity }) => severity === 'W'),
    );
    show(names.current, current === null ? [] : [current]);
    return () => {
      for (const name of Object.values(names)) CSS.highlights.delete(name);
    };
  }, [findings, current]);
}
