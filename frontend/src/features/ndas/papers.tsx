import { useMutation } from '@tanstack/react-query';
import type { Nda } from '../../../../worker/features/ndas/schema.ts';
import { formatClock } from '../../lib/format.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { verifyNda } from './api.ts';

/** The paper with its certificate, the bundle that can be checked elsewhere, and a check made now. */
export function Papers({ nda }: { nda: Nda }) {
  const check = useMutation({ mutationFn: () => verifyNda(nda.id) });
  const { data } = check;
  return (
    <section className="cert" aria-labelledby="papers-title">
      <div>
        <h2 className="t-h3" id="papers-title">{nda.signedAt === null ? 'The certificate you will both get' : 'Certificate and evidence'}</h2>
        <p className="t-2 mt-2">The PDF, who signed when, and the exact bytes that were shown. The evidence bundle brings a verifier that runs without this service.</p>
        <div className="row row--wrap mt-4">
          <a className={buttonClass({ size: 'sm' })} href={nda.document.pdfUrl} download><Icon name="download" />{nda.signedAt === null ? 'Document as PDF' : 'Signed PDF'}</a>
          <a className={buttonClass({ size: 'sm' })} href={`/api/ndas/${nda.id}/evidence.zip`} download><Icon name="download" />Evidence bundle</a>
          <Button size="sm" busy={check.isPending} onClick={() => check.mutate()}><Icon name="shield" />Verify now</Button>
        </div>
        {data && (
          <div className="mt-4">
            <Notice tone={data.valid ? 'positive' : 'negative'} announce>
              {data.valid ? `All ${data.entries} entries hold, checked ${formatClock(data.checkedAt)}.` : `Entry ${data.firstBroken ?? 0} of ${data.entries} does not hold. Keep the bundle and write to us.`}
            </Notice>
          </div>
        )}
        {check.isError && <div className="mt-4"><ErrorPanel title="It could not be checked now" error={check.error} onRetry={() => check.mutate()} retrying={check.isPending} /></div>}
      </div>
      <div>
        <p className="t-xs t-2">SHA-256 of this document</p>
        <p className="hash">{nda.document.hash}</p>
      </div>
    </section>
  );
}
