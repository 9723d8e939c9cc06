import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { preferencesQuery } from '../../features/notifications/api.ts';
import { KindTable } from '../../features/notifications/kind-table.tsx';
import { PushDevice } from '../../features/notifications/push-device.tsx';
import { QuietHours } from '../../features/notifications/quiet-hours.tsx';
import { usePreferences } from '../../features/notifications/use-preferences.ts';
import { Volume } from '../../features/notifications/volume.tsx';
import { usePage } from '../../lib/use-page.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import '../../features/notifications/notifications.css';

/** What a person hears of, by which way, and when. */
export default function NotificationSettingsPage() {
  usePage({ title: 'Notification settings' });
  const { data, error, refetch, isFetching } = useQuery(preferencesQuery);
  const { change, state, failed } = usePreferences();
  const sections = [...new Set(data?.kinds.map(({ section }) => section))];
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">Notification settings</h1>
          <p className="t-2"><Link className="link" to={paths.notifications.href()}>Back to notifications</Link></p>
        </div>
        {state && <div className="row"><SaveState state={state} /></div>}
      </div>
      {failed && <Notice tone="negative" announce>That was not saved. What you see is what holds.</Notice>}
      {error && data === undefined && <ErrorPanel title="Your settings didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="panel" /><Skeleton shape="table" count={6} /></div>}
      {data !== undefined && (
        <div className="noteset">
          <section aria-labelledby="volume"><h2 className="t-h2 mb-4" id="volume">How much</h2><Volume preferences={data} onChange={change} /></section>
          <section aria-labelledby="quiet"><h2 className="t-h2 mb-4" id="quiet">Quiet hours</h2><QuietHours preferences={data} onChange={change} /></section>
          <section aria-labelledby="device"><h2 className="t-h2 mb-4" id="device">This device</h2><PushDevice devices={data.devices} /></section>
          {sections.map((section) => (
            <section key={section} aria-label={section}>
              <h2 className="t-h2 mb-2">{section}</h2>
              <KindTable kinds={data.kinds.filter((line) => line.section === section)} onChange={change} />
            </section>
          ))}
        </div>
      )}
    </div>
  );
}
