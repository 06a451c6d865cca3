export const uploadingFailures = {
  'upload-too-large': (p: { readonly name: string }) =>
    `文件“${p.name}”超过 64 MB，没有收下。请删去其中的图片和不需要的工作表，或分成几个文件。`,
  'upload-empty': (p: { readonly name: string }) => `文件“${p.name}”是空的（0 字节），没有收下。请检查后重新选择。`,
  'upload-name': () => '文件名是空的或太长，没有收下。请改一个文件名后重新选择。',
  'upload-gone': () => '选择的文件已经不在程序里了。请重新选择。',
} as const;
