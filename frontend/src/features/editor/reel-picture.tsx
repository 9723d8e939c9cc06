import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useEditor } from './editor-context.ts';
import { useReelPicture } from './use-reel-picture.ts';

/** What stands for a reel until it plays, and how to get one. */
export function ReelPicture({ reelId, fileName }: { reelId: string; fileName: string }) {
  const reel = useEditor().state.saved.media.find(({ id }) => id === reelId);
  const take = useReelPicture();
  if (reel === undefined) return null;
  if (reel.frame !== null) return <img className="upload__frame" src={`${reel.frame}?w=320`} alt={`Shown for ${fileName} until it plays`} width={160} height={90} loading="lazy" />;
  return (
    <div className="row row--wrap">
      <span className="t-xs t-2">{take.data === false ? 'This browser cannot play it, so no picture was taken. The first still stands for it, else the poster.' : 'No picture of it yet: the first still stands for it, else the poster.'}</span>
      {take.data !== false && <Button size="sm" busy={take.isPending} aria-label={`Take a picture out of ${fileName}`} onClick={() => take.mutate({ reelId, source: reel.url })}>Take a picture</Button>}
      {take.error && <ErrorPanel title="The picture didn’t arrive" error={take.error} />}
    </div>
  );
}
