import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type AgreementText, fingerprint, readAgreement } from './read-document.ts';

interface Shown {
  /** Null when the document holds words that this page cannot show. */
  text: AgreementText | null;
  /** Fingerprint of what is shown, computed here; null until it is known and when it is not the one the server names. */
  hash: string | null;
  isOther: boolean;
}

/** The document as words, with its fingerprint computed in this browser from the very bytes that are shown. */
export function useAgreementText(document: { html: string; hash: string }): Shown {
  const text = useMemo(() => readAgreement(document.html), [document.html]);
  const { data: computed, isError } = useQuery({ queryKey: ['fingerprint', document.html], queryFn: () => fingerprint(document.html), staleTime: Infinity, retry: false });
  const isOther = isError || text === null || (computed !== undefined && computed !== document.hash);
  return { text, hash: computed !== undefined && !isOther ? computed : null, isOther };
}
