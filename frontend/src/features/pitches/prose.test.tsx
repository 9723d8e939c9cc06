import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Prose } from './prose.tsx';

it('keeps the columns of a top sheet, and says what they are', () => {
  const sheet = 'Above the line            606,500\n  1100 Story               45,000\n  1200 Producer           110,000';
  render(<Prose text={sheet} name="Budget breakdown" />);
  expect(screen.getByRole('region', { name: 'Budget breakdown, figures' }).textContent).toBe(sheet);
});

it('sets everything else as prose, double spaces and all', () => {
  render(<Prose text={'One.  Two.  Three.\n\nFour.'} />);
  expect(screen.queryByRole('region')).toBeNull();
  expect(screen.getByText('Four.').tagName).toBe('P');
});
