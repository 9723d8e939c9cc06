import { useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { Unsubscribed } from '../../../../../worker/features/notifications/schema.ts';
import { paths } from '../../../app/paths.ts';
import { stopMails } from '../../../features/notifications/api.ts';
import { ApiError } from '../../../lib/http.ts';
import { usePage } from '../../../lib/use-page.ts';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { ErrorPanel } from '../../../ui/error-panel.tsx';

const isUnknown = (error: unknown) => error instanceof ApiError && (error.status === 404 || error.status === 400);

function Stopped({ stopped, names }: Unsubscribed) {
  const isSearch = stopped === 'search';
  return (
    <div className="wrap py-16">
      <h1 className="t-h1">{stopped === 'digest' ? 'No more digests' : `No more mails for ${names.map((name) => `“${name}”`).join(', ')}`}</h1>
      <p className="t-2 mt-4">
        {isSearch ? 'The search itself is kept. Mails can be switched on again on the page of your saved searches.' : 'You still see what happens in Pitchey itself. Mails can be switched on again in your settings.'}
      </p>
      <div className="row row--wrap mt-8">
        <ButtonLink to={isSearch ? paths.savedSearches.href() : paths.notificationSettings.href()}>{isSearch ? 'Saved searches' : 'Choose what you are mailed'}</ButtonLink>
        <ButtonLink kind="quiet" to={paths.browse.href()}>Browse the market</ButtonLink>
      </div>
    </div>
  );
}

/** Works signed out. Opening the page does nothing: mail scanners open links too. The button stops the mails. */
export default function Unsubscribe() {
  usePage({ title: 'Stop these mails' });
  const token = useSearchParams()[0].get('token') ?? '';
  const stop = useMutation({ mutationFn: () => stopMails(token) });
  if (stop.isSuccess) return <Stopped {...stop.data} />;
  if (token === '' || isUnknown(stop.error)) {
    return (
      <div className="wrap py-16">
        <h1 className="t-h1">This link stops no mails</h1>
        <p className="t-2 mt-4">What it was about was deleted, which ended its mails, or the mail program cut the link off. Your settings show what is sent.</p>
        <div className="row row--wrap mt-8"><ButtonLink to={paths.notificationSettings.href()}>Choose what you are mailed</ButtonLink><ButtonLink kind="quiet" to={paths.savedSearches.href()}>Saved searches</ButtonLink></div>
      </div>
    );
  }
  return (
    <div className="wrap py-16">
      <h1 className="t-h1">Stop these mails?</h1>
      <p className="t-2 mt-4">You need not sign in. Only mails like the one that brought you here end; nothing else changes.</p>
      <div className="row mt-8"><Button kind="primary" busy={stop.isPending} onClick={() => stop.mutate()}>Stop these mails</Button></div>
      {stop.isError && <div className="mt-8"><ErrorPanel title="The mails are not stopped yet" error={stop.error} onRetry={() => stop.mutate()} retrying={stop.isPending} /></div>}
    </div>
  );
}
