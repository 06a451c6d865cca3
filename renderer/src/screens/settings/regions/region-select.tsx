import { Select } from 'antd';
import type { RegionView } from '../../../../../shared/api/catalogue.ts';
import { matchesSearch } from '../../../../../shared/figures/search.ts';

interface Props {
  readonly id: string;
  readonly regions: readonly RegionView[];
  readonly value: number | null;
  /** What null is called. */
  readonly none: string;
  readonly onChange: (id: number | null) => void;
}

const noRegion = 0;

/** Chooses one region by name, alias, code or 拼音首字母. */
export function RegionSelect({ id, regions, value, none, onChange }: Props) {
  const byId = new Map(regions.map((region) => [region.id, region]));
  const matches = (search: string, option: { readonly value: number } | undefined) => {
    const region = byId.get(option?.value ?? noRegion);
    return region === undefined ? none.includes(search) : matchesSearch(region, search);
  };
  return (
    <Select
      id={id}
      showSearch={{ filterOption: matches }}
      value={value ?? noRegion}
      options={[
        { value: noRegion, label: none },
        ...regions.map((region) => ({ value: region.id, label: `${region.name}（${region.level}）` })),
      ]}
      onChange={(chosen) => onChange(chosen === noRegion ? null : chosen)}
    />
  );
}
