import { InputNumber, Select, Switch } from 'antd';
import {
  type LayoutOptions,
  linePitches,
  pageNumberPlaces,
  seriesBold,
  signatureForms,
  tableSizes,
} from '../../../../../shared/gongwen/options.ts';
import { Field } from '../parts/field.tsx';
import { text } from '../text.ts';
import { FontField } from './font-field.tsx';

interface Props {
  readonly options: LayoutOptions;
  readonly onChange: (options: LayoutOptions) => void;
}

const words = text.layout;
const sides = ['上', '下', '左', '右'] as const;
const levels = ['一级', '二级', '三级', '四级'] as const;
const roles = ['标题', '正文', '楷体', '黑体', '宋体', '西文'] as const;
const pitches = Object.entries(linePitches).map(([label, value]) => ({ value, label }));

function choices<Value extends string>(values: readonly Value[], labels?: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: labels?.[value] ?? value }));
}

function PageFields({ options, onChange }: Props) {
  return (
    <fieldset>
      <legend>{words.page}</legend>
      <div className="layout-fields">
        {sides.map((side) => (
          <Field key={side} id={`margin-${side}`} label={words.margins[side]}>
            <InputNumber
              id={`margin-${side}`}
              min={5}
              max={80}
              value={options.页边距[side]}
              suffix={words.millimetres}
              changeOnBlur
              onChange={(value) =>
                value !== null && onChange({ ...options, 页边距: { ...options.页边距, [side]: value } })
              }
            />
          </Field>
        ))}
        <Field id="line-pitch" label={words.pitch}>
          <Select
            id="line-pitch"
            value={options.行距}
            options={pitches}
            onChange={(行距: number) => onChange({ ...options, 行距 })}
          />
        </Field>
        <Field id="title-pitch" label={words.titlePitch}>
          <InputNumber
            id="title-pitch"
            min={22}
            max={60}
            value={options.标题行距}
            suffix={words.points}
            changeOnBlur
            onChange={(value) => value !== null && onChange({ ...options, 标题行距: value })}
          />
        </Field>
        <Field id="characters" label={words.characters} hint={words.charactersHint}>
          <Switch
            id="characters"
            checked={options.每行28字}
            onChange={(每行28字) => onChange({ ...options, 每行28字 })}
          />
        </Field>
        <Field id="strict-grid" label={words.strictGrid} hint={words.strictGridHint}>
          <Switch
            id="strict-grid"
            checked={options.严格网格}
            onChange={(严格网格) => onChange({ ...options, 严格网格 })}
          />
        </Field>
      </div>
    </fieldset>
  );
}

function PlacingFields({ options, onChange }: Props) {
  return (
    <fieldset>
      <legend>{words.placing}</legend>
      <div className="layout-fields">
        <Field id="page-number" label={words.pageNumber}>
          <Select
            id="page-number"
            value={options.页码}
            options={choices(pageNumberPlaces, words.pageNumbers)}
            onChange={(页码) => onChange({ ...options, 页码 })}
          />
        </Field>
        <Field id="signature-form" label={words.signature}>
          <Select
            id="signature-form"
            value={options.署名}
            options={choices(signatureForms, words.signatures)}
            onChange={(署名) => onChange({ ...options, 署名 })}
          />
        </Field>
        <Field id="table-size" label={words.tableSize}>
          <Select
            id="table-size"
            value={options.表格字号}
            options={choices(tableSizes)}
            onChange={(表格字号) => onChange({ ...options, 表格字号 })}
          />
        </Field>
      </div>
    </fieldset>
  );
}

function BoldFields({ options, onChange }: Props) {
  const put = (change: Partial<LayoutOptions['加粗']>) =>
    onChange({ ...options, 加粗: { ...options.加粗, ...change } });
  return (
    <fieldset>
      <legend>{words.bold}</legend>
      <p className="field-hint">{words.boldHint}</p>
      <div className="layout-fields">
        {levels.map((level) => (
          <Field key={level} id={`bold-${level}`} label={words.levels[level]}>
            <Switch
              id={`bold-${level}`}
              checked={options.加粗[level]}
              onChange={(isBold) => put({ [level]: isBold })}
            />
          </Field>
        ))}
        <Field id="bold-series" label={words.series}>
          <Select
            id="bold-series"
            value={options.加粗.一是二是}
            options={choices(seriesBold, words.seriesBolds)}
            onChange={(一是二是) => put({ 一是二是 })}
          />
        </Field>
      </div>
    </fieldset>
  );
}

/** The options of 版式, a group each. */
export function LayoutForm({ options, onChange }: Props) {
  return (
    <div className="layout-form">
      <PageFields options={options} onChange={onChange} />
      <PlacingFields options={options} onChange={onChange} />
      <fieldset>
        <legend>{words.fonts}</legend>
        <p className="field-hint">{words.fontsHint}</p>
        <div className="layout-fields">
          {roles.map((role) => (
            <FontField
              // A font that was changed elsewhere, such as by 恢复国标版式, shows at once.
              key={`${role} ${options.字体[role]}`}
              role={role}
              name={options.字体[role]}
              onChange={(name) => onChange({ ...options, 字体: { ...options.字体, [role]: name } })}
            />
          ))}
        </div>
      </fieldset>
      <BoldFields options={options} onChange={onChange} />
    </div>
  );
}
