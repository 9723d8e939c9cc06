import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { KnownTitle } from '../../../../worker/features/comps/schema.ts';
import { renderAt } from '../../testing/render.tsx';
import { answer } from '../../testing/server.ts';
import { TitleField } from './title-field.tsx';

const film = (title: string): KnownTitle => ({ id: title, title, year: 2006, genre: 'Drama', budget: 100, gross: 250 });

function Stage({ onPick }: { onPick: (title: KnownTitle) => void }) {
  const [value, setValue] = useState('');
  return <TitleField value={value} onChange={setValue} onPick={(title) => { setValue(title.title); onPick(title); }} />;
}

describe('the title of a comp', () => {
  it('suggests films, and takes one by the keyboard', async () => {
    answer('get', '/api/comps/search', { items: [film('The Covenant'), film('The Cove')], source: 's', dataUntil: 2011 });
    const picked: string[] = [];
    const { user } = renderAt('/', <Stage onPick={({ id }) => picked.push(id)} />);
    const box = screen.getByRole('combobox', { name: 'Title' });
    await user.type(box, 'The Cov');
    expect(await screen.findByRole('option', { name: /The Cove$|The Cove2006/ })).toBeTruthy();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(box.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id);
    await user.keyboard('{Enter}');
    expect(picked).toEqual(['The Cove']);
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('keeps what is on no list', async () => {
    answer('get', '/api/comps/search', { items: [], source: 's', dataUntil: 2011 });
    const { user } = renderAt('/', <Stage onPick={() => undefined} />);
    await user.type(screen.getByRole('combobox'), 'Wrackline');
    await user.keyboard('{Enter}');
    expect((screen.getByRole('combobox') as HTMLInputElement).value).toBe('Wrackline');
  });
});
