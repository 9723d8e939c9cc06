// Keeps what is shown of agreements up with the stream: the other side's move is there without a reload.
import type { QueryClient } from '@tanstack/react-query';
import { live } from '../../lib/live/live.ts';
import { afterMove } from './api.ts';

/** Begins; gives the way to stop. */
export const followNdas = (client: QueryClient): (() => void) => live.on('nda', () => void afterMove(client));
