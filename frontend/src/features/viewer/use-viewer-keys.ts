import { useEffect } from 'react';

interface Keys {
  go: (page: number) => void;
  zoom: (way: 1 | -1 | 0) => void;
  find: () => void;
  page: number;
  count: number;
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Arrows turn pages, plus and minus zoom, a slash finds: wherever the focus is, except where one types. */
export function useViewerKeys({ go, zoom, find, page, count }: Keys): void {
  // Keys belong to the window: the page has no single element that always holds the focus.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const deeds: Record<string, () => void> = {
        ArrowRight: () => go(page + 1), ArrowLeft: () => go(page - 1), PageDown: () => go(page + 1), PageUp: () => go(page - 1), Home: () => go(1), End: () => go(count),
        '+': () => zoom(1), '=': () => zoom(1), '-': () => zoom(-1), '0': () => zoom(0), '/': find,
      };
      const deed = deeds[event.key];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [go, zoom, find, page, count]);
}
