/** What the proxy needs of a Pages context: the request, and the API Worker behind the service binding. */
export interface ProxyContext {
  request: Request;
  env: { API: { fetch(request: Request): Promise<Response> } };
}

/** Hands the request to the API Worker as it came: host, cookies and WebSocket upgrades included. */
export const forward = ({ request, env }: ProxyContext): Promise<Response> => env.API.fetch(request);
