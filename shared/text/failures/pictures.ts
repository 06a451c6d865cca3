export const pictureFailures = {
  'picture-not-a-picture': (p: { readonly name: string }) =>
    `“${p.name}”不是 PNG 或 JPEG 图片，没有放进报告。请用画图等程序另存为 PNG 或 JPG 后重试。`,
  'picture-too-large': (p: { readonly name: string }) => `图片“${p.name}”超过 20 MB，没有放进报告。请缩小图片后重试。`,
  'picture-too-many-pixels': (p: { readonly name: string }) =>
    `图片“${p.name}”的像素太多（超过 4000 万），没有放进报告。请缩小图片后重试。`,
} as const;
