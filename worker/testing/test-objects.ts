// R2 and Images for node tests: the ones of Miniflare, started when a test first touches them.
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { createImages } from '../platform/storage/cloudflare-images.ts';
import type { ImageResizer } from '../platform/storage/images.ts';
import { createR2Storage } from '../platform/storage/r2.ts';
import type { Storage } from '../platform/storage/storage.ts';

interface Bindings {
  FILES: R2Bucket;
  IMAGES: ImagesBinding;
}

/** Every method waits for `port`, then calls the same method of it. */
function lazily<Port extends object>(port: () => Promise<Port>): Port {
  return new Proxy({} as Port, {
    get: (_, name) => async (...args: unknown[]) => {
      const real = await port() as Record<PropertyKey, (...args: unknown[]) => unknown>;
      return real[name]?.(...args);
    },
  });
}

export function createTestObjects(): { storage: Storage; images: ImageResizer; close(): Promise<void> } {
  let started: Miniflare | undefined;
  async function bindings(): Promise<Bindings> {
    started ??= new Miniflare(convertV4MiniflareOptions({
      modules: true, script: 'export default { fetch: () => new Response(null, { status: 404 }) }', compatibilityDate: '2026-10-01',
      r2Buckets: ['FILES'], images: { binding: 'IMAGES' },
    }));
    return await started.getBindings() as unknown as Bindings;
  }
  return {
    storage: lazily(async () => {
      const storage = createR2Storage((await bindings()).FILES);
      // A request's body in node has no known length, without which R2 takes no stream: it gets the bytes.
      const bytesOf = async <T>(body: ReadableStream | T) => (body instanceof ReadableStream ? new Response(body as unknown as BodyInit).arrayBuffer() : body);
      const uploadPart: Storage['uploadPart'] = async (key, uploadId, part, body) => storage.uploadPart(key, uploadId, part, await bytesOf(body));
      const put: Storage['put'] = async (key, body, contentType) => storage.put(key, await bytesOf(body), contentType);
      return { ...storage, uploadPart, put };
    }),
    images: lazily(async () => createImages((await bindings()).IMAGES)),
    close: async () => { await started?.dispose(); },
  };
}
