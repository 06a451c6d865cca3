import type { Place } from '../finding.ts';
import type { Draft, ReadParagraph } from '../reading/draft.ts';
import { checkAbsolutes } from './absolutes.ts';
import { checkBalances, checkChanges } from './change.ts';
import { type Check, readStatements, type Statement } from './claims.ts';
import { checkExtremes } from './extremes.ts';
import { checkPairing } from './pairing.ts';
import { checkParts } from './parts.ts';
import { checkAverages } from './per-head.ts';
import { checkRemainder, type ToldShare } from './remainder.ts';
import { checkConversions, checkSame } from './same.ts';
import { checkShares, checkSharesOfWhole, toldShare } from './share.ts';
import { checkTargets } from './target.ts';
import { checkWeighted } from './weighted.ts';

/** A check at its place in the draft. */
export interface ArithmeticCheck extends Place, Omit<Check, 'at'> {}

function checkStatement(paragraph: ReadParagraph, statement: Statement): readonly Check[] {
  return [
    ...checkParts(statement),
    ...checkShares(statement),
    ...checkSharesOfWhole(statement),
    ...checkChanges(statement),
    ...checkBalances(statement),
    ...checkAverages(statement),
    ...checkTargets(statement),
    ...checkExtremes(statement),
    ...checkAbsolutes(statement),
    ...checkConversions(statement),
    ...checkPairing(paragraph, statement),
  ];
}

function placed(paragraph: number, { at, ...check }: Check): ArithmeticCheck {
  return { ...check, paragraph, start: at.start, end: at.end };
}

/** A breakdown that leaves a remainder which the rate behind it counts: what is missing is named, not called wrong. */
function explainRemainders(checks: readonly Check[], statement: Statement): readonly Check[] {
  return checks.map((check) => {
    if (check.rule !== 'A01' || check.verdict !== 'differs' || check.isCertain) return check;
    const confirmed = checks.find(
      ({ rule, verdict, message }) => rule === 'A02' && verdict === 'agrees' && message.startsWith('('),
    );
    if (confirmed === undefined || !statement.text.includes('率')) return check;
    const message = `${check.message.replace(/。$/, '')}；文中的比率按前者计算。`;
    return { ...check, verdict: 'noted', message, remedy: '写明相差部分的去向。' };
  });
}

const cache = new WeakMap<Draft, readonly ArithmeticCheck[]>();

/** Every relation between the numbers of a draft that could be judged, agreeing and differing. */
export function checkArithmetic(draft: Draft): readonly ArithmeticCheck[] {
  const known = cache.get(draft);
  if (known !== undefined) return known;
  const statements = draft.paragraphs.map(readStatements);
  const checks: ArithmeticCheck[] = [];
  let told: ToldShare | null = null;
  for (const [at, paragraph] of draft.paragraphs.entries()) {
    const own = statements[at] ?? [];
    for (const statement of own) {
      const found = explainRemainders(checkStatement(paragraph, statement), statement);
      checks.push(...[...found, ...checkRemainder(statement, told)].map((check) => placed(at, check)));
      told = toldShare(statement) ?? (own.length > 0 && statement.claims.length > 1 ? null : told);
    }
    checks.push(...checkWeighted(own).map((check) => placed(at, check)));
  }
  for (const { paragraph, ...check } of checkSame(statements)) checks.push(placed(paragraph, check));
  cache.set(draft, checks);
  return checks;
}
