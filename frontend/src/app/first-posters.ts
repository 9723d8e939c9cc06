import { posterSource } from '../ui/poster-source.ts';

interface FirstPosters {
  sizes: string;
  of: (answer: unknown) => readonly (string | undefined)[];
}

function fetchPoster(url: string, sizes: string): void {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'image', imageSrcset: posterSource(url).srcSet, imageSizes: sizes, fetchPriority: 'high' });
  document.head.append(link);
}

/** Starts on the posters that an answer names before anything is there to draw them. What cannot be had or read is left to the page, which asks and tells. */
export function fetchPosters(answer: Promise<Response>, { sizes, of }: FirstPosters): void {
  answer
    .then(async (response) => {
      if (!response.ok) return;
      for (const url of of(await response.clone().json())) if (url) fetchPoster(url, sizes);
    })
    .catch(() => undefined);
}
