import type { ProxyContext } from './forward.ts';

interface PageContext extends ProxyContext {
  params: { slug?: string | string[] };
  next(): Promise<Response>;
}

/** Milliseconds that the page waits for its head; without one it is still the page. */
const budget = 800;

/** Asked for without the reader's cookies: the head is the same for all. Null when there is none, or when it takes too long. */
async function headOf({ request, env, params }: PageContext): Promise<string | null> {
  const slug = typeof params.slug === 'string' ? params.slug : '';
  const address = new URL(`/api/pitches/${encodeURIComponent(slug)}/head`, request.url);
  try {
    const response = await env.API.fetch(new Request(address, { signal: AbortSignal.timeout(budget) }));
    return response.ok ? await response.text() : null;
  } catch (error) {
    console.warn(JSON.stringify({ level: 'warn', message: 'pitch-page.head', cause: String(error) }));
    return null;
  }
}

/** The page of a pitch with its own title, description and Open Graph tags in place of the site's. */
export async function pitchPage(context: PageContext): Promise<Response> {
  const [page, head] = await Promise.all([context.next(), headOf(context)]);
  if (head === null || page.status !== 200 || !(page.headers.get('content-type') ?? '').startsWith('text/html')) return page;
  const html = (await page.text()).replace(/<title>[^<]*<\/title>/, '').replace(/<meta name="description"[^>]*>/, () => head);
  const response = new Response(html, page);
  // Of the file as it was built, not of this page.
  response.headers.delete('etag');
  response.headers.delete('content-length');
  return response;
}
