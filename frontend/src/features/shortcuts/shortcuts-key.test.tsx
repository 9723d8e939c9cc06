import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderAt } from '../../testing/render.tsx';
import { ShortcutsKey } from './shortcuts-key.tsx';

it('a question mark lists the shortcuts, but not where one types, and the focus goes back', async () => {
  const { user } = renderAt('/', <><button type="button">Somewhere</button><input aria-label="Words" /><ShortcutsKey /></>);
  await user.type(screen.getByLabelText('Words'), 'why?');
  expect(screen.getByDisplayValue('why?')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  screen.getByRole('button', { name: 'Somewhere' }).focus();
  await user.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(dialog).getByRole('region', { name: 'Reading a document' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Somewhere' }));
});
