import { Button } from 'antd';
import { useState } from 'react';
import { type FindingKind, findingKinds, severityNames } from '../../../../../shared/proofreading/finding.ts';
import { ListHead } from '../parts/list-head.tsx';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import type { PartProps } from './part-props.ts';
import { quotable, RuleRow, type RuleView } from './rule-row.tsx';

const words = text.proofreading.rules;

function matches({ id, name, kind, severity, good, bad }: RuleView, search: string): boolean {
  const whole = [id, name, words.kinds[kind], severityNames[severity], good, bad].join('\n').toLowerCase();
  const typed = search.toLowerCase().split(/\s+/);
  return typed.every((word) => whole.includes(word));
}

/** 规则: every rule by kind, each with its switch. */
export function RulesPart({ rules, options, put }: PartProps) {
  const [search, setSearch] = useState('');
  const toast = useToast();
  const off = new Set(options.off);
  const save = (next: readonly string[], sentence: string) =>
    void toast.attempt(
      () => put({ ...options, off: [...next] }),
      () => toast.offerUndo(sentence, () => put(options)),
    );
  const turn = ({ id, name }: RuleView, enabled: boolean) => {
    const others = options.off.filter((each) => each !== id);
    const done = enabled ? text.rules.switchedOn : text.rules.switchedOff;
    save(enabled ? others : [...others, id], done(quotable(name)));
  };
  const found = rules.filter((rule) => matches(rule, search));
  const byKind = Map.groupBy(found, ({ kind }) => kind);
  const stopped = (among: readonly RuleView[]) => among.filter(({ id }) => off.has(id)).length;
  const allStopped = stopped(rules);
  return (
    <>
      <ListHead
        search={{ value: search, label: words.search, onChange: setSearch }}
        count={text.rules.count(found.length, stopped(found))}
      >
        <Button disabled={allStopped === 0} onClick={() => save([], words.allOn(allStopped))}>
          {words.all}
        </Button>
      </ListHead>
      <div className="settings-list">
        {found.length === 0 ? (
          <p>{words.nothingFound}</p>
        ) : (
          <table className="proof-rules" aria-label={text.proofreading.parts.rules}>
            <RuleColumns />
            {findingKinds.map((kind) => (
              <RuleKind
                key={kind}
                kind={kind}
                rules={byKind.get(kind) ?? []}
                off={off}
                stopped={stopped(byKind.get(kind) ?? [])}
                onTurn={turn}
              />
            ))}
          </table>
        )}
      </div>
    </>
  );
}

function RuleColumns() {
  return (
    <thead>
      <tr>
        {Object.values(words.columns).map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface KindProps {
  readonly kind: FindingKind;
  readonly rules: readonly RuleView[];
  readonly off: ReadonlySet<string>;
  readonly stopped: number;
  readonly onTurn: (rule: RuleView, enabled: boolean) => void;
}

function RuleKind({ kind, rules, off, stopped, onTurn }: KindProps) {
  if (rules.length === 0) return null;
  const inOrder = rules.toSorted((a, b) => a.id.localeCompare(b.id));
  return (
    <tbody>
      <tr className="group-row">
        <th scope="rowgroup" colSpan={5} className="group-name">
          {words.kinds[kind]}
          <span className="group-count">{text.rules.count(rules.length, stopped)}</span>
        </th>
      </tr>
      {inOrder.map((rule) => (
        <RuleRow key={rule.id} rule={rule} isOff={off.has(rule.id)} onTurn={onTurn} />
      ))}
    </tbody>
  );
}
