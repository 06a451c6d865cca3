/** 设置 of this data file: text by key; its reader knows what the text means. */
export interface SettingRepository {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}
