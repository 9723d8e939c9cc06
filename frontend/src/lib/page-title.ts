import { useEffect } from 'react';

// The document's title: what the page is called, and before it how many conversations are unread.
let title = 'Pitchey';
let count = 0;

const write = (): void => {
  document.title = count > 0 ? `(${count}) ${title}` : title;
};

/** Without the product's name; undefined while it is not known yet. */
export function setPageTitle(name: string | undefined): void {
  title = name === undefined ? 'Pitchey' : `${name} · Pitchey`;
  write();
}

/** Shows a number in the title while the component is there. */
export function useTitleCount(next: number): void {
  // The title lives outside React's tree.
  useEffect(() => {
    count = next;
    write();
    return () => {
      count = 0;
      write();
    };
  }, [next]);
}
