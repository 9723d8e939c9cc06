// A picture out of a film, taken by the browser that has the film at hand: what this browser cannot play, it cannot draw.

/** Widest picture, px. */
const WIDEST = 1920;
/** A tenth of the film, but no further in than this: the first frame of many is black. Seconds. */
const FURTHEST = 3;
const PATIENCE_MS = 15_000;

const happens = (video: HTMLVideoElement, name: 'loadeddata' | 'seeked', signal: AbortSignal): Promise<void> => new Promise((resolve, reject) => {
  video.addEventListener(name, () => resolve(), { once: true, signal });
  video.addEventListener('error', () => reject(new Error(video.error?.message ?? 'the film cannot be played here')), { once: true, signal });
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
});

/** A JPEG of the film, or of what lies at an address of ours, near its beginning; null where the browser cannot play it, or takes too long over it. */
export async function frameOf(film: Blob | string): Promise<File | null> {
  const url = typeof film === 'string' ? film : URL.createObjectURL(film);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const video = document.createElement('video');
  try {
    Object.assign(video, { muted: true, playsInline: true, preload: 'auto', src: url });
    await happens(video, 'loadeddata', signal);
    const seeked = happens(video, 'seeked', signal);
    video.currentTime = Math.min(FURTHEST, (Number.isFinite(video.duration) ? video.duration : 0) / 10);
    await seeked;
    const scale = Math.min(1, WIDEST / video.videoWidth);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
    const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.88));
    return jpeg && new File([jpeg], 'frame.jpg', { type: 'image/jpeg' });
  } catch {
    return null; // this codec is not for this browser: the page says so, and the first still stands for the reel
  } finally {
    video.removeAttribute('src');
    if (url !== film) URL.revokeObjectURL(url);
  }
}
