import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { afterMove } from '../../features/ndas/api.ts';
import { pitchQuery } from '../../features/pitches/api.ts';
import { documentQuery, forgetDocument, isShut } from '../../features/viewer/api.ts';
import { Viewer } from '../../features/viewer/viewer.tsx';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import '../../features/viewer/viewer.css';

/** A document behind a gate. It goes dark the moment the gate shuts. */
export default function DocumentPage() {
  const { slug = '', fileId = '' } = useParams();
  const client = useQueryClient();
  const pitch = useQuery(pitchQuery(slug));
  const document = useQuery(documentQuery(fileId));
  const [isClosed, setClosed] = useState(false);
  usePage({ title: document.data ? document.data.fileName : undefined });
  const close = useCallback(() => {
    setClosed(true);
    forgetDocument(client, fileId);
    void afterMove(client);
  }, [client, fileId]);
  const lost = isShut(document.error);
  const wasOpen = document.data !== undefined;

  // Asked every few seconds: a no to an open document shuts it though nobody turned a page.
  useEffect(() => {
    if (!lost || !wasOpen) return;
    forgetDocument(client, fileId);
    void afterMove(client);
  }, [lost, wasOpen, client, fileId]);

  if (isClosed || (lost && wasOpen)) {
    return (
      <main id="main" className="vw-closed" data-theme="dark" role="alert">
        <Empty title="Access was closed" action={<ButtonLink kind="primary" to={paths.pitch.href(slug)}>Back to the pitch</ButtonLink>}>
          The document is no longer open to you, and nothing of it is kept here. What you promised by signing still holds; your agreement says who closed it and why.
        </Empty>
      </main>
    );
  }
  if (lost) {
    return <main id="main" className="vw-closed" data-theme="dark"><h1 className="visually-hidden">Document</h1><Empty title="This document isn’t open to you" action={<ButtonLink kind="primary" to={paths.pitch.href(slug)}>To the pitch</ButtonLink>}>On the pitch’s page you find what opens it.</Empty></main>;
  }
  const error = document.error ?? pitch.error;
  if (document.data === undefined || pitch.data === undefined) {
    return (
      <main id="main" className="vw-wait" data-theme="dark">
        <header className="vw__bar"><ButtonLink kind="quiet" iconOnly to={paths.pitch.href(slug)} aria-label="Close, back to the pitch"><Icon name="close" /></ButtonLink>{!error && <h1 className="visually-hidden">Document</h1>}</header>
        {error ? <div className="vw-wait__body"><ErrorPanel headingLevel={1} title="The document didn’t load" error={error} onRetry={() => { void document.refetch(); void pitch.refetch(); }} retrying={document.isFetching || pitch.isFetching} /></div>
          : <div className="vw-wait__leaf" aria-busy="true" role="status" aria-label="Loading the document"><Skeleton shape="lines" count={9} /></div>}
      </main>
    );
  }
  return <Viewer key={fileId} pitch={pitch.data} document={document.data} onShut={close} />;
}
