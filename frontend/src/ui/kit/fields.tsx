import { useState } from 'react';
import { Checkbox } from '../checkbox.tsx';
import { Field } from '../field.tsx';
import { Gate } from '../gate.tsx';
import { Icon } from '../icon.tsx';
import { Input } from '../input.tsx';
import { Radio } from '../radio.tsx';
import { Select } from '../select.tsx';
import { Switch } from '../switch.tsx';
import { Textarea } from '../textarea.tsx';
import { KitSection } from './kit-section.tsx';

const stages = [{ value: 'script', label: 'Script' }, { value: 'financing', label: 'Financing' }];

export function Fields() {
  const [message, setMessage] = useState('We finance two ensemble dramas a year and');
  return (
    <KitSection title="Field">
      <div className="kit__three">
        <Field label="Title"><Input placeholder="Working title is fine" /></Field>
        <Field label="Title" hint="Focus"><Input className="is-focus" defaultValue="Salt Year" /></Field>
        <Field label="Logline" error="This is a tagline. Say who wants what, and what stands in the way."><Input defaultValue="Hope is a boat." /></Field>
        <Field label="Stage"><Select options={stages} placeholder="Choose a stage" /></Field>
        <Field label="Ask" optional><Input look="number" inputMode="numeric" defaultValue="1,000,000" /></Field>
        <Field label="Contact" aside={<Gate open={false}>NDA</Gate>}><Input disabled defaultValue="Behind the NDA" /></Field>
        <Field label="Message" counter={{ used: message.length, of: 600 }}><Textarea rows={3} value={message} onChange={(event) => setMessage(event.target.value)} /></Field>
        <Field label="Film title"><Input look="display" defaultValue="The Low Door" /></Field>
        <div className="input-group self-end">
          <Icon name="search" />
          <Input look="large" type="search" aria-label="Search" placeholder="Title, person or genre" />
          <span className="kbd" aria-hidden="true">/</span>
        </div>
        <fieldset className="grid gap-2.5">
          <legend className="visually-hidden">Format</legend>
          <Checkbox label="Feature" count="22" defaultChecked />
          <Checkbox label="Short" count="9" />
          <Checkbox label="Animation" count="3" className="is-focus" />
          <Checkbox label="Every format" indeterminate />
          <Checkbox label="Pilot" count="0" disabled />
        </fieldset>
        <fieldset className="grid gap-2.5">
          <legend className="visually-hidden">Kind of NDA</legend>
          <Radio name="kit-nda" label="Mutual" defaultChecked />
          <Radio name="kit-nda" label="One-way" />
          <Radio name="kit-nda" label="Custom" disabled />
        </fieldset>
        <div className="grid gap-2.5">
          <Switch label="Show me in reading logs" defaultChecked />
          <Switch label="Weekly digest" />
        </div>
      </div>
    </KitSection>
  );
}
