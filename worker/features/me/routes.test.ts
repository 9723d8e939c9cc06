import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
      companyName: 'Flint Pictures', headline: null, bio: null, location: null, website: null, createdAt: expect.stringMatching(/Z$/),
    });
  });

  it('changes what is named, clears with null, leaves the rest', async () => {
    const first = await patch({ headline: '  Low budgets,\u200B long takes ', website: 'https://flint.example/work', bio: 'One.\r\n\r\n\r\n\r\nTwo.' });
    expect(await first.json()).toMatchObject({ headline: 'Low budgets, long takes', website: 'https://flint.example/work', bio: 'One.\n\nTwo.', companyName: 'Flint Pictures' });
    const second = await patch({ headline: null, companyName: '' });
    expect(await second.json()).toMatchObject({ headline: null, companyName: null, website: 'https://flint.example/work', name: 'Bea Flint' });
  });

  it('shows a new name in the session at once', async () => {
    expect((await patch({ name: 'Beatrice Flint' })).status).toBe(200);
    const session = await app.request('/api/auth/session', { cookie: person.cookie });
    expect(await session.json()).toMatchObject({ user: { name: 'Beatrice Flint' } });
  });

  it('gives a handle to one person only, whatever its letters\' case, and none that is ours', async () => {
    const other = await signUp(app, { portal: 'creator' });
    for (const handle of [person.handle, person.handle.toUpperCase(), 'admin']) expect([handle, (await patch({ handle }, other.cookie)).status]).toEqual([handle, 409]);
    expect(await (await patch({ handle: 'Other-Person' }, other.cookie)).json()).toMatchObject({ handle: 'other-person' });
  });

  it.each([
    { email: 'new@pitchey.test' }, { portal: 'admin' }, { roles: ['admin'] }, { emailVerified: true }, { id: 'x' }, { name: null }, { name: '' }, { name: 'x'.repeat(101) },
    { handle: null }, { handle: '-a-' }, { handle: 'a b' }, { handle: 'a'.repeat(41) }, { website: 'javascript:alert(1)' }, { website: 'data:text/html,x' }, { website: 'flint' }, { bio: 'x'.repeat(2001) },
  ])('refuses %j', async (body) => expect((await patch(body)).status).toBe(400));
});
