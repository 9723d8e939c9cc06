import type { PosterImage } from '../../ui/poster.tsx';

export interface PitchCardData {
  id: string;
  slug: string;
  title: string;
  logline: string;
  format: string;
  genres: string[];
  stage: string;
  budgetBand: string;
  poster: (PosterImage & { blurhash: string | null }) | null;
  creator: { id: string; name: string; handle: string };
  stats: { views: number; likes: number; watchers: number; comments: number };
  ndaRequired: boolean;
  publishedAt: string;
}

export interface PitchPage {
  items: PitchCardData[];
  nextCursor: string | null;
}

export interface FacetCounts {
  total: number;
  facets: Record<string, Record<string, number>>;
}
