import type { Observation } from './catalogue.ts';

/** 已填: a value, or the statement that there is none (无此项, 不足单位, 不公开). 未报 is still to be filled. */
export function isReported(observation: Pick<Observation, 'cell'> | undefined): boolean {
  return observation !== undefined && (observation.cell.kind === 'value' || observation.cell.reason !== '未报');
}
