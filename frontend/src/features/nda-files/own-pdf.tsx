import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { countOf } from '../../lib/format.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { linesOf } from '../viewer/layout.ts';
import { fileDownload, filePagesQuery, fileTextQuery, pageImage } from './api.ts';
import './own-pdf.css';

function Words({ sha256, page }: { sha256: string; page: number }) {
  const { data, error, refetch, isFetching } = useQuery(fileTextQuery(sha256, page));
  if (error) return <ErrorPanel title={`The words of page ${page} didn’t load`} error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  if (data === undefined) return <div aria-busy="true"><Skeleton shape="lines" count={3} /></div>;
  if (data.length === 0) return <p className="t-2">This page holds no words, only a picture. Ask the owner for a text if you need one.</p>;
  return <div className="ownpdf__words">{linesOf(data).map(({ text }, index) => <p key={index}>{text}</p>)}</div>;
}

function PageText({ sha256, page, count }: { sha256: string; page: number; count: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link t-sm">Page {page} of {count} as text</summary>
      {isOpen && <Words sha256={sha256} page={page} />}
    </details>
  );
}

/** The PDF that is the agreement, whole, as its signer reads it: every page as a picture, and its words for everything that reads. */
export function OwnPdf({ sha256, name, headingLevel = 2 }: { sha256: string; name: string; headingLevel?: 2 | 3 }) {
  const { data, error, refetch, isFetching } = useQuery(filePagesQuery(sha256));
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <section className="ownpdf" aria-label={`The agreement: ${name}`}>
      <div className="row row--wrap between">
        <div>
          <Heading className="t-h3">{name}</Heading>
          {data && <p className="t-xs t-2 num">{countOf(data.pages.length, 'page')}. These bytes are what is signed.</p>}
        </div>
        <a className={buttonClass({ size: 'sm' })} href={fileDownload(sha256)} download><Icon name="download" />The PDF</a>
      </div>
      {error && data === undefined && <ErrorPanel title="The PDF didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="panel" /></div>}
      {data && (
        <div className="ownpdf__pages">
          {data.pages.map(({ width, height }, index) => (
            <div key={index} className="ownpdf__page">
              <img src={pageImage(sha256, index + 1)} alt={`Page ${index + 1} of ${name}. Its words follow as text.`} width={Math.round(width)} height={Math.round(height)} loading="lazy" />
              <PageText sha256={sha256} page={index + 1} count={data.pages.length} />
            </div>
          ))}
        </div>
      )}
      {data && <p className="hash mt-3">SHA-256 {sha256}</p>}
    </section>
  );
}
