import { Select } from 'antd';
import type { CollectedUnit } from '../../../../shared/api/collecting.ts';
import { type Choices, choose } from './choices.ts';
import { collectText } from './collect-text.ts';

const text = collectText.unit;

interface Props {
  readonly units: readonly CollectedUnit[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** Every unit that was asked, and what is known of its answer. */
export function UnitTable({ units, choices, onChoose }: Props) {
  return (
    <table className="collect-table">
      <thead>
        <tr>
          {text.columns.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <UnitRow
            key={unit.regionId}
            unit={unit}
            chosen={choices.get(unit.regionId) ?? null}
            onChoose={(sha256) => onChoose(choose(choices, unit.regionId, sha256))}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly unit: CollectedUnit;
  readonly chosen: string | null;
  readonly onChoose: (sha256: string | null) => void;
}

function UnitRow({ unit, chosen, onChoose }: RowProps) {
  const { filled, asked, files, problems, findings, notices } = unit;
  const isWrong = problems.length + findings.length > 0 && files.length > 0;
  return (
    <tr>
      <th scope="row">{unit.unit}</th>
      <td>
        <span className={`collect-state collect-state-${isWrong ? 'wrong' : stateClass[unit.state]}`}>
          {isWrong ? `${unit.state} · ${text.wrong}` : unit.state}
        </span>
      </td>
      <td className="collect-number">{filled === null || asked === null ? '' : text.filled(filled, asked)}</td>
      <td>{unit.fields.map(({ text: written }) => written).join(' ')}</td>
      <td>
        <Remarks sentences={[...problems, ...findings, ...notices]} isAnswered={files.length > 0} />
      </td>
      <td>
        {files.length > 0 && (
          <Select
            aria-label={`${unit.unit} ${text.choose}`}
            value={chosen ?? ''}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: text.none },
              ...files.map(({ sha256, fileName, writes, changes }) => ({
                value: sha256,
                label: text.file(fileName, writes, changes),
              })),
            ]}
            onChange={(next) => onChoose(next === '' ? null : next)}
          />
        )}
      </td>
    </tr>
  );
}

const stateClass = { 未报: 'none', 已报: 'good', 重报: 'ask', 改表头: 'wrong', 已汇入: 'good' } as const;

/** More than these would push the other units out of sight; the rest is counted. */
const mostRemarks = 5;

function Remarks({ sentences, isAnswered }: { readonly sentences: readonly string[]; readonly isAnswered: boolean }) {
  if (sentences.length === 0) return isAnswered ? <span className="collect-hint">{text.clean}</span> : null;
  return (
    <ul className="collect-remarks">
      {sentences.slice(0, mostRemarks).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {sentences.length > mostRemarks && <li>{text.more(sentences.length - mostRemarks)}</li>}
    </ul>
  );
}
