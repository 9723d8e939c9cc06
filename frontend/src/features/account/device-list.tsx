import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Device } from '../../../../worker/features/auth/schema.ts';
import { formatAgo } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { devicesQuery, endDevice } from './api.ts';

function DeviceRow({ device }: { device: Device }) {
  const client = useQueryClient();
  const end = useMutation({ mutationFn: () => endDevice(device.id), onSuccess: () => client.invalidateQueries({ queryKey: devicesQuery.queryKey }) });
  return (
    <li className="acct__row">
      <div className="grow">
        <p className="t-medium">{device.device} {device.current && <Badge tone="accent">This device</Badge>}</p>
        <p className="t-xs t-2">{[device.place, device.address].filter(Boolean).join(', ')}</p>
        <p className="t-xs t-2">Last seen {formatAgo(device.lastSeenAt)}, signed in {formatAgo(device.signedInAt)}</p>
      </div>
      {end.isError && <span className="t-xs t-negative" role="alert">It is still signed in. Try again.</span>}
      {!device.current && <Button size="sm" busy={end.isPending} onClick={() => end.mutate()}>End session{' '}<span className="visually-hidden">of {device.device}</span></Button>}
    </li>
  );
}

/** Where one is signed in. What is ended here is refused everywhere within five seconds. */
export function DeviceList({ devices }: { devices: readonly Device[] }) {
  return <ul className="list">{devices.map((device) => <DeviceRow key={device.id} device={device} />)}</ul>;
}
