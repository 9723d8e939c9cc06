import type { Designs } from './design.ts';
import { collections } from './designs/collections.ts';
import { crowds } from './designs/crowds.ts';
import { dials } from './designs/dials.ts';
import { emblems } from './designs/emblems.ts';
import { facades } from './designs/facades.ts';
import { figures } from './designs/figures.ts';
import { halves } from './designs/halves.ts';
import { horizons } from './designs/horizons.ts';
import { ledgers } from './designs/ledgers.ts';
import { objects } from './designs/objects.ts';
import { watersAndStairs } from './designs/waters-and-stairs.ts';
import { wiresAndNets } from './designs/wires-and-nets.ts';
import { sheet } from './draw.ts';

const drawn: Designs = {
  ...crowds,
  ...collections,
  ...dials,
  ...horizons,
  ...watersAndStairs,
  ...ledgers,
  ...figures,
  ...objects,
  ...emblems,
  ...wiresAndNets,
  ...facades,
  ...halves,
};

/** The SVG of a drawn poster, or null for a film without one. */
export function drawPoster(slug: string, title: string): string | null {
  const design = drawn[slug];
  return design ? sheet(title, design()) : null;
}

export const drawnSlugs: readonly string[] = Object.keys(drawn);
