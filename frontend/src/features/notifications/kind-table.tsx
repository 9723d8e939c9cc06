import type { KindPreference, MailChoice, PreferencesChange } from '../../../../worker/features/notifications/schema.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';

const mailChoices: readonly { value: MailChoice; label: string }[] = [{ value: 'now', label: 'At once' }, { value: 'digest', label: 'In the digest' }, { value: 'off', label: 'Never' }];

interface KindTableProps {
  kinds: readonly KindPreference[];
  onChange: (change: PreferencesChange) => void;
}

function Named({ channel, kind }: { channel: string; kind: string }) {
  return <><span className="kindrow__word" aria-hidden="true">{channel}</span><span className="visually-hidden">{channel}: {kind}</span></>;
}

/** What one hears of, and by which way. */
export function KindTable({ kinds, onChange }: KindTableProps) {
  return (
    <div className="kindtable">
      <div className="kindtable__head" aria-hidden="true"><span /><span>In Pitchey</span><span>Mail</span><span>Push</span></div>
      {kinds.map(({ kind, label, required, channels }) => {
        const set = (change: Partial<typeof channels>) => onChange({ kinds: { [kind]: { ...channels, ...change } } });
        return (
          <div key={kind} className="kindrow" role="group" aria-label={label}>
            <span>{label}</span>
            {required ? <span className="kindrow__always t-2">Always, here and by mail</span> : (
              <>
                <span><Checkbox label={<Named channel="In Pitchey" kind={label} />} checked={channels.inApp} onChange={(event) => set({ inApp: event.target.checked })} /></span>
                <span className="kindrow__mail">
                  <span className="kindrow__word" aria-hidden="true">Mail</span>
                  <Select aria-label={`Mail: ${label}`} options={mailChoices} value={channels.mail} onChange={(event) => {
                    const chosen = mailChoices.find(({ value }) => value === event.target.value);
                    if (chosen) set({ mail: chosen.value });
                  }} />
                </span>
              </>
            )}
            <span><Checkbox label={<Named channel="Push" kind={label} />} checked={channels.push} onChange={(event) => set({ push: event.target.checked })} /></span>
          </div>
        );
      })}
    </div>
  );
}
