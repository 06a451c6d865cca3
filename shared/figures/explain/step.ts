import { z } from 'zod';

/**
 * 计算过程: one step on the way from the data to a figure, as data; `printStep` puts it into words. Numbers are texts here:
 * exact decimals, or cut decimals that end in ….
 */

const text = z.string();

/** A recorded value: 公办就读人数 65097人（湖州市，2021年）. */
const Reading = z.strictObject({ kind: z.literal('reading'), name: text, value: text, where: text });

/** What a derived indicator is: 公办就读比例 = 公办就读人数 ÷ 随迁子女人数. */
const Definition = z.strictObject({ kind: z.literal('definition'), name: text, formula: text });

const Calculation = z.strictObject({
  kind: z.literal('calculation'),
  /** What is calculated, where the expression does not say so: 随迁子女人数（2021年）. */
  subject: text.nullable(),
  expression: text,
  result: text,
  remark: text.nullable(),
});

/** A comparison or condition and whether it holds. */
const Judgement = z.strictObject({ kind: z.literal('judgement'), statement: text, holds: z.boolean() });

/** Members with their values, in order of value or as the catalogue has them (then without places). */
const Order = z.strictObject({
  kind: z.literal('order'),
  subject: text,
  direction: z.enum(['由高到低', '由低到高', '按目录顺序']),
  items: z.array(z.strictObject({ place: z.int().nullable(), region: text, value: text })).readonly(),
  /** Said behind the items when not all members are named: 等30个学校. */
  more: text.nullable(),
  leftOut: text.nullable(),
});

/** Which way was taken, and why. */
const Choice = z.strictObject({ kind: z.literal('choice'), sentence: text });

const Rounding = z.strictObject({ kind: z.literal('rounding'), exact: text, rounded: text, rule: text });

/** The number and what is written for it: 2.93% → 写作“增长2.93%”; `printed` null when there is no one number. */
const Wording = z.strictObject({ kind: z.literal('wording'), printed: text.nullable(), text });

/** A part without a value: 公办就读人数 未报（湖州市，2021年）. */
const Missing = z.strictObject({ kind: z.literal('missing'), what: text, reason: text, where: text.nullable() });

/** The end of a working that leads to no value; `toFill` names the observations that would mend it. */
const Stop = z.strictObject({ kind: z.literal('stop'), reason: text, toFill: text.nullable() });

export const Step = z.discriminatedUnion('kind', [
  Reading,
  Definition,
  Calculation,
  Judgement,
  Order,
  Choice,
  Rounding,
  Wording,
  Missing,
  Stop,
]);
export type Step = Readonly<z.infer<typeof Step>>;
export type OrderStep = Extract<Step, { kind: 'order' }>;

function printOrder({ subject, direction, items, more, leftOut }: OrderStep): string {
  const listed = items.map(({ place, region, value }) => `${place === null ? '' : `第${place}位`}${region}${value}`);
  return `${subject}${direction}：${listed.join('、')}${more ?? ''}${leftOut === null ? '' : `；${leftOut}`}`;
}

const inBrackets = (remark: string | null) => (remark === null ? '' : `（${remark}）`);

/** The step in words. */
export function printStep(step: Step): string {
  switch (step.kind) {
    case 'reading':
      return `${step.name} ${step.value}（${step.where}）`;
    case 'definition':
      return `${step.name} = ${step.formula}`;
    case 'calculation': {
      const subject = step.subject === null ? '' : `${step.subject}：`;
      return `${subject}${step.expression} = ${step.result}${inBrackets(step.remark)}`;
    }
    case 'judgement':
      return `${step.statement}，${step.holds ? '成立' : '不成立'}`;
    case 'order':
      return printOrder(step);
    case 'choice':
      return step.sentence;
    case 'rounding':
      return `${step.exact} → ${step.rounded}，${step.rule}`;
    case 'wording':
      return step.printed === null ? `写作“${step.text}”` : `${step.printed} → 写作“${step.text}”`;
    case 'missing':
      return `${step.what} ${step.reason}${inBrackets(step.where)}`;
    case 'stop':
      return step.toFill === null ? `算到这里中断：${step.reason}` : `算到这里中断：缺数据，请补填 ${step.toFill}`;
  }
}
