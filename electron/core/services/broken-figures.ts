import { parsePeriod } from '../../../shared/figures/period.ts';
import type { Rule } from '../../../shared/figures/rules/rule.ts';
import type { ComputedReport, Figure } from '../../../shared/report/compute.ts';
import type { Workspace } from '../database/workspace.ts';
import { type CheckedFinding, checkData } from './check-data.ts';

/** A broken 强制 rule, and the figures of a report that rest on data it has a part in. */
export interface BrokenFigures {
  readonly finding: CheckedFinding;
  readonly figureIds: readonly string[];
}

const keyOf = (indicator: string, region: string, period: string) => [indicator, region, period].join('\n');

/** A day on which something was counted is not wrong with the count. */
const saysNumber = ({ value }: Figure) => value.kind === 'number' || value.kind === 'list';

/** The broken 强制 rules that nobody waived; each period is judged once, however many reports ask for it. */
export class MandatoryCheck {
  readonly #workspace: Workspace;
  readonly #shipped: readonly Rule[];
  readonly #known = new Map<string, readonly CheckedFinding[]>();

  constructor(workspace: Workspace, shipped: readonly Rule[]) {
    this.#workspace = workspace;
    this.#shipped = shipped;
  }

  /** What is broken behind a report's figures, in the order of its periods. */
  behind({ figures }: ComputedReport): readonly BrokenFigures[] {
    const readers = new Map<string, Set<string>>();
    const periods = new Set<string>();
    for (const figure of figures.values()) {
      for (const { indicator, period, regions } of saysNumber(figure) ? figure.sources : []) {
        periods.add(period);
        for (const region of regions) {
          const key = keyOf(indicator.name, region.name, period);
          const ids = readers.get(key) ?? new Set();
          readers.set(key, ids.add(figure.attributes.id));
        }
      }
    }
    return [...periods].flatMap((period) =>
      this.#brokenIn(period).flatMap((finding) => {
        const ids = new Set(
          finding.sources.flatMap(({ indicator, region, period: when }) => [
            ...(readers.get(keyOf(indicator, region, when)) ?? []),
          ]),
        );
        return ids.size === 0 ? [] : [{ finding, figureIds: [...ids] }];
      }),
    );
  }

  #brokenIn(label: string): readonly CheckedFinding[] {
    const known = this.#known.get(label);
    if (known !== undefined) return known;
    const period = parsePeriod(label);
    const request = { shipped: this.#shipped, region: null, ruleCode: null, severity: '强制' } as const;
    const { findings } = period === null ? { findings: [] } : checkData(this.#workspace, { ...request, period });
    const broken = findings.filter(({ waiver }) => waiver === null);
    this.#known.set(label, broken);
    return broken;
  }
}

/** How many figures of a report rest on broken data. */
export function countBroken(broken: readonly BrokenFigures[]): number {
  return new Set(broken.flatMap(({ figureIds }) => figureIds)).size;
}
