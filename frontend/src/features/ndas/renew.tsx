import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { afterMove, renewNda } from './api.ts';

/** A successor on today's form. The signed one holds until the new one is signed. */
export function Renew({ ndaId }: { ndaId: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const ask = useMutation({
    mutationFn: () => renewNda(ndaId, '', key),
    onSuccess: async (made) => {
      await afterMove(client);
      await navigate(paths.nda.href(made.id));
    },
  });
  return (
    <>
      <Button busy={ask.isPending} onClick={() => ask.mutate()}>Ask for a renewal</Button>
      {ask.isError && <Notice tone="negative" announce>{ask.error instanceof ApiError ? ask.error.message : 'It could not be asked for.'}</Notice>}
    </>
  );
}
