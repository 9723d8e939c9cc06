import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Field } from '../../ui/field.tsx';
import { LongLine } from './long-line.tsx';

function Stage() {
  const [value, setValue] = useState('');
  return <Field label="Who it is"><LongLine value={value} onChange={setValue} /></Field>;
}

it('stays one line, whatever is pressed or pasted', async () => {
  render(<Stage />);
  const box = screen.getByLabelText<HTMLTextAreaElement>('Who it is');
  await userEvent.type(box, 'Ferrywoman;{Enter} never stays');
  await userEvent.paste(' a\n night');
  expect(box.value).toBe('Ferrywoman; never stays a night');
});
