// What a start costs before a line of the product: the libraries that its architecture names, put off as far as they can be, and one route.
import { neon, Pool } from '@neondatabase/serverless';
import { Hono } from 'hono';
import { z } from 'zod';

const Health = z.object({ status: z.string() });
const app = new Hono();

app.get('/', (c) => c.json(Health.parse({ status: 'ok' })));
// Never asked for: it holds what a bundler would otherwise leave out.
app.get('/held', async (c) => {
  const [{ betterAuth }, { createAdapterFactory }] = await Promise.all([import('better-auth/minimal'), import('better-auth/adapters')]);
  return c.json([betterAuth, createAdapterFactory, neon, Pool].map((held) => typeof held));
});

export default app;
