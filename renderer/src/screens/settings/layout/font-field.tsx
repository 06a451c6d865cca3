import { AutoComplete } from 'antd';
import { useState } from 'react';
import { defaultOptions, type LayoutOptions } from '../../../../../shared/gongwen/options.ts';
import { Field } from '../parts/field.tsx';
import { text } from '../text.ts';

type Role = keyof LayoutOptions['字体'];

interface Props {
  readonly role: Role;
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** What offices have installed, that of the standard first. */
const usual: Readonly<Record<Role, readonly string[]>> = {
  标题: ['方正小标宋简体', '方正小标宋_GBK', '华文中宋', '宋体'],
  正文: ['仿宋_GB2312', '仿宋', '方正仿宋_GBK', '华文仿宋'],
  楷体: ['楷体_GB2312', '楷体', '方正楷体_GBK', '华文楷体'],
  黑体: ['黑体', '方正黑体_GBK', '微软雅黑'],
  宋体: ['宋体', '方正书宋_GBK', '华文宋体'],
  西文: ['Times New Roman'],
};

/** The name of a font: one of the usual ones, or typed; it counts once the field is left. */
export function FontField({ role, name, onChange }: Props) {
  const [typed, setTyped] = useState(name);
  const commit = (value: string) => {
    const wanted = value.trim();
    if (wanted === '' && role !== '西文') setTyped(defaultOptions.字体[role]);
    const next = wanted === '' && role !== '西文' ? defaultOptions.字体[role] : wanted;
    if (next !== name) onChange(next);
  };
  return (
    <Field
      id={`font-${role}`}
      label={text.layout.fontRoles[role]}
      {...(role === '西文' ? { hint: text.layout.latinHint } : {})}
    >
      <AutoComplete
        id={`font-${role}`}
        value={typed}
        maxLength={40}
        options={usual[role].map((value) => ({ value }))}
        onChange={(value: string) => setTyped(value)}
        onSelect={(value: string) => commit(value)}
        onBlur={() => commit(typed)}
      />
    </Field>
  );
}
