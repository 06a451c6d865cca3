import type { ThemeConfig } from 'antd';

const blue = '#1f5fbf';

/**
 * antd's own blue is too light for text on white (WCAG 2.1 AA asks 4.5:1), hence also colorLink and colorInfo; what it
 * makes of ours under the pointer is too light for the white words on a button.
 */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: blue,
    colorPrimaryHover: '#2a6bcb',
    colorLink: '#1a50a3',
    colorInfo: blue,
    colorText: '#1c2430',
    colorTextSecondary: '#566070',
    colorTextDescription: '#566070',
    colorTextPlaceholder: '#6b7482',
    colorWarning: '#b45f06',
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    borderRadius: 6,
    fontSize: 15,
    fontFamily:
      "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif",
  },
  components: { Button: { controlHeight: 34, controlHeightLG: 40, contentFontSizeLG: 16 } },
};
