import { fail, type Result, succeed } from '../../result.ts';
import { memberSelectors } from '../members.ts';
import type { Checked, CheckedParameter, CheckedParameters, FunctionDefinition, ParameterSpec } from './checked.ts';
import { readShifts } from './qualifiers.ts';
import type { Expression, FormulaProblem } from './syntax.ts';

/** What judging the parameters of a call needs of the checker. */
export interface ParameterContext {
  isMemberSelector(text: string): boolean;
  /** Checks an expression; problems are reported there. */
  check(expression: Expression): Checked | null;
  /** As `check`, but a quoted word that is no indicator's name is a text. */
  checkOrText(expression: Expression): Checked | null;
  report(problem: FormulaProblem): null;
}

interface Matched {
  readonly spec: ParameterSpec;
  readonly expression: Expression | null;
}

function bareWord(expression: Expression): string | null {
  return expression.kind === 'name' && expression.qualifiers.length === 0 && !expression.quoted
    ? expression.name
    : null;
}

function isOptional(spec: ParameterSpec): boolean {
  return spec.kind === 'keyword' || ('optional' in spec && spec.optional !== undefined);
}

function isRepeated(spec: ParameterSpec): boolean {
  return 'repeated' in spec && spec.repeated !== undefined;
}

/** Whether an optional place is taken by this expression, or left out before it. */
function takesPlace(
  spec: ParameterSpec,
  expression: Expression,
  { parameters, context }: { readonly parameters: readonly ParameterSpec[]; readonly context: ParameterContext },
): boolean {
  const word = bareWord(expression);
  if (spec.kind === 'keyword') return word !== null && spec.words.includes(word);
  if (spec.kind === 'members') return word !== null && context.isMemberSelector(word);
  const keywords = parameters.flatMap((each) => (each.kind === 'keyword' ? each.words : []));
  return word === null || !keywords.includes(word);
}

/** Lays the written parameters on their places; null when there are too few or too many. */
function layOut(
  given: readonly Expression[],
  definition: FunctionDefinition,
  context: ParameterContext,
): readonly Matched[] | null {
  const rest = [...given];
  const matched: Matched[] = [];
  for (const spec of definition.parameters) {
    const [next] = rest;
    const isLeftOut = isOptional(spec) && (next === undefined || !takesPlace(spec, next, { ...definition, context }));
    if (!isLeftOut && next === undefined) return null;
    matched.push({ spec, expression: isLeftOut ? null : (rest.shift() ?? null) });
    if (isRepeated(spec)) for (const expression of rest.splice(0)) matched.push({ spec, expression });
  }
  return rest.length === 0 ? matched : null;
}

/** `要 2`, or `要 1 到 3`: how many parameters a function takes. */
function countText({ parameters }: FunctionDefinition): string {
  const least = parameters.filter((spec) => !isOptional(spec)).length;
  if (parameters.some(isRepeated)) return `至少要 ${least}`;
  return least === parameters.length ? `要 ${least}` : `要 ${least} 到 ${parameters.length}`;
}

/** A last word that is none of the function's own: 降序 instead of 降. */
function wrongKeyword(
  given: readonly Expression[],
  { parameters, usage }: FunctionDefinition,
): Omit<FormulaProblem, 'code'> | null {
  const [spec, last] = [parameters.at(-1), given.at(-1)];
  if (spec?.kind !== 'keyword' || last === undefined || given.length > parameters.length) return null;
  const word = bareWord(last);
  if (word === null) return null;
  const message = `最后的“${word}”应写“${spec.words.join('”或“')}”，或去掉它。写法：${usage}。`;
  return { message, span: last.span };
}

function wholeNumber(expression: Expression): number | null {
  if (expression.kind === 'negate') {
    const value = wholeNumber(expression.operand);
    return value === null ? null : -value;
  }
  if (expression.kind !== 'number' || expression.percent || expression.unit !== null) return null;
  return /^\d{1,6}$/.test(expression.text) ? Number(expression.text) : null;
}

type Read = Result<CheckedParameter | null, string | null>;

/** Reads one parameter as its place asks for; an error without a message was reported already. */
function readParameter(spec: ParameterSpec, expression: Expression, context: ParameterContext): Read {
  switch (spec.kind) {
    case 'members': {
      const word = bareWord(expression);
      if (word !== null && context.isMemberSelector(word)) return succeed({ kind: 'members', selector: word });
      return fail(`要是范围：${memberSelectors.join('、')}，或自定义范围的名称`);
    }
    case 'period': {
      const text = expression.kind === 'number' ? expression.text : bareWord(expression);
      const shifts = text === null ? null : readShifts(text);
      return shifts ? succeed({ kind: 'period', shifts }) : fail('要是期，例如 2016年、上年');
    }
    case 'whole': {
      const value = wholeNumber(expression);
      if (value !== null && value >= spec.least && value <= spec.most) return succeed({ kind: 'whole', value });
      return fail(`要是 ${spec.least} 到 ${spec.most} 的整数`);
    }
    case 'keyword': {
      const word = bareWord(expression);
      return word === null ? fail(`只能写${spec.words.join('或')}`) : succeed({ kind: 'keyword', word });
    }
    case 'number':
    case 'condition':
    case 'indicator':
    case 'value': {
      const checked = spec.kind === 'value' ? context.checkOrText(expression) : context.check(expression);
      if (checked === null) return fail(null);
      if (spec.kind === 'indicator' && checked.kind !== 'indicator') return fail('要是一个指标');
      return succeed({ kind: 'expression', expression: checked });
    }
  }
}

/** Judges the parameters of a call against the function's places; null when a problem was reported. */
export function checkParameters(
  call: Extract<Expression, { kind: 'call' }>,
  definition: FunctionDefinition,
  context: ParameterContext,
): CheckedParameters | null {
  const matched = layOut(call.parameters, definition, context);
  if (matched === null) {
    const wrong = wrongKeyword(call.parameters, definition);
    if (wrong !== null) return context.report({ code: 'argument-kind', ...wrong });
    const message = `“${call.name}”${countText(definition)} 项，这里有 ${call.parameters.length} 项。写法：${definition.usage}。`;
    return context.report({ code: 'argument-count', message, span: call.span });
  }
  const read: (CheckedParameter | null)[] = [];
  let isSound = true;
  for (const { spec, expression } of matched) {
    const result: Read = expression === null ? succeed(null) : readParameter(spec, expression, context);
    if (result.ok) read.push(result.value);
    else isSound = false;
    if (result.ok || result.error === null || expression === null) continue;
    const message = `“${definition.usage}”的第 ${call.parameters.indexOf(expression) + 1} 项${result.error}。`;
    context.report({ code: 'argument-kind', message, span: expression.span });
  }
  return isSound ? read : null;
}
