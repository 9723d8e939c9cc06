import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../../../worker/features/reports/schema.ts';
import { renderAt } from '../../testing/render.tsx';
import { sampleUser } from '../../testing/samples.ts';
import { answer, refuse } from '../../testing/server.ts';
import AdminHome from './home.tsx';
import ReportsPage from './reports.tsx';

const report: Report = {
  id: 'r1', reason: 'rights', note: 'See page two.', status: 'open', reporter: { id: 'u1', name: 'Ana Costa' }, resolution: null, resolvedAt: null, createdAt: '2026-11-20T10:00:00.000Z',
  subject: { kind: 'pitch', id: 'p1', text: 'Salt Year', state: 'shown', pitch: { id: 'p1', slug: 'salt-year', title: 'Salt Year' }, person: { id: 'u2', name: 'Maren Oyelaran', handle: 'maren', suspended: false } },
};
const list = (items: Report[], counts = { open: items.length, upheld: 0, dismissed: 2 }) => answer('get', '/api/reports', { items, counts, nextCursor: null });

beforeEach(() => {
  answer('get', '/api/auth/session', { user: sampleUser({ portal: 'admin' }) });
});

describe('the reports', () => {
  it('show what is reported, why, by whom, and where it stands', async () => {
    list([report]);
    renderAt('/admin/reports', <ReportsPage />);
    expect((await screen.findByRole('link', { name: 'Salt Year' })).getAttribute('href')).toBe('/pitches/salt-year');
    expect(screen.getByText('Uses work or rights of somebody else.')).toBeTruthy();
    expect(screen.getByText('See page two.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Dismissed 2' })).toBeTruthy();
  });

  it('take a pitch down only with a reason, then ask again', async () => {
    list([report]);
    const sent = answer('post', '/api/pitches/p1/takedown', { id: 'p1', isShown: false });
    const { user } = renderAt('/admin/reports', <ReportsPage />);
    await user.click(await screen.findByRole('button', { name: 'Take the pitch down' }));
    const confirm = () => screen.getAllByRole('button', { name: 'Take the pitch down' }).at(-1) as HTMLElement;
    await user.click(confirm());
    expect(await screen.findByText('Say why, in a sentence.')).toBeTruthy();
    expect(sent).toHaveLength(0);
    list([{ ...report, subject: { ...report.subject, state: 'taken_down' } }]);
    await user.type(screen.getByLabelText('Reason, as its owner will read it'), ' The script is another’s. ');
    await user.click(confirm());
    expect(await screen.findByRole('button', { name: 'Put the pitch back' })).toBeTruthy();
    expect(await sent[0]?.json()).toEqual({ reason: 'The script is another’s.' });
  });

  it('are decided with a sentence; a refusal keeps what was written', async () => {
    list([report]);
    refuse('post', '/api/reports/r1/decision', 503, 'unavailable');
    const { user } = renderAt('/admin/reports', <ReportsPage />);
    await user.click(await screen.findByRole('button', { name: 'Dismiss' }));
    await user.type(screen.getByLabelText('Why nothing is wrong'), 'Their own script.');
    const confirm = () => screen.getAllByRole('button', { name: 'Dismiss' }).at(-1) as HTMLElement;
    await user.click(confirm());
    expect((await screen.findByRole('alert')).textContent).toContain('req-1');
    const sent = answer('post', '/api/reports/r1/decision', { ...report, status: 'dismissed' });
    list([]);
    await user.click(confirm());
    expect(await screen.findByRole('heading', { name: 'Nothing is reported' })).toBeTruthy();
    expect(await sent[0]?.json()).toEqual({ decision: 'dismissed', resolution: 'Their own script.' });
  });

  it('say when they did not load', async () => {
    refuse('get', '/api/reports', 500, 'internal');
    renderAt('/admin/reports', <ReportsPage />);
    expect(await screen.findByRole('heading', { name: 'The reports didn’t load' })).toBeTruthy();
  });
});

it('the operator’s home counts what is open', async () => {
  list([report], { open: 3, upheld: 0, dismissed: 0 });
  answer('get', '/api/appeals', { items: [], counts: { open: 1, granted: 0, declined: 0 }, nextCursor: null });
  renderAt('/admin', <AdminHome />);
  await waitFor(() => expect(screen.getByText(/^3 reports are open; what waits longest came/)).toBeTruthy());
  expect(await screen.findByText('1 owner waits for an answer about a takedown.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open the reports' }).getAttribute('href')).toBe('/admin/reports');
  expect(screen.getByRole('link', { name: 'Open operations' }).getAttribute('href')).toBe('/admin/operations');
});
