// Fills a rendered mail: HTML escaped for HTML, text as it is.
import type { MailTopic } from './messages.ts';
import { rendered } from './rendered.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] as string);

/**
 * Greets by name only where it can be nothing but a name: sign-up lets anyone have us write to anyone, and a "name" that holds a
 * sentence or an address of a site would make us carry it.
 */
export function greeting(name: string): string {
  const tidy = name.replace(/\s+/g, ' ').trim();
  const isName = /^[\p{L}\p{M}][\p{L}\p{M}' \u2019-]*(?:\. ?[\p{L}\p{M}' \u2019-]+)*\.?$/u.test(tidy) && tidy.length <= 60 && tidy.split(' ').length <= 5 && !/\.\p{L}{2}/u.test(tidy);
  return isName ? `Hello ${tidy},` : 'Hello,';
}

function fill(template: string, values: Record<string, string>, escape: (text: string) => string): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`mail template wants ${name}`);
    return escape(value);
  });
}

/** Subject and both bodies of a mail. */
export function compose(topic: MailTopic, payload: { name: string; link: string; [more: string]: string | number | undefined }): { subject: string; text: string; html: string } {
  const { subject, text, html } = rendered[topic];
  const values = Object.fromEntries(Object.entries({ ...payload, hello: greeting(payload.name) }).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]));
  return { subject, text: fill(text, values, (value) => value), html: fill(html, values, escapeHtml) };
}
