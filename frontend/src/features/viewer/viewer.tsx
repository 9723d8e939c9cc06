import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ownNdaQuery } from '../ndas/api.ts';
import { ownRecordQuery } from '../reading/api.ts';
import { type Document, imageQuery, isShut, textQuery } from './api.ts';
import { CopySide } from './copy-side.tsx';
import { drawnWidth, zoomed } from './layout.ts';
import { PageView } from './page-view.tsx';
import { keptPage } from './position.ts';
import { Rail } from './rail.tsx';
import { SearchPanel } from './search-panel.tsx';
import { useCalm } from './use-calm.ts';
import { useKeptPage } from './use-kept-page.ts';
import { useReadingReport } from './use-reading-report.ts';
import { useViewerKeys } from './use-viewer-keys.ts';
import { ViewerBar } from './viewer-bar.tsx';
import './viewer.css';

/** Widest a page is drawn at 100%, in CSS pixels. */
const FULL_WIDTH = 736;
const isPhone = (): boolean => window.matchMedia('(max-width: 760px)').matches;

/** A document page by page. `onShut` is called when the gate says no, whichever request hears it first. */
export function Viewer({ pitch, document: shown, onShut }: { pitch: Pitch; document: Document; onShut: () => void }) {
  const { fileId, pageCount } = shown;
  const [page, setPage] = useState(() => Math.min(pageCount, shown.lastPage ?? keptPage(fileId)));
  const [openedAt] = useState(page);
  const { kept, keep } = useKeptPage(fileId);
  const [zoom, setZoom] = useState(1);
  const [reflow, setReflow] = useState(isPhone);
  const [isFinding, setFinding] = useState(false);
  const [words, setWords] = useState('');
  const [fit, setFit] = useState(FULL_WIDTH);
  const stage = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const { data: record } = useQuery({ ...ownRecordQuery(pitch.id), enabled: shown.copyId !== null });
  const { data: nda } = useQuery({ ...ownNdaQuery(pitch.id), enabled: pitch.tier === 'nda' });

  const isCalm = useCalm(page);
  const width = fit * zoom;
  const drawing = drawnWidth(width, window.devicePixelRatio || 1);
  const text = useQuery(textQuery(fileId, page));
  const image = useQuery({ ...imageQuery(fileId, page, drawing), enabled: !reflow && isCalm });
  const failure = text.error ?? image.error;
  const shut = isShut(failure);
  const inView = text.isSuccess && (reflow || image.isSuccess);
  useReadingReport(shown.copyId, inView ? page : null, stage);
  const read = new Set([...(record ?? []).filter((copy) => copy.fileId === fileId).flatMap(({ pages }) => pages.filter(({ ms }) => ms > 0).map((one) => one.page)), ...seen]);

  const go = useCallback((wanted: number) => {
    const next = Math.min(pageCount, Math.max(1, wanted));
    if (inView) setSeen((pages) => new Set([...pages, page]));
    setPage(next);
    keep(next);
    if (stage.current) stage.current.scrollTop = 0;
  }, [keep, pageCount, page, inView]);
  const onZoom = useCallback((way: 1 | -1 | 0) => setZoom((now) => (way === 0 ? 1 : zoomed(now, way))), []);
  const find = useCallback(() => setFinding(true), []);
  useViewerKeys({ go, zoom: onZoom, find, page, count: pageCount });

  // The gate's no ends the whole document, not only this page.
  useEffect(() => {
    if (shut) onShut();
  }, [shut, onShut]);

  // The stage's width decides how large a page is at 100%.
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const measure = () => setFit(Math.max(240, Math.min(FULL_WIDTH, element.clientWidth - 32)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const size = shown.pages[page - 1] ?? { width: 612, height: 792 };
  return (
    <div className="vw" data-theme="dark">
      <ViewerBar
        title={shown.fileName} backTo={paths.pitch.href(pitch.slug)} backLabel={`Close, back to ${pitch.title}`} page={page} count={pageCount} zoom={zoom} reflow={reflow} ask={nda?.status === 'signed' ? `${paths.nda.href(nda.id)}#questions` : undefined}
        onGo={go} onZoom={onZoom} onReflow={() => setReflow(!reflow)} onFind={find}
      />
      <Rail count={pageCount} current={page} read={read} onGo={go} />
      <main className="vw__main" id="main">
        <div ref={stage} className="stage" tabIndex={0} role="region" aria-label={`Page ${page} of ${pageCount}`} aria-busy={!inView && !failure}>
          {failure && !shut && <ErrorPanel title={`Page ${page} didn’t load`} error={failure} onRetry={() => { void text.refetch(); void image.refetch(); }} retrying={text.isFetching || image.isFetching} />}
          {!failure && !inView && <div className="leaf leaf--wait" style={{ width: `${width}px`, aspectRatio: `${size.width} / ${size.height}` }}><Skeleton shape="panel" /></div>}
          {inView && <PageView page={page} size={size} image={image.data} runs={text.data} width={width} words={isFinding ? words : ''} reflow={reflow} />}
        </div>
      </main>
      {isFinding ? <SearchPanel fileId={fileId} words={words} onWords={setWords} onGo={go} onClose={() => setFinding(false)} /> : <CopySide pitchId={pitch.id} owner={pitch.creator.name} document={shown} />}
      <footer className="vw__foot">
        <Button kind="quiet" size="sm" className="only-phone" disabled={page <= 1} onClick={() => go(page - 1)}><Icon name="chev-left" />Back</Button>
        <span className="num nowrap"><span className="only-wide">Read to page {page} of {pageCount}</span><span className="only-phone">{page} of {pageCount}</span></span>
        <Progress label="Read so far" value={page} max={pageCount} text={`page ${page} of ${pageCount}`} />
        {openedAt > 1 && <span className="only-wide">Opened where you left off, page {openedAt}</span>}
        {kept !== null && <span className="push save only-wide"><Icon name="check" />{kept === 'account' ? 'Position kept' : 'Position kept on this device'}</span>}
        <Button kind="quiet" size="sm" className="only-phone" disabled={page >= pageCount} onClick={() => go(page + 1)}>Next<Icon name="chev-right" /></Button>
      </footer>
      <p className="visually-hidden" role="status">{inView ? `Page ${page} of ${pageCount}` : ''}</p>
    </div>
  );
}
