// Who a socket is of, between the Worker and the hub. Only the Worker can reach a hub, and it passes nothing of the request on but this.

/** `epoch`: of the person, as the Worker knew it before it let them in. */
export interface Identity { userId: string; name: string; sessionId: string; epoch?: number | undefined }

/** The request that opens a socket at a hub. */
export const upgradeRequest = ({ userId, name, sessionId, epoch }: Identity): Request =>
  new Request('https://hub.internal/', { headers: { upgrade: 'websocket', 'x-user': userId, 'x-name': encodeURIComponent(name), 'x-session': sessionId, ...(epoch !== undefined && { 'x-epoch': String(epoch) }) } });

/** Throws for a request that did not come from `upgradeRequest`. */
export function identityIn(headers: Headers): Identity {
  const [userId, name, sessionId] = ['x-user', 'x-name', 'x-session'].map((header) => headers.get(header));
  if (headers.get('upgrade') !== 'websocket' || !userId || typeof name !== 'string' || !sessionId) throw new Error('a hub is reached through /ws only');
  const epoch = headers.get('x-epoch');
  return { userId, name: decodeURIComponent(name), sessionId, ...(epoch !== null && { epoch: Number(epoch) }) };
}
