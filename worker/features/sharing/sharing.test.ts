import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { createPitch, publishedPitch } from '../../testing/factories.ts';
import { createTestApp, type TestApp, TEST_ORIGIN } from '../../testing/test-app.ts';
import { headOf } from './head.ts';

let app: TestApp;
let owner: CastMember;
beforeAll(async () => {
  app = await createTestApp();
  owner = await castPerson(app, 'creator', { name: 'Maren Oyelaran' });
});
afterAll(() => app.close());

const head = (slug: string, cookie?: string) => app.request(`/api/pitches/${slug}/head`, { cookie });

describe('the head of a pitch page', () => {
  it('is made of the card, escaped', async () => {
    const { slug } = await publishedPitch(app, owner, { title: 'Salt "Year" <script>alert(1)</script> & more', logline: 'A ferry\u2019s "last" winter <img src=x onerror=alert(1)>.' });
    const markup = await (await head(slug)).text();
    expect(markup).toContain('<meta property="og:title" content="Salt &quot;Year&quot; &lt;script&gt;alert(1)&lt;/script&gt; &amp; more" />');
    expect(markup).toContain(`<meta property="og:url" content="${TEST_ORIGIN}/pitches/${slug}" />`);
    expect(markup).not.toMatch(/<(?!meta |title>|\/title>|link )/);
    expect(markup).not.toContain('og:image');
  });

  it('has the poster by its absolute address', () => {
    const markup = headOf({ slug: 'a', title: 'A', logline: 'B', poster: { url: '/api/files/f1', width: 600, height: 900, blurhash: null }, creator: { id: 'c', name: 'C', handle: 'c' } }, 'https://pitchey.example');
    expect(markup).toContain('<meta property="og:image" content="https://pitchey.example/api/files/f1?w=640" />');
    expect(markup).toContain('<meta property="og:image:height" content="960" />');
  });

  it('never holds what has a gate, for nobody', async () => {
    const { slug } = await publishedPitch(app, owner, { protected: { budgetBreakdown: 'canary-budget', contactDetails: 'canary-contact' } });
    for (const cookie of [undefined, owner.cookie]) expect(await (await head(slug, cookie)).text()).not.toContain('canary');
  });

  it('is there for published pitches only, and goes with them at once', async () => {
    const draft = await createPitch(app, owner);
    expect((await head(draft.slug, owner.cookie)).status).toBe(404);
    expect((await head('no-such-pitch')).status).toBe(404);
    expect((await head('No%20slug')).status).toBe(404);
    const { id, slug } = await publishedPitch(app, owner);
    expect((await head(slug)).status).toBe(200);
    await app.request(`/api/pitches/${id}/unpublish`, { method: 'POST', cookie: owner.cookie });
    app.clock.advance(1_100);
    expect((await head(slug)).status).toBe(404);
    expect((await app.db.query(sql`SELECT 1 FROM pitches WHERE id = ${id}`)).rows).toHaveLength(1);
  });

  it('cuts a long logline at a word', () => {
    const markup = headOf({ slug: 'a', title: 'A', logline: 'word '.repeat(100), poster: null, creator: { id: 'c', name: 'C', handle: 'c' } }, 'https://pitchey.example');
    const [, description = ''] = /name="description" content="([^"]*)"/.exec(markup) ?? [];
    expect(description.length).toBeLessThanOrEqual(300);
    expect(description.endsWith('word\u2026')).toBe(true);
  });
});
