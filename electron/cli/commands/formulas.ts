import { describeFormats } from '../../../shared/figures/format.ts';
import { functions } from '../../../shared/figures/functions/index.ts';
import { succeed } from '../../../shared/result.ts';
import type { Command } from '../command.ts';

export const formulasCommand: Command = {
  name: 'formulas',
  usage: 'huigao formulas [--json]',
  summary: '列出算式可以用的函数和格式',
  positionals: { least: 0, most: 0 },
  options: {},
  run() {
    const formats = describeFormats();
    const json = {
      functions: functions.map(({ name, usage, description }) => ({ name, usage, description })),
      formats,
    };
    const lines = [
      '函数（〔…〕可以不写）：',
      ...json.functions.map(({ usage, description }) => `  ${usage}　${description}`),
      '格式（写在“|”后面，可以连写）：',
      ...formats.map(
        ({ name, description, example: { before, after } }) => `  ${name}　${description}：${before} → ${after}`,
      ),
    ];
    return succeed({ exitCode: 0, lines, json });
  },
};
