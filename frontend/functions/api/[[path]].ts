import { forward } from '../../proxy/forward.ts';

export const onRequest = forward;
