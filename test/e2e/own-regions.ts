import type { OpenPage } from './open-page.ts';

const counties = ['吴兴区', '南浔区', '德清县', '长兴县', '安吉县'];

/** A city with its counties, as a list of regions is pasted. */
export function cityTable(): string {
  const lines = [['名称', '级别', '上级'], ['湖州市', '市', ''], ...counties.map((name) => [name, '县', '湖州市'])];
  return lines.map((line) => line.join('\t')).join('\n');
}

/** A city with its counties, in a data file that begins without any region. */
export async function keepRegions({ backend }: Pick<OpenPage, 'backend'>): Promise<void> {
  const text = cityTable();
  const reply = await backend.call('catalogue.importRegions', { kind: 'text', text });
  if (!reply.ok) throw new Error(reply.error.message);
}
