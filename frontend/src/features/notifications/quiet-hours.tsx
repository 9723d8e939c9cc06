import { useState } from 'react';
import type { Preferences, PreferencesChange } from '../../../../worker/features/notifications/schema.ts';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const NIGHT = { from: '22:00', to: '07:00' };

interface QuietHoursProps {
  preferences: Preferences;
  onChange: (change: PreferencesChange) => void;
}

/** When mails and pushes wait. */
export function QuietHours({ preferences: { quietHours, timeZone }, onChange }: QuietHoursProps) {
  const [typed, setTyped] = useState(quietHours ?? NIGHT);
  const isSame = typed.from === typed.to;
  const type = (change: Partial<typeof typed>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    if (next.from !== '' && next.to !== '' && next.from !== next.to) onChange({ quietHours: next });
  };
  const zones = [...new Set([timeZone, here, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <>
      <Switch label="Mails and pushes wait during these hours" checked={quietHours !== null} onChange={(event) => onChange(event.target.checked ? { quietHours: typed, timeZone: timeZone === 'UTC' ? here : timeZone } : { quietHours: null })} />
      {quietHours !== null && (
        <div className="noteset__row">
          <Field label="From"><Input type="time" required value={typed.from} onChange={(event) => type({ from: event.target.value })} /></Field>
          <Field label="To" error={isSame ? 'They begin and end at different times.' : undefined}><Input type="time" required value={typed.to} onChange={(event) => type({ to: event.target.value })} /></Field>
          <Field label="Time zone" className="noteset__zone"><Select options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} value={timeZone} onChange={(event) => onChange({ timeZone: event.target.value })} /></Field>
        </div>
      )}
      <p className="t-xs t-2 mt-3">What comes in these hours leaves at their end, in one mail. What you are bound by is mailed at any hour.</p>
    </>
  );
}
