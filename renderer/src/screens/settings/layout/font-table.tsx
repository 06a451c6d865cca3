import { nothing, useQuery } from '../../../app/query.ts';
import { text } from '../text.ts';

const words = text.layout;

/** Which fonts of this PC a PDF is printed with. */
export function FontTable() {
  const query = useQuery('layout.fonts', nothing);
  if (query.status !== 'done') return null;
  return (
    <table className="font-table">
      <caption>{words.onThisPc}</caption>
      <tbody>
        {query.value.map(({ purpose, wanted, family, isSubstitute }) => (
          <tr key={purpose}>
            <th scope="row">{purpose}</th>
            <td>{wanted}</td>
            <td className={isSubstitute ? 'is-substitute' : undefined}>
              {isSubstitute ? words.substitute(family) : `${family}（${words.installed}）`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
