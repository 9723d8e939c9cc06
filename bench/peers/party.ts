// The same room with partyserver, as its documentation has it: hibernating, every message to everyone.
import { type Connection, routePartykitRequest, Server } from 'partyserver';

export class PartyRoom extends Server {
  static override options = { hibernate: true };

  override onMessage(_connection: Connection, message: string | ArrayBuffer | ArrayBufferView): void {
    this.broadcast(message as string);
  }
}

export default {
  async fetch(request: Request, env: Cloudflare.Env): Promise<Response> {
    return (await routePartykitRequest(request, env)) ?? new Response('ok');
  },
};
