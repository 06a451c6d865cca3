import { Input } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useQuery } from '../../../app/query.ts';
import { text } from '../text.ts';
import { Field } from './field.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: 'number' | 'condition';
  readonly value: string;
  readonly isFixed?: boolean;
  readonly onChange: (value: string) => void;
}

/** Milliseconds of rest after which what was typed is judged. */
const rest = 300;

/** A formula that is judged while it is typed. */
export function FormulaField({ id, label, hint, kind, value, isFixed = false, onChange }: Props) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), rest);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <Field id={id} label={label} hint={hint}>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={value}
        disabled={isFixed}
        aria-describedby={`${id}-verdict`}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id={`${id}-verdict`} role="status" className="formula-verdict">
        {!isFixed && settled.trim() !== '' && <Verdict formula={settled} kind={kind} />}
      </div>
    </Field>
  );
}

function Verdict({ formula, kind }: Pick<Props, 'kind'> & { readonly formula: string }) {
  const input = useMemo(() => ({ formula, kind }), [formula, kind]);
  const query = useQuery('catalogue.checkFormula', input);
  if (query.status === 'waiting') return <p>{text.formula.checking}</p>;
  if (query.status === 'failed') return <p className="formula-bad">{query.message}</p>;
  const { problems, unit } = query.value;
  if (problems.length === 0) {
    return <p className="formula-good">{unit === null ? text.formula.good : text.formula.goodUnit(unit)}</p>;
  }
  return problems.map((problem) => (
    <p key={problem} className="formula-bad">
      {problem}
    </p>
  ));
}
