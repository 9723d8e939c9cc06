import { describe, expect, it } from 'vitest';
import { samplePitch } from '../../testing/samples.ts';
import { compareRows, readIds } from './rows.ts';
import { useCompare, MOST_COMPARED } from './store.ts';

describe('side by side', () => {
  it('says where pitches differ, and keeps to public facts', () => {
    const secret = samplePitch({ protected: { budgetBreakdown: 'canary' }, id: 'b', stage: null, stats: { views: 1, likes: 2, watchers: 3, comments: 0 } });
    const rows = compareRows([samplePitch(), secret]);
    expect(rows.find(({ term }) => term === 'Format')).toEqual({ term: 'Format', values: ['Feature', 'Feature'], figures: false, differs: false });
    expect(rows.find(({ term }) => term === 'Stage')).toMatchObject({ values: ['Financing', null], differs: true });
    expect(rows.find(({ term }) => term === 'Views')).toMatchObject({ values: ['4,218', '1'], figures: true });
    expect(JSON.stringify(rows)).not.toContain('canary');
  });

  it('reads the ids of an address: each once, five at most, nothing else', () => {
    const ids = Array.from({ length: 7 }, (_, index) => `01900000-0000-7000-8000-00000000000${index}`);
    expect(readIds(new URLSearchParams({ ids: [ids[0], ids[0], 'x', ...ids].join(',') }), 5)).toEqual(ids.slice(0, 5));
    expect(readIds(new URLSearchParams(), 5)).toEqual([]);
  });

  it('keeps at most five for the tab', () => {
    const { toggle, clear } = useCompare.getState();
    for (let index = 0; index < 7; index += 1) toggle({ id: `p${index}`, title: `P ${index}` });
    expect(useCompare.getState().chosen).toHaveLength(MOST_COMPARED);
    expect(sessionStorage.getItem('pitchey-compare')).toContain('"p4"');
    toggle({ id: 'p0', title: 'P 0' });
    expect(useCompare.getState().chosen.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4']);
    clear();
    expect(useCompare.getState().chosen).toEqual([]);
  });
});
