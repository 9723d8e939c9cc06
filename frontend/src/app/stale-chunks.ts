const key = 'pitchey-reloaded-build';

/**
 * After a deploy the chunks of the previous build are gone. The first missing one reloads the page, once a build: were the file missing
 * for another reason, the second failure reaches the route's error boundary instead of reloading for ever.
 */
export function reloadOnStaleChunk(build: string): void {
  window.addEventListener('vite:preloadError', (event) => {
    try {
      if (sessionStorage.getItem(key) === build) return;
      sessionStorage.setItem(key, build);
    } catch {
      return; // without storage a reload could repeat: show the error
    }
    event.preventDefault();
    window.location.reload();
  });
}
