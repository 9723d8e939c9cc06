import { useState } from 'react';
import type { Preferences, PreferencesChange } from '../../../../worker/features/notifications/schema.ts';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Select } from '../../ui/select.tsx';

const frequencies = [{ value: 'daily', label: 'Every day' }, { value: 'weekly', label: 'On Mondays' }, { value: 'off', label: 'Never' }] as const;
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));

interface VolumeProps {
  preferences: Preferences;
  onChange: (change: PreferencesChange) => void;
}

/** How many mails a week, how many there were, and what happens to the rest. */
export function Volume({ preferences: { weeklyCap, mailsThisWeek, digest, timeZone }, onChange }: VolumeProps) {
  const [typed, setTyped] = useState(String(weeklyCap));
  const cap = /^\d{1,3}$/.test(typed) && Number(typed) <= 200 ? Number(typed) : null;
  const keep = () => {
    if (cap !== null && cap !== weeklyCap) onChange({ weeklyCap: cap });
  };
  return (
    <>
      <p className="num">{mailsThisWeek} of {weeklyCap} mails this week</p>
      <div className="noteset__week"><Progress thin label="Mails this week" value={mailsThisWeek} max={Math.max(weeklyCap, 1)} text={`${mailsThisWeek} of ${weeklyCap}`} {...(mailsThisWeek >= weeklyCap && { tone: 'caution' as const })} /></div>
      <div className="noteset__row">
        <Field label="At most, a week" error={cap === null ? 'A number from 0 to 200.' : undefined}><Input inputMode="numeric" className="input--num" value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={keep} /></Field>
        <Field label="Digest"><Select options={frequencies} value={digest.frequency} onChange={(event) => {
          const chosen = frequencies.find(({ value }) => value === event.target.value);
          if (chosen) onChange({ digest: { ...digest, frequency: chosen.value } });
        }} /></Field>
        {digest.frequency !== 'off' && <Field label="At"><Select options={hours} value={String(digest.hour)} onChange={(event) => onChange({ digest: { ...digest, hour: Number(event.target.value) } })} /></Field>}
      </div>
      <p className="t-xs t-2 mt-3">
        {digest.frequency === 'off' ? 'What is over the number is told here only.' : 'What is over the number comes in the digest.'} What you are bound by counts and is always mailed. The week begins on Monday ({timeZone.replaceAll('_', ' ')}).
      </p>
    </>
  );
}
