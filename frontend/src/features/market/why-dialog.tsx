import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { whyQuery } from './api.ts';
import type { Filters } from './filters.ts';
import { whySentences } from './why-sentences.ts';

interface WhyDialogProps {
  pitch: { id: string; title: string };
  filters: Filters;
  onClose: () => void;
}

export default function WhyDialog({ pitch, filters, onClose }: WhyDialogProps) {
  const { data, error, refetch, isFetching } = useQuery(whyQuery(pitch.id, filters));
  return (
    <Dialog open onOpenChange={onClose} title={`Why “${pitch.title}” is here`}>
      {error && <ErrorPanel title="The reasons didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="lines" count={4} /></div>}
      {data && <ul className="why">{whySentences(data, filters.q).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
    </Dialog>
  );
}
