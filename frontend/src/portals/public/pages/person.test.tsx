import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Person as PersonData } from '../../../../../worker/features/people/schema.ts';
import { renderAt } from '../../../testing/render.tsx';
import { sampleCard, sampleUser } from '../../../testing/samples.ts';
import { answer, refuse, server } from '../../../testing/server.ts';
import Person from './person.tsx';

const person = (change: Partial<PersonData> = {}): PersonData => ({
  id: '01900000-0000-7000-8000-0000000000c1', handle: 'maren', name: 'Maren Oyelaran', portal: 'creator', companyName: 'Quarrylight', headline: 'Writer and director', bio: 'One.\n\nTwo.', location: 'Hull',
  website: 'https://quarrylight.example/', joinedAt: '2025-03-01T10:00:00.000Z', followers: 7, credits: [{ title: 'The Long Tide', year: 2019, role: 'Writer', note: '' }],
  answers: { requests: 5, answered: 4, medianHours: 8 }, pitches: [sampleCard()], ...change,
});
const ties = (change: object = {}) => answer('get', '/api/users/:id/ties', { following: false, blocked: false, own: false, ...change });
const show = (user: object | null = sampleUser()) => {
  answer('get', '/api/auth/session', { user: user as never });
  return renderAt('/people/maren', <Routes><Route path="/people/:handle" element={<Person />} /></Routes>);
};

describe('a profile', () => {
  it('shows what the person says of themself, what they published, and what was measured', async () => {
    answer('get', '/api/users/maren', person());
    show(null);
    expect(await screen.findByRole('heading', { level: 1, name: 'Maren Oyelaran' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'quarrylight.example' }).getAttribute('rel')).toBe('nofollow noopener ugc');
    expect(screen.getByText('7 people')).toBeTruthy();
    expect(screen.getByText('The Long Tide')).toBeTruthy();
    expect(screen.getByText(/in 8 hours, as a median; 4 of 5/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Salt Year' }).getAttribute('href')).toBe('/pitches/salt-year');
    expect(screen.getByRole('link', { name: 'Follow Maren Oyelaran' }).getAttribute('href')).toBe('/sign-in?next=%2Fpeople%2Fmaren');
  });

  it('is followed at once, counted along, and taken back when the server refuses', async () => {
    answer('get', '/api/users/maren', person());
    ties();
    const asked = answer('put', `/api/users/${person().id}/follow`, null, 204);
    const { user } = show();
    await user.click(await screen.findByRole('button', { name: 'Follow Maren Oyelaran' }));
    expect(await screen.findByRole('button', { name: 'Following Maren Oyelaran', pressed: true })).toBeTruthy();
    expect(screen.getByText('8 people')).toBeTruthy();
    await waitFor(() => expect(asked).toHaveLength(1));
    refuse('delete', `/api/users/${person().id}/follow`, 500, 'internal');
    await user.click(screen.getByRole('button', { name: 'Following Maren Oyelaran' }));
    expect((await screen.findByRole('alert')).textContent).toContain('didn’t work');
    expect(screen.getByText('8 people')).toBeTruthy();
  });

  it('is blocked after a question, which ends following, and unblocked', async () => {
    answer('get', '/api/users/maren', person());
    ties({ following: true });
    answer('put', `/api/users/${person().id}/block`, null, 204);
    const back = answer('delete', `/api/users/${person().id}/block`, null, 204);
    const { user } = show();
    await user.click(await screen.findByRole('button', { name: 'More about Maren Oyelaran' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Block' }));
    await user.click(await screen.findByRole('button', { name: 'Block' }));
    await user.click(await screen.findByRole('button', { name: 'Unblock Maren Oyelaran' }));
    expect(await screen.findByRole('button', { name: 'Follow Maren Oyelaran', pressed: false })).toBeTruthy();
    expect([back.length, screen.getByText('6 people').textContent]).toEqual([1, '6 people']);
  });

  it('is reported', async () => {
    answer('get', '/api/users/maren', person());
    ties();
    // As the server answers: accepted, without a body.
    const sent: Request[] = [];
    server.use(http.post('/api/reports', ({ request }) => {
      sent.push(request.clone());
      return new HttpResponse(null, { status: 202 });
    }));
    const { user } = show();
    await user.click(await screen.findByRole('button', { name: 'More about Maren Oyelaran' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Report' }));
    await user.selectOptions(await screen.findByLabelText('What is wrong'), 'fraud');
    await user.click(screen.getByRole('button', { name: 'Send the report' }));
    expect(await screen.findByRole('dialog', { name: 'Thank you' })).toBeTruthy();
    expect(await sent[0]?.json()).toEqual({ subject: { kind: 'user', id: person().id }, reason: 'fraud', note: '' });
  });

  it('of one’s own leads to the account; an empty one says so', async () => {
    answer('get', '/api/users/maren', person({ credits: [], pitches: [], bio: null, answers: { requests: 0, answered: 0, medianHours: null } }));
    ties({ own: true });
    show(sampleUser({ id: person().id }));
    expect((await screen.findByRole('link', { name: 'Edit your profile' })).getAttribute('href')).toBe('/account');
    expect(screen.getByText('Nothing in the market just now.')).toBeTruthy();
    expect(screen.getByText('None listed.')).toBeTruthy();
  });

  it('of nobody, or behind a block, says so; a failure can be tried again', async () => {
    refuse('get', '/api/users/maren', 404, 'not_found');
    const { unmount } = show();
    expect(await screen.findByRole('heading', { name: 'There is nobody here' })).toBeTruthy();
    expect((await screen.findByRole('link', { name: 'Whom you have blocked' })).getAttribute('href')).toBe('/account#blocked');
    unmount();
    refuse('get', '/api/users/maren', 503, 'unavailable');
    const { user } = show();
    await screen.findByRole('heading', { name: 'The profile didn’t load' });
    expect(screen.getByText('Request req-1')).toBeTruthy();
    answer('get', '/api/users/maren', person());
    ties();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Maren Oyelaran' })).toBeTruthy();
  });
});
