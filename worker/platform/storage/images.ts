// Image work behind a port: Cloudflare Images in the Worker.

export interface ImageInfo {
  format: string;
  width: number;
  height: number;
}

export interface ImageResizer {
  /** Decodes the header by the real decoder. Throws AppError `unsupported_media_type` for bytes that are no image of a known kind. */
  info(bytes: ArrayBuffer): Promise<ImageInfo>;
  /** Decodes, strips metadata, scales down to `width` px (never up) and encodes as WebP. */
  toWebp(bytes: ArrayBuffer, width: number): Promise<ArrayBuffer>;
  /** Cuts a part out, in px of the picture, and encodes it as WebP. The part lies inside of it. */
  crop(bytes: ArrayBuffer, part: { x: number; y: number; width: number; height: number }): Promise<ArrayBuffer>;
}
