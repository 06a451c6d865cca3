import { readInline } from './inline.ts';
import type { TemplateReader } from './reader.ts';
import type { YamlBlock } from './yaml-block.ts';

export type Path = readonly (string | number)[];

/** The inline text that stands as a string at `path`. */
export function readText(text: string, path: Path, yaml: YamlBlock, reader: TemplateReader) {
  return readInline(text, yaml.locate(path, text), reader);
}

/** Of a block that could not be read: the figures in its texts, whose mistakes are reported along with the block's. */
export function readTexts(yaml: YamlBlock, reader: TemplateReader): null {
  for (const { path, text } of yaml.texts()) readText(text, path, yaml, reader);
  return null;
}

export function printFence(language: 'table' | 'chart' | 'image', yaml: string): string {
  return `\`\`\`${language}\n${yaml}\`\`\``;
}
