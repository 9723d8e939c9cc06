import { useLiveStatus } from '../../lib/live/status.ts';
import { Icon } from '../../ui/icon.tsx';

/** Says what happens to what is written while nothing gets through. `kept`: how many messages wait on this device. */
export function OfflineBar({ kept }: { kept: number }) {
  const status = useLiveStatus((state) => state.status);
  const text = kept === 0 ? 'What you write is kept on this device and goes out when you are back.' : `${kept === 1 ? '1 message is' : `${kept} messages are`} kept on this device and ${kept === 1 ? 'goes' : 'go'} out when you are back.`;
  return (
    <div role="status">
      {status === 'offline' && <p className="off"><Icon name="offline" /><span><b className="t-strong">Offline.</b> {text}</span></p>}
    </div>
  );
}
