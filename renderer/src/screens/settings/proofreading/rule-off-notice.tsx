import { Button } from 'antd';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import type { PartProps } from './part-props.ts';

interface Props extends PartProps {
  /** Id of the rule that reads the list below. */
  readonly rule: 'W04' | 'W06';
}

const words = text.proofreading;

/** Says that a list has no effect while its rule is off, and switches it on. */
export function RuleOffNotice({ rule, rules, options, put }: Props) {
  const toast = useToast();
  const name = rules.find(({ id }) => id === rule)?.name;
  if (name === undefined || !options.off.includes(rule)) return null;
  const switchOn = () =>
    void toast.attempt(
      () => put({ ...options, off: options.off.filter((id) => id !== rule) }),
      () => toast.offerUndo(text.rules.switchedOn(name), () => put(options)),
    );
  return (
    <div className="notice">
      <p>{words.ruleOff(name)}</p>
      <Button onClick={switchOn}>{words.switchOn}</Button>
    </div>
  );
}
