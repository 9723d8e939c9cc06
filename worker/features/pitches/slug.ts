// The address of a pitch: words for people, and the end of its id so that two pitches of one title never meet.
import { slugOf } from '../../platform/text.ts';

/** `salt-year-9f3c2a1b`: the id's random end. A title without Latin letters leaves `pitch`. */
export const slugFor = (title: string, id: string): string => `${slugOf(title) || 'pitch'}-${id.slice(-8)}`;
