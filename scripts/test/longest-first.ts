import { BaseSequencer } from 'vitest/node';

type Specs = Parameters<BaseSequencer['sort']>[0];

/** Files that take longer than their size tells: what begins last must be short, or one worker waits for the other. */
const LONG = ['bench/journal/journal', 'worker/tier-matrix', 'auth/sign-in', 'ndas/transitions', 'pitch-editors/routes', 'auth/passwords', 'auth/sign-up', 'ndas/reach'];

/** The order of vitest (durations of the last run, else sizes), with those files at the head of their project. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: Specs): Promise<Specs> {
    const rank = ({ moduleId }: Specs[number]): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
      return at < 0 ? LONG.length : at;
    };
    const sorted = await super.sort(files);
    const group = new Map(sorted.map((spec, at) => [spec.project.name, at]));
    return sorted.toSorted((a, b) => (a.project.name === b.project.name ? rank(a) - rank(b) : (group.get(a.project.name) ?? 0) - (group.get(b.project.name) ?? 0)));
  }
}
