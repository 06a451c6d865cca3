import { readInline } from './inline.ts';
import type { TemplateReader } from './reader.ts';
import type { YamlBlock } from './yaml-block.ts';

export type Path = readonly (string | number)[];

/** The inline text that stands as a string at `path`. */
export function readText(text: string, path: Path, yaml: YamlBlock, reader: TemplateReader) {
  return readInline(text, yaml.locate(path, text), reader);
}

export function printFence(language: 'table' | 'chart', yaml: string): string {
  return `\`\`\`${language}\n${yaml}\`\`\``;
}
