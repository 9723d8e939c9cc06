// What a shared link shows where it lands: the head of a pitch's page as markup. It is made of what a card holds, and of nothing behind any gate.
import type { PitchCard } from '../pitches/schema.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** For text and for attribute values in double quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] as string);

/** Programs that show links cut longer ones anyway. */
const DESCRIPTION = 300;
/** Width of the poster that is offered; it is one of the sizes that files are served in. */
const WIDTH = 640;

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= DESCRIPTION ? line : `${line.slice(0, DESCRIPTION - 1).replace(/\s+\S*$/, '')}\u2026`;
};

const tag = (kind: 'property' | 'name', key: string, value: string): string => `<meta ${kind}="${key}" content="${escapeHtml(value)}" />`;

/** Title, description, Open Graph and card tags. `origin` is our own, so that addresses are absolute and never of the host that a request named. */
export function headOf({ slug, title, logline, poster, creator }: Pick<PitchCard, 'slug' | 'title' | 'logline' | 'poster' | 'creator'>, origin: string): string {
  const url = `${origin}/pitches/${slug}`;
  const description = shorten(logline);
  const image = poster === null ? [] : [
    tag('property', 'og:image', `${origin}${poster.url}?w=${WIDTH}`),
    tag('property', 'og:image:width', String(WIDTH)),
    tag('property', 'og:image:height', String(Math.round((WIDTH * poster.height) / poster.width))),
    tag('property', 'og:image:alt', `Poster: ${title}`),
  ];
  return [
    `<title>${escapeHtml(title)} \u00b7 Pitchey</title>`,
    tag('name', 'description', description),
    `<link rel="canonical" href="${escapeHtml(url)}" />`,
    tag('property', 'og:site_name', 'Pitchey'),
    tag('property', 'og:type', 'website'),
    tag('property', 'og:url', url),
    tag('property', 'og:title', title),
    tag('property', 'og:description', description),
    tag('name', 'author', creator.name),
    ...image,
    tag('name', 'twitter:card', 'summary'),
  ].join('\n    ');
}
