// The agreement's exact bytes, turned into words to show. Nothing of its markup reaches the page: only text does.
export interface AgreementSection {
  title: string;
  paragraphs: string[];
}

export interface AgreementText {
  title: string;
  intro: string[];
  sections: AgreementSection[];
}

/** SHA-256 of the document's UTF-8 bytes as hex: what a signature names. */
export async function fingerprint(html: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(html));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const text = (element: Element): string => element.textContent.trim();
const words = (value: string): string => value.replace(/\s+/g, ' ').trim();

/**
 * Reads the canonical HTML in an inert document: no script of it runs, nothing it names is fetched.
 * Null when it holds any words that would not be shown; such a document must not be signed here.
 */
export function readAgreement(html: string): AgreementText | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const article = body.querySelector('article');
  const heading = article?.querySelector(':scope > h1');
  if (!article || !heading) return null;
  const read: AgreementText = {
    title: text(heading),
    intro: [...article.querySelectorAll(':scope > p')].map(text),
    sections: [...article.querySelectorAll(':scope > section')].map((section) => ({
      title: [...section.querySelectorAll(':scope > h2')].map(text).join(' '), paragraphs: [...section.querySelectorAll(':scope > p')].map(text),
    })),
  };
  const shown = [read.title, ...read.intro, ...read.sections.flatMap(({ title, paragraphs }) => [title, ...paragraphs])].join(' ');
  return words(shown) === words(body.textContent) ? read : null;
}
