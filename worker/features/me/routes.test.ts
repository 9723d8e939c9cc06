import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { signUp, type Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';

let app: TestApp;
let person: Person;
beforeAll(async () => {
  app = await createTestApp();
  person = await signUp(app, { portal: 'production', name: 'Bea Flint', companyName: 'Flint Pictures' });
});
afterAll(() => app.close());

const patch = (body: unknown, cookie = person.cookie) => app.request('/api/me', { method: 'PATCH', body, cookie });

describe('the own profile', () => {
  it('shows account and profile', async () => {
    const response = await app.request('/api/me', { cookie: person.cookie });
    expect(await response.json()).toEqual({
      id: person.id, email: person.email, name: 'Bea Flint', portal: 'production', roles: ['production'], emailVerified: true, handle: 'flint-pictures',
      companyName: 'Flint Pictures', headline: null, bio: null, location: null, website: null, showsPresence: true, createdAt: expect.stringMatching(/Z$/),
    });
  });

  it('changes what is named, clears with null, leaves the rest', async () => {
    const first = await patch({ headline: '  Low budgets,\u200B long takes ', website: 'https://flint.example/work', bio: 'One.\r\n\r\n\r\n\r\nTwo.' });
    expect(await first.json()).toMatchObject({ headline: 'Low budgets, long takes', website: 'https://flint.example/work', bio: 'One.\n\nTwo.', companyName: 'Flint Pictures' });
    const second = await patch({ headline: null, companyName: '' });
    expect(await second.json()).toMatchObject({ headline: null, companyName: null, website: 'https://flint.example/work', name: 'Bea Flint' });
  });

  it('hides when one is there, and has the hub look again', async () => {
    expect(await (await app.request('/api/me', { cookie: person.cookie })).json()).toMatchObject({ showsPresence: true });
    expect(await (await patch({ showsPresence: false })).json()).toMatchObject({ showsPresence: false, name: 'Bea Flint' });
    await app.settle();
    expect(app.rechecked).toContain(person.id);
    expect(await (await patch({ headline: 'Back' })).json()).toMatchObject({ showsPresence: false, headline: 'Back' });
  });

  it('shows a new name in the session at once', async () => {
    expect((await patch({ name: 'Beatrice Flint' })).status).toBe(200);
    const session = await app.request('/api/auth/session', { cookie: person.cookie });
    expect(await session.json()).toMatchObject({ user: { name: 'Beatrice Flint' } });
  });

  it('shows a new name on every pitch, in the market and to search', async () => {
    const draft = { title: 'Salt Year', logline: 'A lighthouse keeper counts ships that never come.', format: 'feature', genres: ['drama'], stage: 'script', budgetBand: 'low', synopsis: 'Long enough. '.repeat(12) };
    const { id } = await (await app.request('/api/pitches', { body: draft, cookie: person.cookie })).json() as { id: string };
    expect((await app.request(`/api/pitches/${id}/publish`, { method: 'POST', cookie: person.cookie })).status).toBe(200);
    const page = async () => (await (await app.request(`/api/pitches/${id}`)).json() as { creator: unknown }).creator;
    expect(await page()).toMatchObject({ handle: 'flint-pictures' });
    expect((await patch({ name: 'Bea Marrow', handle: 'marrow', companyName: 'Marrow & Daughters' })).status).toBe(200);
    await app.settle();
    expect(await page()).toMatchObject({ id: person.id, name: 'Bea Marrow', handle: 'marrow' });
    const { rows } = await app.db.query(sql`SELECT people FROM pitches WHERE id = ${id}`);
    expect(rows).toEqual([{ people: 'Bea Marrow Marrow & Daughters' }]);
  });

  it('gives a handle to one person only, whatever its letters\' case, and none that is ours', async () => {
    const other = await signUp(app, { portal: 'creator' });
    for (const handle of ['marrow', 'MARROW', 'admin']) expect([handle, (await patch({ handle }, other.cookie)).status]).toEqual([handle, 409]);
    expect(await (await patch({ handle: 'Other-Person' }, other.cookie)).json()).toMatchObject({ handle: 'other-person' });
  });

  const refused = [
    { email: 'new@pitchey.test' }, { portal: 'admin' }, { roles: ['admin'] }, { emailVerified: true }, { id: 'x' }, { name: null }, { name: '' }, { name: 'x'.repeat(101) },
    { handle: null }, { handle: '-a-' }, { handle: 'a b' }, { handle: 'a'.repeat(41) }, { website: 'javascript:alert(1)' }, { website: 'data:text/html,x' }, { website: 'flint' }, { bio: 'x'.repeat(2001) },
  ];
  it.each(refused.map((body) => [JSON.stringify(body).slice(0, 40), body] as const))('refuses %s', async (_, body) => expect((await patch(body)).status).toBe(400));
});
