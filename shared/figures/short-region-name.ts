const suffix = /(维吾尔自治区|回族自治区|壮族自治区|特别行政区|自治区|自治州|自治县|自治旗|地区|[省市区县旗盟州])$/;

/** `北京` of 北京市, `新疆` of 新疆维吾尔自治区: forms leave out what kind of place it is. */
export function shortRegionName(name: string): string {
  const short = name.replace(suffix, '');
  return short.length >= 2 ? short : name;
}
