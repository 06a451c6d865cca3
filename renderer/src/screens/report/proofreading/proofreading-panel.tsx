import { Button } from 'antd';
import type { Output } from '../../../../../shared/api/contract.ts';
import { text } from '../../../text.ts';
import { inPlace } from '../../../ui/in-place.ts';
import type { ReportFinding } from './find-range.ts';
import { type FindingActions, FindingCard } from './finding-card.tsx';
import type { Proofreading } from './use-proofreading.tsx';

const words = text.proofreading;

type Read = Output<'proofreading.read'>;

function Coverage({ coverage }: Pick<Read, 'coverage'>) {
  const { numbers, percent, overridden, differs, unbound } = coverage;
  if (numbers === 0) return null;
  const rest = [
    overridden > 0 ? words.overridden(overridden) : '',
    differs > 0 ? words.differs(differs) : '',
    unbound > 0 ? words.unbound(unbound) : '',
  ].filter((part) => part !== '');
  return <p className="proof-coverage">{[words.coverage(numbers, percent), ...rest].join('，')}。</p>;
}

interface ListProps extends FindingActions {
  readonly findings: readonly ReportFinding[];
  readonly current: ReportFinding | null;
}

function Cards({ findings, current, ...actions }: ListProps) {
  return (
    <ul>
      {inPlace(findings).map(({ item, key }) => (
        <FindingCard key={key} finding={item} isCurrent={item === current} {...actions} />
      ))}
    </ul>
  );
}

/** What was let stand or switched off for this report, and the way back. */
function Decided({ ignored, off, onRestore }: Pick<Read, 'ignored' | 'off'> & { readonly onRestore: () => void }) {
  const parts = [
    ignored > 0 ? words.letStand(ignored) : '',
    off.length > 0 ? words.offHere(off.map(({ name }) => name).join('、')) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  return (
    <p className="proof-decided">
      {parts.join('；')}。
      <Button type="link" size="small" onClick={onRestore}>
        {words.restoreAll}
      </Button>
    </p>
  );
}

interface Props {
  readonly proofreading: Proofreading;
  /** Of the text as it stands. */
  readonly findings: readonly ReportFinding[];
  readonly current: ReportFinding | null;
  readonly onShow: (finding: ReportFinding) => void;
  readonly onExport: () => void;
  readonly isExporting: boolean;
}

/** 校核: errors and doubts as cards, hints folded away, and where the numbers of the text come from. */
export function ProofreadingPanel({ proofreading, findings, current, onShow, onExport, isExporting }: Props) {
  const { query } = proofreading;
  if (query.status === 'waiting') return <p className="panel-hint">{words.waiting}</p>;
  if (query.status === 'failed') {
    return (
      <p className="details-gap" role="alert">
        {query.message}
      </p>
    );
  }
  const { coverage, ignored, off } = query.value;
  const serious = findings.filter(({ severity }) => severity !== 'I');
  const hints = findings.filter(({ severity }) => severity === 'I');
  const certain = findings.filter(({ replacement }) => replacement !== null).length;
  const actions: FindingActions = {
    onShow,
    onCorrect: proofreading.correct,
    onIgnore: proofreading.ignore,
    onSwitchOff: (finding) => proofreading.switchOff(finding, finding.ruleName),
  };
  return (
    <div className="proof">
      <Coverage coverage={coverage} />
      {findings.length > 0 && (
        <div className="proof-all">
          {certain > 0 && (
            <Button size="small" type="primary" onClick={() => proofreading.correct(null)}>
              {words.correctAll(certain)}
            </Button>
          )}
          <Button size="small" title={words.exportHint} loading={isExporting} onClick={onExport}>
            {words.export}
          </Button>
        </div>
      )}
      {serious.length === 0 ? (
        <p className="panel-hint">{words.clean}</p>
      ) : (
        <Cards findings={serious} current={current} {...actions} />
      )}
      {hints.length > 0 && (
        <details className="proof-hints">
          <summary>{words.hints(hints.length)}</summary>
          <Cards findings={hints} current={current} {...actions} />
        </details>
      )}
      <Decided ignored={ignored} off={off} onRestore={proofreading.restoreAll} />
    </div>
  );
}
