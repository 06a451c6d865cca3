import { element } from './xml.ts';

/**
 * A complex field: its instruction, and the runs that show its result until Word computes it anew. `like` is a run whose
 * look the field's marks take.
 */
export function writeField(instruction: string, result: readonly string[], like = result[0] ?? ''): readonly string[] {
  const properties = /^<w:r>(<w:rPr>.*?<\/w:rPr>)/.exec(like)?.[1] ?? '';
  const mark = (type: string): string =>
    element('w:r', {}, [properties, element('w:fldChar', { 'w:fldCharType': type })]);
  const code = element('w:instrText', { 'xml:space': 'preserve' }, [` ${instruction} `]);
  return [mark('begin'), element('w:r', {}, [properties, code]), mark('separate'), ...result, mark('end')];
}
