import { describe, expect, it } from 'vitest';
import { sampleHtml } from '../../testing/nda-samples.ts';
import { fingerprint, readAgreement } from './read-document.ts';

describe('an agreement as words', () => {
  it('is read clause by clause', () => {
    expect(readAgreement(sampleHtml)).toEqual({
      title: 'Confidentiality agreement', intro: ['Project: Salt Year'],
      sections: [{ title: '1. The two sides', paragraphs: ['Maren & Harriet.'] }, { title: '2. Law', paragraphs: ['The law of England.', 'A void part leaves the rest.'] }],
    });
  });

  it.each([
    ['a word outside of the article', sampleHtml.replace('</article>', '</article><p>And your house.</p>')],
    ['a list inside a clause', sampleHtml.replace('<p>The law of England.</p>', '<p>The law of England.</p><ul><li>And your house.</li></ul>')],
    ['no article', '<h1>Hello</h1>'],
  ])('is refused whole with %s', (_, html) => expect(readAgreement(html)).toBeNull());

  it('has the fingerprint of its bytes', async () => {
    expect(await fingerprint('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(await fingerprint('é')).not.toBe(await fingerprint('e'));
  });
});
