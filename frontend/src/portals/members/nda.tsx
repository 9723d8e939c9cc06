import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { MessageButton } from '../../features/messages/message-button.tsx';
import { ndaQuery } from '../../features/ndas/api.ts';
import { SigningRoom } from '../../features/ndas/signing-room.tsx';
import { statusWords } from '../../features/ndas/words.ts';
import { ApiError } from '../../lib/http.ts';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Status } from '../../ui/status.tsx';

/** One agreement, for either side of it. */
export default function NdaPage() {
  const { id = '' } = useParams();
  const { data: nda, error, refetch, isFetching } = useQuery(ndaQuery(id));
  usePage({ title: nda ? `NDA for ${nda.pitch.title}` : undefined });
  if (error instanceof ApiError && error.status === 404) {
    return <div className="page"><Empty title="There is no such agreement of yours" action={<ButtonLink to={paths.ndas.href()}>Your agreements</ButtonLink>}>It belongs to other people, or the link is wrong.</Empty></div>;
  }
  if (nda === undefined) {
    return <div className="page">{error ? <ErrorPanel headingLevel={1} title="The agreement didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} /> : <div aria-busy="true"><Skeleton shape="panel" /></div>}</div>;
  }
  const { label, tone } = statusWords[nda.status];
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <p className="t-xs t-2">{nda.owner.name} and {nda.signer.name}</p>
          <h1 className="t-h1">NDA for <span className="t-serif">{nda.pitch.title}</span></h1>
        </div>
        <div className="row">{nda.signedAt !== null && <MessageButton size="sm" what={{ kind: 'nda', ndaId: nda.id }} to="the other side" />}<Status tone={tone}>{label}</Status></div>
      </div>
      <SigningRoom nda={nda} />
    </div>
  );
}
