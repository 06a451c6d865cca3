import type { ImageBlock } from '../document.ts';
import { printFence, readText, readTexts } from './fence.ts';
import { ImageYaml } from './fence-schema.ts';
import { printInline } from './inline.ts';
import { printYaml } from './print-yaml.ts';
import type { TemplateReader } from './reader.ts';
import { YamlBlock } from './yaml-block.ts';

export function readImage(text: string, offset: number, reader: TemplateReader): ImageBlock | null {
  const yaml = new YamlBlock(text, offset, reader);
  const image = yaml.read(ImageYaml);
  if (image === null) return readTexts(yaml, reader);
  return {
    type: 'imageBlock',
    attrs: {
      ...reader.takeLabel(image.标签, yaml.offsetOf(['标签'])),
      sha256: image.文件,
      alternative: image.替代文字,
      widthMillimetres: image.宽,
    },
    content: [{ type: 'caption', content: readText(image.标题, ['标题'], yaml, reader) }],
  };
}

export function printImage({ attrs, content: [caption] }: ImageBlock): string {
  const { label, sha256, alternative, widthMillimetres } = attrs;
  const content = {
    文件: sha256,
    标题: printInline(caption.content),
    ...(label === undefined ? {} : { 标签: label }),
    ...(alternative === '' ? {} : { 替代文字: alternative }),
    ...(widthMillimetres === null ? {} : { 宽: String(widthMillimetres) }),
  };
  return printFence('image', printYaml(content));
}
