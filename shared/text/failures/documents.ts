export const documentFailures = {
  'document-not-found': (p: { readonly name: string }) => `找不到“${p.name}”。请检查文件名和所在文件夹。`,
  'document-unreadable': (p: { readonly name: string }) =>
    `“${p.name}”读不出来，可能没有权限，或者正被别的程序独占。请关掉那个程序，或复制一份再试。`,
  'document-empty': (p: { readonly name: string }) =>
    `“${p.name}”是空的（0 字节），可能没有保存或复制完。请重新保存或复制后再试。`,
  'document-lock-file': (p: { readonly name: string }) =>
    `“${p.name}”是 Word 或 WPS 打开文档时留下的临时文件。请改选名字前面没有“~$”的那个文件。`,
  'document-old-word': (p: { readonly name: string }) =>
    `“${p.name}”是旧版格式（.doc、.wps），或者设有打开密码，没有校核。请用 Word 或 WPS 打开，另存为 .docx 后再试。`,
  'document-kind-unknown': (p: { readonly name: string }) =>
    `“${p.name}”不是 Word 文档或文本，没有校核。请用 Word 或 WPS 另存为 .docx 后再试。`,
  'document-damaged': (p: { readonly name: string }) =>
    `“${p.name}”打不开，可能已损坏或没有复制完，没有校核。请用 Word 或 WPS 打开后另存为 .docx 再试。`,
  'document-too-large': (p: { readonly name: string }) =>
    `“${p.name}”太大（文件超过 64 MB，或解开后超过 256 MB），没有校核。请删去大图片后另存再试。`,
  'document-folder-empty': (p: { readonly name: string }) =>
    `文件夹“${p.name}”里没有 .docx、.txt 或 .md 文件。请换一个文件夹。`,
  'findings-kind-unknown': (p: { readonly name: string }) =>
    `校核清单只能写成 Word 文件，“${p.name}”不行。请把文件名改成以 .docx 结尾。`,
  'proofread-scope-incomplete': (p: { readonly missing: readonly string[] }) =>
    `要与数据核对，还要写明 ${p.missing.join('、')}。三个选项 --workspace、--region、--period 要一起写。`,
} as const;
