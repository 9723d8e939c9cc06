// From rows to the wire.
import type { CardRow, DetailRow } from './queries.ts';
import type { Nda, NdaCard } from './schema.ts';
import { nextMoves } from './transitions.ts';

export const toCard = ({ pitchId, pitchTitle, ...card }: CardRow): NdaCard => ({ ...card, pitch: { id: pitchId, title: pitchTitle }, next: nextMoves(card.status) });

export function toNda({ hash, html, file, history, ...card }: DetailRow): Nda {
  return { ...toCard(card), document: { hash, html, pdfUrl: `/api/ndas/${card.id}/document.pdf`, file }, history };
}
