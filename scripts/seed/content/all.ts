import { companies, investors } from './buyers.ts';
import { comedies } from './comedies.ts';
import { creators } from './creators.ts';
import { moreCreators } from './creators-more.ts';
import { documentaries } from './documentaries.ts';
import { dramas } from './dramas.ts';
import { families } from './families.ts';
import { halfHours } from './half-hours.ts';
import { horror } from './horror.ts';
import { period } from './period.ts';
import type { SeedPerson } from './person.ts';
import type { SeedPitch } from './pitch.ts';
import { series } from './series.ts';
import { songsAndSports } from './songs-and-sports.ts';
import { speculative } from './speculative.ts';
import { thrillers } from './thrillers.ts';
import { unfinished } from './unfinished.ts';

export const allPeople: readonly SeedPerson[] = [...creators, ...moreCreators, ...investors, ...companies];

export const allPitches: readonly SeedPitch[] = [
  ...dramas, ...comedies, ...horror, ...thrillers, ...period, ...speculative, ...families, ...documentaries, ...series, ...halfHours, ...songsAndSports, ...unfinished,
];
