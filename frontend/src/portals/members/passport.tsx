import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { PassportState } from '../../../../worker/features/passports/schema.ts';
import { AgreementSheet } from '../../features/ndas/agreement-sheet.tsx';
import { SignForm } from '../../features/ndas/sign-form.tsx';
import { useAgreementText } from '../../features/ndas/use-agreement-text.ts';
import { endPassport, passportQuery, signPassport } from '../../features/passports/api.ts';
import { countOf, formatDay } from '../../lib/format.ts';
import { ApiError } from '../../lib/http.ts';
import { useSession } from '../../lib/session.ts';
import { usePage } from '../../lib/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

function Held({ passport }: { passport: NonNullable<z.output<typeof PassportState>['passport']> }) {
  const client = useQueryClient();
  const end = useMutation({ mutationFn: endPassport, onSuccess: () => client.invalidateQueries({ queryKey: ['passport'] }) });
  return (
    <section className="nda__notice stack passport" aria-label="Your passport">
      <Notice tone="positive">Your passport holds until {formatDay(passport.expiresAt)}. On a pitch with the standard form, one click signs.</Notice>
      <Definitions facts={[{ term: 'Signed', value: formatDay(passport.signedAt) }, { term: 'As', value: [passport.name, passport.title, passport.company].filter(Boolean).join(', ') }, { term: 'Used', value: countOf(passport.uses, 'time') }]} />
      <div><Button kind="danger" busy={end.isPending} onClick={() => end.mutate()}>End the passport</Button></div>
      <p className="t-xs t-3">Agreements signed with it stay as they are.</p>
      {end.isError && <Notice tone="negative" announce>{end.error instanceof ApiError ? end.error.message : 'It could not be ended.'}</Notice>}
    </section>
  );
}

function Room({ state }: { state: z.output<typeof PassportState> }) {
  const client = useQueryClient();
  const { user } = useSession();
  const { text, hash, isOther } = useAgreementText(state.document);
  const reload = () => client.invalidateQueries({ queryKey: ['passport'] });
  return (
    <>
      {state.passport && <Held passport={state.passport} />}
      {isOther && <div className="nda__notice"><Notice tone="negative" announce actions={<Button size="sm" onClick={() => void reload()}>Load it again</Button>}>The form can’t be shown whole. It can’t be signed like this.</Notice></div>}
      {text && <AgreementSheet text={text} notes={[]} bare />}
      {state.passport === null && user && (
        <SignForm
          name={user.name} company={null} documentHash={hash} submitLabel="Sign the passport" note="It holds for a year. Each use is recorded with the project it opens."
          onSign={async (body) => { await signPassport(body); await reload(); }} onStale={() => void reload()}
        />
      )}
    </>
  );
}

/** The standard form, signed once and used by one click a pitch. */
export default function PassportPage() {
  usePage({ title: 'NDA passport' });
  const { user } = useSession();
  const { data, error, refetch, isFetching } = useQuery({ ...passportQuery, enabled: user?.portal === 'investor' || user?.portal === 'production' });
  if (user && user.portal !== 'investor' && user.portal !== 'production') {
    return <div className="page"><h1 className="visually-hidden">NDA passport</h1><Empty title="Passports are for readers">Investors and production companies sign the standard form once and use it on many pitches.</Empty></div>;
  }
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">NDA passport</h1>
          <p className="t-2">Sign the standard form once; then one click signs it for a pitch.</p>
        </div>
      </div>
      {error && data === undefined && <ErrorPanel title="The form didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="panel" /></div>}
      {data && <Room state={data} />}
    </div>
  );
}
