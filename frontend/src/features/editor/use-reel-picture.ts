import { useMutation } from '@tanstack/react-query';
import { frameOf } from '../uploads/frame-of.ts';
import { uploadFile } from '../uploads/upload.ts';
import { loadPitch } from './api.ts';
import { useEditor } from './editor-context.ts';

/** Takes a picture out of a reel and stands it for it; `data` is false where this browser cannot play the reel. */
export function useReelPicture() {
  const { draft, state: { saved } } = useEditor();
  return useMutation({
    mutationFn: async ({ reelId, source }: { reelId: string; source: Blob | string }) => {
      const picture = await frameOf(source);
      if (picture) await uploadFile({ pitchId: saved.id, kind: 'gallery', frameOf: reelId, file: picture, onProgress: () => undefined, signal: new AbortController().signal });
      draft.adopt(await loadPitch(saved.id));
      return picture !== null;
    },
  });
}
