// The wire types of uploads and files.
import { z } from 'zod';
import { cleanLine } from '../../platform/text.ts';
import { FileKind, Gate } from '../catalogue/schema.ts';

/** Widths in px that a poster or still is served in (`?w=`). */
export const WIDTHS = [320, 480, 640, 960] as const;

export const UploadCreate = z.strictObject({
  pitchId: z.uuid(),
  kind: FileKind,
  /** Only shown; where the bytes lie is decided here. */
  fileName: z.string().min(1).max(1000).overwrite((name) => cleanLine(name).replace(/[/\\:*?"<>|]+/g, '-').slice(0, 200)).pipe(z.string().min(1, 'A file name is needed.')),
  /** Bytes. */
  size: z.int().positive(),
  contentType: z.string().min(3).max(100),
  gate: Gate.optional(),
  /** The reel that this picture was taken from, for a `gallery` file: it stands for the reel, behind the reel's gate, instead of among the stills. */
  frameOf: z.uuid().optional(),
});
export type UploadCreate = z.output<typeof UploadCreate>;

/** Of a file whose bytes are the body: how many there are stands in Content-Length. */
export const UploadWhole = UploadCreate.omit({ size: true });
export type UploadWhole = z.output<typeof UploadWhole>;

/** `parts`: how many parts to PUT, numbered from 1; all but the last hold `partSize` bytes. */
export const UploadTicket = z.object({ uploadId: z.string(), partSize: z.int(), parts: z.int() });
export type UploadTicket = z.output<typeof UploadTicket>;

export const UploadStatus = UploadTicket.extend({
  status: z.enum(['open', 'completing', 'complete', 'aborted']),
  size: z.int(),
  arrived: z.array(z.object({ part: z.int(), etag: z.string(), size: z.int() })),
  fileId: z.string().nullable(),
});
export type UploadStatus = z.output<typeof UploadStatus>;

export const UploadedPart = z.object({ etag: z.string() });
export type UploadedPart = z.output<typeof UploadedPart>;

export const File = z.object({
  id: z.string(),
  pitchId: z.string(),
  kind: FileKind,
  gate: Gate,
  fileName: z.string(),
  contentType: z.string(),
  size: z.int(),
  /** Of its bytes as they are kept, hex. Null for a film of many parts until it was read again, seconds after its completion. */
  sha256: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  blurhash: z.string().nullable(),
  url: z.string(),
  createdAt: z.string(),
});
export type File = z.output<typeof File>;
