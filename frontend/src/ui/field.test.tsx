import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Field } from './field.tsx';
import { Input } from './input.tsx';
import { Select } from './select.tsx';

const describedText = (element: HTMLElement) => (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean).map((id) => document.getElementById(id)?.textContent);

describe('Field', () => {
  it('ties label, hint and counter to its control', () => {
    render(<Field label="Logline" hint="One sentence." counter={{ used: 41, of: 600 }}><Input /></Field>);
    const input = screen.getByRole('textbox', { name: 'Logline' });
    expect(describedText(input)).toEqual(['One sentence.', '41 of 600 characters used']);
    expect(input.getAttribute('aria-invalid')).toBeNull();
  });

  it('shows the error instead of the hint and marks the control', () => {
    render(<Field label="Logline" hint="One sentence." error="This is a tagline." required><Input /></Field>);
    const input = screen.getByRole('textbox', { name: 'Logline' });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-required')).toBe('true');
    expect(describedText(input)).toEqual(['This is a tagline.']);
    expect(screen.queryByText('One sentence.')).toBeNull();
  });

  it('serves any control, and keeps two fields apart', () => {
    render(<><Field label="Stage"><Select options={[{ value: 'script', label: 'Script' }]} /></Field><Field label="Title"><Input /></Field></>);
    expect(screen.getByRole('combobox', { name: 'Stage' }).id).not.toBe(screen.getByRole('textbox', { name: 'Title' }).id);
  });

  it('leaves a control outside a field alone', () => {
    render(<Input aria-label="Search" />);
    expect(screen.getByRole('textbox', { name: 'Search' }).getAttribute('aria-describedby')).toBeNull();
  });
});
