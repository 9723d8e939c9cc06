// Templates -> source of ../rendered.ts, which is what the Worker carries: React and its renderer weigh 230 kB gzip there, the words 3.
import { render, toPlainText } from '@react-email/render';
import { letters } from './letters.tsx';

/** What rendered.ts must say. */
export async function renderedSource(): Promise<string> {
  const rendered: Record<string, { subject: string; text: string; html: string }> = {};
  for (const [topic, { subject, element }] of Object.entries(letters)) {
    const html = await render(element);
    // Without [brackets] around links, so that programs that find links in text find ours whole.
    const text = toPlainText(html, { selectors: [{ selector: 'a', options: { linkBrackets: false } }] }).replace(' {{link}}', ':\n{{link}}');
    rendered[topic] = { subject, html, text };
  }
  return `// Written by scripts/mails.ts from templates/: do not edit.
import type { MailTopic } from './messages.ts';

export const rendered: Record<MailTopic, { subject: string; text: string; html: string }> = ${JSON.stringify(rendered, null, 2)};
`;
}
