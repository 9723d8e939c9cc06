import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CompContext } from '../../../../worker/features/comps/schema.ts';
import { Multiples, placeOf } from './multiples.tsx';

const film = { id: 'whale-rider-2003', title: 'Whale Rider', year: 2003, genre: 'Drama', budget: 100, gross: 900 };
const context: CompContext = {
  films: 'dramas', ofGenre: true, count: 153, unrecorded: 2, since: 1957, medianMultiple: 2.1, quartiles: { lower: 0.6, upper: 5.9 }, losses: 56, lossShare: 0.37,
  titles: [film, { ...film, id: 'lost', title: 'Lost Reels', gross: null }], source: 'the table', dataUntil: 2011,
};

it('stands half and double equally far from what a film cost', () => {
  expect([placeOf(0.1, 10), placeOf(1, 10), placeOf(10, 10)]).toEqual([0, 50, 100]);
  expect(50 - placeOf(0.5, 10)).toBeCloseTo(placeOf(2, 10) - 50, 1);
  expect([placeOf(0, 10), placeOf(400, 100)]).toEqual([0, 100]);
});

it('draws the films of the band and the comps on record, with their numbers in words', () => {
  render(<Multiples context={context} />);
  const rows = within(screen.getByRole('figure')).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual(['153 dramas2.1×', 'Whale Rider9×']);
  expect(rows[0]?.title).toBe('Half of them took 0.6 to 5.9 times their cost; the median 2.1');
});

it('draws nothing of too few films', () => {
  const { container } = render(<Multiples context={{ ...context, count: 4 }} />);
  expect(container.textContent).toBe('');
});
