import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Ladder } from './ladder.tsx';

it('marks open rungs and the one the reader stands on', () => {
  render(<Ladder rungs={[
    { name: 'Public', what: 'Logline', note: 'open', open: true },
    { name: 'Members', what: 'Look book', note: 'an account', open: true, here: true },
    { name: 'NDA', what: 'Script', note: 'when both have signed', open: false },
  ]} />);
  const rungs = screen.getAllByRole('listitem');
  expect(rungs.map((rung) => rung.className)).toEqual(['is-open', 'is-open is-here', '']);
  expect(rungs.map((rung) => rung.getAttribute('aria-current'))).toEqual([null, 'step', null]);
  const [, here, closed] = rungs as [HTMLElement, HTMLElement, HTMLElement];
  expect(within(here).getByText('you are here')).toBeTruthy();
  expect(within(here).queryByText('an account')).toBeNull();
  expect(within(closed).getByText('when both have signed')).toBeTruthy();
});
