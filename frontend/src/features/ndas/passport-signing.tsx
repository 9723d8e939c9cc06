import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NdaCard } from '../../../../worker/features/ndas/schema.ts';
import { ApiError, http } from '../../lib/http.ts';
import type { Nda } from '../../../../worker/features/ndas/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { passportQuery } from '../passports/api.ts';
import { afterMove, readingQuery, signWithPassport } from './api.ts';

/** One click for whoever has signed the standard form before. Not offered where a word of the agreement differs from it. */
export function PassportSigning({ nda }: { nda: NdaCard }) {
  const client = useQueryClient();
  const { data: own } = useQuery(passportQuery);
  const canFit = nda.type === 'basic' && Boolean(own?.passport);
  const { data: reading } = useQuery({ ...readingQuery(nda.id), enabled: canFit });
  const sign = useMutation({
    mutationFn: async () => signWithPassport(nda.id, (await http.get<Nda>(`/api/ndas/${nda.id}`)).document.hash),
    onSettled: () => afterMove(client),
  });
  if (!canFit || !reading || reading.differences.length > 0) return null;
  return (
    <>
      <Button block className="mt-2" busy={sign.isPending} onClick={() => sign.mutate()}>Sign with my passport</Button>
      {sign.isError && <div className="mt-3"><Notice tone="negative" announce>{sign.error instanceof ApiError ? sign.error.message : 'It could not be signed.'}</Notice></div>}
    </>
  );
}
