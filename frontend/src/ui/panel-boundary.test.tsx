import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectComplaints } from '../testing/complaints.ts';
import { PanelBoundary } from './panel-boundary.tsx';

function Breaks({ broken }: { broken: boolean }) {
  if (broken) throw new Error('a fault in the panel');
  return <p>All is well</p>;
}

it('keeps a fault inside the panel and clears it with a new key', () => {
  const panel = (broken: boolean, resetKey: string) => (
    <>
      <p>The rest</p>
      <PanelBoundary title="The panel didn’t load" resetKey={resetKey}><Breaks broken={broken} /></PanelBoundary>
    </>
  );
  const { rerender } = render(panel(true, 'a'));
  expect(screen.getByRole('heading', { name: 'The panel didn’t load' })).toBeTruthy();
  expect(screen.getByText('The rest')).toBeTruthy();
  expectComplaints(/a fault in the panel/);
  rerender(panel(false, 'b'));
  expect(screen.getByText('All is well')).toBeTruthy();
});
