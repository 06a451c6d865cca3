import { valueOf } from '../reading/read-numbers.ts';
import type { Check, Claim, Statement } from './claims.ts';
import { printMention } from './print.ts';

/** 最高的是甲区；丙县最低；规模最大的是第一小学；乙区居第2位. */

const most = '最高|最多|最大|最好|最长';
const least = '最低|最少|最小|最差|最短';
const superlative = new RegExp(
  `(?:(${most}|${least})的?(?:是|为)([^，。；、]{1,12}))|(?:(?:^|[，；、。])(?:其中)?([^，。；、是为]{1,12}?)(${most}|${least})(?=[，。；、]|$))`,
  'g',
);

function bare(name: string): string {
  return name.replace(/^(?:其中|分别为|分别是|为)/, '').trim();
}

/** The one quantity of that name; null when it is not in the list, or not alone. */
function named(claims: readonly Claim[], name: string): Claim | null {
  const own = bare(name);
  const found = claims.filter(
    ({ label }) => label !== '' && (label.includes(own) || (own.includes(label) && label.length > 1)),
  );
  const [only] = found;
  return only !== undefined && found.length === 1 && own.length > 1 ? only : null;
}

function shorten(label: string): string {
  return label.replace(/^.*?分别[为是]/, '');
}

/** Whether what is called the highest or the lowest is so among the quantities of the sentence. */
export function checkExtremes({ text, claims: all }: Statement): readonly Check[] {
  const claims = all.filter(({ number }) => !number.isChinese);
  const checks: Check[] = [];
  for (const match of text.matchAll(superlative)) {
    const word = match[1] ?? match[4] ?? '';
    const name = match[2] ?? match[3] ?? '';
    const claim = named(claims, name);
    if (claim === null) continue;
    const rivals = claims.filter(
      ({ number }) => number.dimension === claim.number.dimension && number.hedge === 'none',
    );
    const isMost = most.split('|').includes(word);
    const beaten = rivals.find(({ number }) => {
      const [own, other] = [valueOf(claim.number), valueOf(number)];
      return isMost ? other.gt(own) : other.lt(own);
    });
    if (rivals.length < 2) continue;
    const base = { rule: 'A08', isCertain: true, at: claim.number };
    if (beaten === undefined) {
      checks.push({ ...base, verdict: 'agrees', message: `“${bare(name)}${word}”与所列的数相符。`, remedy: '' });
      continue;
    }
    const other = `${shorten(beaten.label)}${printMention(beaten.number)}`;
    const message = `“${bare(name)}${word}”与所列的数不符：${bare(name)}${printMention(claim.number)}，${other}。`;
    checks.push({ ...base, verdict: 'differs', message, remedy: '核对这几个数，或者改写最高、最低的是哪一个。' });
  }
  return checks;
}
