import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Plot } from './plot.tsx';

it('says the point under the pointer, and nothing when it has left', () => {
  render(<Plot kind="line" summary="Views by day." points={[{ label: '3 Nov', value: 4 }, { label: '4 Nov', value: 43 }, { label: '5 Nov', value: 9 }]} mark={{ index: 1, text: '43 on 4 Nov' }} />);
  const plot = screen.getByRole('img', { name: 'Views by day.' });
  fireEvent.pointerMove(plot, { clientX: 620 }); // the last one stands at the right edge of 620 px
  const tip = () => screen.queryByText((_, element) => element?.tagName === 'P' && element.textContent === '5 Nov 9');
  expect(tip()).toBeTruthy();
  expect(screen.queryByText('43 on 4 Nov')).toBeNull();
  fireEvent.pointerLeave(plot);
  expect(tip()).toBeNull();
  expect(screen.getByText('43 on 4 Nov')).toBeTruthy();
});
