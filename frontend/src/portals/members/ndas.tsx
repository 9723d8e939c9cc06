import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { listQuery } from '../../features/ndas/api.ts';
import { GroupTabs } from '../../features/ndas/group-tabs.tsx';
import { groupOf, ownGroups } from '../../features/ndas/groups.ts';
import { statusWords, termsLine, turnOf } from '../../features/ndas/words.ts';
import { formatAgo, formatDay } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import '../../features/ndas/nda-list.css';

const deeds = { countered: 'Read the new terms', approved: 'Read and sign' } as const;

/** What a reader has asked for and signed. */
export default function NdasPage() {
  usePage({ title: 'Agreements' });
  const { user } = useSession();
  const group = groupOf(ownGroups, useSearchParams()[0].get('show'));
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(listQuery('signer', group.statuses));
  const items = data?.pages.flatMap((page) => page.items);
  const counts = data?.pages[0]?.counts;
  const isReader = user?.portal === 'investor' || user?.portal === 'production';
  const asksOthers = user?.portal === 'creator' || user?.portal === 'production';
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">Agreements</h1>
          <p className="t-2">What you have asked for and signed, as a reader.</p>
        </div>
        <div className="row row--wrap push">
          {asksOthers && user && (user.portal === 'creator' || user.portal === 'production') && <ButtonLink kind="quiet" to={paths.requests.href(user.portal)}>Requests to you</ButtonLink>}
          <ButtonLink kind="quiet" to={paths.obligations.href()}>Ledger</ButtonLink>
          {isReader && <ButtonLink kind="quiet" to={paths.passport.href()}>Passport</ButtonLink>}
        </div>
      </div>
      <GroupTabs label="Which agreements" groups={ownGroups} current={group} counts={counts} />
      {error && items === undefined && <div className="mt-6"><ErrorPanel title="Your agreements didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} /></div>}
      {items === undefined && !error && <div className="mt-6" aria-busy="true"><Skeleton shape="table" count={4} /></div>}
      {items?.length === 0 && (
        <div className="mt-6">
          {group.name === 'over' ? <Empty title="Nothing is over">Agreements that ended, and requests that were declined, will stand here.</Empty> : (
            <Empty title={group.name === 'open' ? 'Nothing is under way' : 'Nothing signed yet'} action={<ButtonLink kind="primary" to={paths.browse.href()}>Browse the market</ButtonLink>}>
              On a pitch’s page, Request access asks its owner for what is behind the NDA.
            </Empty>
          )}
        </div>
      )}
      {items && items.length > 0 && (
        <ul className="list list--bare" aria-busy={isFetching || undefined}>
          {items.map((nda) => (
            <li key={nda.id} className="ndarow">
              <div>
                <p className="t-film-md"><Link className="link" to={paths.nda.href(nda.id)}>{nda.pitch.title}</Link></p>
                <p className="t-xs t-2">{nda.owner.name}, {termsLine(nda.terms)}</p>
              </div>
              <div>
                <p><Status tone={statusWords[nda.status].tone}>{statusWords[nda.status].label}</Status></p>
                <p className="t-xs t-2 num">{nda.status === 'signed' && nda.expiresAt !== null ? `Open until ${formatDay(nda.expiresAt)}` : `Asked ${formatAgo(nda.createdAt)}`}</p>
              </div>
              {nda.status === 'signed' && nda.pitch.id !== null ? <ButtonLink to={paths.pitch.href(nda.pitch.id)} aria-label={`Open ${nda.pitch.title}`}>Open</ButtonLink>
                : turnOf(nda, 'signer') === 'you' && (nda.status === 'countered' || nda.status === 'approved') ? <ButtonLink kind="primary" to={paths.nda.href(nda.id)} aria-label={`${deeds[nda.status]}: ${nda.pitch.title}`}>{deeds[nda.status]}</ButtonLink> : <span />}
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && <p className="mt-6"><Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>More agreements</Button></p>}
    </div>
  );
}
