import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { countOf } from '../../lib/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { bellQuery } from './api.ts';

const BellPanel = lazy(() => import('./bell-panel.tsx'));

/** In the top bar: a dot when something is unread, and the newest of it a click away. */
export function Bell() {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(bellQuery);
  const unread = data?.unread ?? 0;
  return (
    <Popover label="Notifications" open={isOpen} onOpenChange={setOpen} trigger={<IconButton icon="bell" dot={unread > 0} label={unread > 0 ? `Notifications, ${countOf(unread, 'unread', 'unread')}` : 'Notifications'} />}>
      <Suspense fallback={<div className="bellpanel" aria-busy="true" />}><BellPanel onClose={() => setOpen(false)} /></Suspense>
    </Popover>
  );
}
