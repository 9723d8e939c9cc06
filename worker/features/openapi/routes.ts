// The API described from the same zod schemas that guard it, and a page that renders the description.
import { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import { access, accessTag } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';

type Spec = Awaited<ReturnType<typeof generateSpecs>>;

/** `describe` gives the whole app, which does not exist yet when this is mounted. */
export function openapi(describe: () => Hono<AppEnv>) {
  let spec: Spec | undefined;

  async function build(): Promise<Spec> {
    const app = describe();
    const made = await generateSpecs(app, {
      documentation: {
        openapi: '3.1.0',
        info: { title: 'Pitchey', version: '1', description: 'Film and television projects, the people who finance them and the people who make them.' },
        components: {
          securitySchemes: {
            session: { type: 'apiKey', in: 'cookie', name: 'pitchey-session' },
            operator: { type: 'http', scheme: 'bearer' },
          },
        },
      },
    });
    // Who may call is part of the contract, and is read from the routes themselves, so that it cannot drift.
    for (const route of app.routes) {
      const tag = accessTag(route.handler);
      const path = route.path.replace(/:([a-zA-Z]+)/g, '{$1}').replace(/(.)\/$/, '$1');
      if (!tag) continue;
      const operations = ((made.paths ??= {})[path] ??= {}) as Record<string, Record<string, unknown>>;
      // A route that checks no input is listed all the same.
      const operation = (operations[route.method.toLowerCase()] ??= {
        parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ in: 'path', name, required: true, schema: { type: 'string' } })),
        responses: { default: { description: 'The answer, or an error in the one shape.' } },
      });
      operation.summary ??= `${route.method} ${path}`;
      operation.description ??= `For: ${tag.who.join(', ')}${tag.rule ? ` (${tag.rule})` : ''}`;
      operation.tags ??= [path.split('/')[2] ?? ''];
      if (!tag.who.includes('public')) operation.security = [tag.who.includes('ops') ? { operator: [] } : { session: [] }];
    }
    return made;
  }

  return new Hono<AppEnv>()
    .get('/openapi.json', access('public'), limit('read'), async (c) => {
      spec ??= await build();
      c.header('Cache-Control', 'public, max-age=300');
      return c.json(spec as Record<string, unknown>);
    })
    .get('/docs', access('public'), limit('read'), (c) => {
      c.header('Content-Security-Policy', "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'");
      return c.html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>API of Pitchey</title></head>
<body><script id="api-reference" data-url="/api/openapi.json" data-configuration='{"withDefaultFonts":false,"hideClientButton":true,"showDeveloperTools":"never","mcp":{"disabled":true},"telemetry":false,"agent":{"disabled":true}}'></script><script src="/vendor/scalar.js"></script></body></html>`);
    });
}
