import { foldName } from '../../../../shared/reading/fold-name.ts';

/** Units that titles list, such as `单位：人、万元`. `填报单位：某某局` lists none. */
export function unitsIn(titles: readonly string[]): readonly string[] {
  return titles.flatMap((title) => {
    const listed = /(?<!填报|填表|报送|编制|制表|主管|上报|用人|所属|本)单位:([\p{Script=Han}a-zA-Z%‰、,;/]+)/u.exec(
      foldName(title),
    )?.[1];
    return listed ? listed.split(/[、,;/]/).filter((unit) => unit !== '') : [];
  });
}

const commonUnits =
  /^([十百千万亿]{0,2}(人|元|吨|公顷|平方米|平方公里|册|人次|件)|%|‰|所|个|班|名|户|台|辆|间|处|家|份|次|张|套|座|亩|项|学时|课时|公里|平方千米|人\/.|元\/.{1,2}|平方米\/.|个?百分点)$/;

/** Whether a text is a unit as such, so that a column of them is one of units and no names. */
export function isUnitWord(text: string, known: ReadonlySet<string>): boolean {
  const folded = foldName(text);
  return folded !== '' && (known.has(folded) || commonUnits.test(folded));
}
