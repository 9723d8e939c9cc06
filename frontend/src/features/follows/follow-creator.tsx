import { MarkButton } from '../marks/mark-button.tsx';
import { useMarks } from '../marks/use-marks.ts';

/** Follows the person or company behind a pitch. Not shown on one's own. */
export function FollowCreator({ pitchId, creator }: { pitchId: string; creator: { id: string; name: string } }) {
  const mark = useMarks([pitchId]).get(pitchId);
  if (mark?.own) return null;
  return <MarkButton deed="following" pitchId={pitchId} ownerId={creator.id} of={creator.name} on={mark?.following ?? false} size="sm" />;
}
