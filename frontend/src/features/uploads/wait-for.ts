/** Resolves after `ms`; rejects with the signal's reason when it is aborted before. */
export const waitFor = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve, reject) => {
  const stop = (): void => {
    clearTimeout(timer);
    reject(signal.reason as Error);
  };
  const timer = setTimeout(() => {
    signal.removeEventListener('abort', stop);
    resolve();
  }, ms);
  signal.addEventListener('abort', stop, { once: true });
});
