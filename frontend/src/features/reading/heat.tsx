import { countOf } from '../../lib/format.ts';
import type { PageHeat } from './api.ts';
import { readingTime } from './words.ts';
import './reading.css';

/** Pages by file, in the order of the files' most read page. */
export function byFile(pages: readonly PageHeat[]): { name: string; pages: PageHeat[]; most: PageHeat }[] {
  const files = new Map<string, PageHeat[]>();
  for (const page of pages) files.set(page.fileId ?? page.fileName, [...(files.get(page.fileId ?? page.fileName) ?? []), page]);
  return [...files.values()].map((list) => {
    const most = list.reduce((best, page) => (page.ms > best.ms ? page : best));
    return { name: most.fileName, pages: list.toSorted((a, b) => a.page - b.page), most };
  }).toSorted((a, b) => b.most.ms - a.most.ms);
}

/** Where readers spend their time, page by page. */
export function Heat({ pages }: { pages: readonly PageHeat[] }) {
  return byFile(pages).map(({ name, pages: list, most }) => (
    <section key={most.fileId ?? name} className="section" aria-label={name}>
      <h3 className="t-h3">{name}</h3>
      <p className="t-2 num">{most.ms > 0 ? `Longest on page ${most.page}: ${readingTime(most.ms)} by ${countOf(most.readers, 'reader')}.` : 'Opened, with no time reported yet.'}</p>
      <ol className="heat">
        {list.map((page) => (
          <li key={page.page}>
            <span className="heat__bar" aria-hidden="true"><i style={{ height: `${most.ms > 0 ? Math.max(4, (page.ms / most.ms) * 100) : 4}%` }} /></span>
            <span><span className="visually-hidden">Page </span>{page.page}<span className="visually-hidden">, {readingTime(page.ms)}, {countOf(page.readers, 'reader')}</span></span>
          </li>
        ))}
      </ol>
    </section>
  ));
}
