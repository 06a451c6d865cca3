/** 附件: bytes that reports refer to, such as pictures; the same bytes are stored once. */
export interface Asset {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface AssetRepository {
  get(id: number): Asset | undefined;
  /** Id of the stored bytes, which is that of the earlier asset when they are already there. */
  put(asset: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }): number;
}
