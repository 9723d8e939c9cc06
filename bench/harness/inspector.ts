// What an isolate holds, asked over the inspector's protocol. WebAssembly memories are not in it.

export interface IsolateMemory {
  /** Bytes that V8 holds for objects and code. */
  heap: number;
  /** Bytes behind ArrayBuffers. */
  buffers: number;
}

export interface Inspector {
  memory(): Promise<IsolateMemory>;
  close(): void;
}

interface Answer {
  id?: number;
  result?: { totalSize: number; backingStorageSize: number };
  error?: { message: string };
}

/** Opens the inspector of the one Worker behind a port. Throws when there is none or it does not know the figures. */
export async function openInspector(port: number): Promise<Inspector> {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as { webSocketDebuggerUrl: string }[];
  if (!target) throw new Error('the inspector knows no Worker');
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('the inspector does not answer')), { once: true });
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id === undefined) return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return {
    async memory() {
      const id = (last += 1);
      const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      socket.send(JSON.stringify({ id, method: 'Runtime.getHeapUsage' }));
      const { result, error } = await answer;
      if (!result) throw new Error(`the inspector gives no figures: ${error?.message ?? 'no answer'}`);
      return { heap: result.totalSize, buffers: result.backingStorageSize };
    },
    close: () => socket.close(),
  };
}
