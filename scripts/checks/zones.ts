// The map of the house: which part a file belongs to, and which parts it may need at run time. Types may be looked at from further away.

export interface Zone {
  name: string;
  /** The feature, portal or room within the zone. */
  part?: string;
}

const patterns: readonly [name: string, pattern: RegExp][] = [
  ['test', /\.(test|spec)\.tsx?$/],
  ['worker/testing', /^worker\/testing\//],
  ['frontend/testing', /^frontend\/src\/testing\//],
  ['worker/features', /^worker\/features\/([^/]+)\//],
  ['worker/auth', /^worker\/auth\//],
  ['worker/http', /^worker\/http\//],
  ['worker/platform', /^worker\/platform\//],
  ['worker/settings', /^worker\/(?:env|services)\.ts$/],
  ['worker/app', /^worker\/app\.ts$/],
  ['worker/jobs', /^worker\/(?:queues|cron)\.ts$/],
  ['worker/root', /^worker\/[^/]+$/],
  ['rooms/pure', /^durable-objects\/[^/]+\/(?:logic|protocol|events)\.ts$/],
  ['rooms/stubs', /^durable-objects\/stubs\.ts$/],
  ['rooms', /^durable-objects\/([^/]+)\//],
  ['frontend/paths', /^frontend\/src\/app\/paths\.ts$/],
  ['frontend/app', /^frontend\/src\/app\//],
  ['frontend/portals', /^frontend\/src\/portals\/(?:([^/]+)\/)?/],
  ['frontend/features', /^frontend\/src\/features\/([^/]+)\//],
  ['frontend/ui', /^frontend\/src\/ui\//],
  ['frontend/lib', /^frontend\/src\/lib\//],
  ['frontend/build', /^frontend\//],
  ['bench', /^bench\//],
  ['e2e', /^e2e\//],
  ['scripts', /^scripts\//],
  ['tools', /^[^/]+$|^migrations\//],
];

/** The part of the house that holds a file. Throws for a file outside of every part: there is no drawer for the rest. */
export function zoneOf(path: string): Zone {
  for (const [name, pattern] of patterns) {
    const found = pattern.exec(path);
    if (found) return { name, ...(found[1] !== undefined && { part: found[1] }) };
  }
  throw new Error(`${path} lies in no part of the house (scripts/checks/zones.ts).`);
}

const frontendBase = ['frontend/lib', 'frontend/paths', 'shared'];

/** What each zone may need at run time. `shared`: a feature's schema.ts or a room's protocol.ts, which server and browser have in common. */
export const mayNeed: Readonly<Record<string, readonly string[]>> = {
  'worker/root': ['worker/app', 'worker/jobs', 'worker/root', 'worker/http', 'worker/auth', 'worker/platform', 'worker/settings', 'rooms', 'rooms/stubs'],
  'worker/app': ['worker/features', 'worker/auth', 'worker/http', 'worker/platform', 'worker/settings'],
  'worker/jobs': ['worker/features', 'worker/auth', 'worker/root', 'worker/platform', 'worker/settings'],
  'worker/features': ['worker/features', 'worker/auth', 'worker/http', 'worker/platform', 'worker/settings', 'rooms/pure', 'rooms/stubs'],
  'worker/auth': ['worker/auth', 'worker/http', 'worker/platform', 'worker/settings', 'rooms/pure', 'rooms/stubs'],
  'worker/http': ['worker/http', 'worker/auth', 'worker/platform', 'worker/settings', 'rooms/pure', 'rooms/stubs'],
  'worker/settings': ['worker/settings', 'worker/platform'],
  'worker/platform': ['worker/platform', 'rooms/pure'],
  // A room runs a feature's own statements and rules; the feature reaches the room through worker/root alone.
  'rooms': ['rooms', 'rooms/pure', 'rooms/stubs', 'worker/features', 'worker/auth', 'worker/http', 'worker/platform', 'worker/settings'],
  'rooms/pure': ['rooms/pure', 'shared'],
  'rooms/stubs': [],
  'frontend/app': ['frontend/app', 'frontend/portals', 'frontend/features', 'frontend/ui', ...frontendBase],
  // The frame that app/ lays around every portal is used by the portals' routes; app/ loads those lazily, so nothing goes in a circle.
  'frontend/portals': ['frontend/portals', 'frontend/app', 'frontend/features', 'frontend/ui', ...frontendBase],
  'frontend/features': ['frontend/features', 'frontend/ui', ...frontendBase],
  'frontend/ui': ['frontend/ui', ...frontendBase],
  'frontend/lib': frontendBase,
  'frontend/paths': ['shared'],
  'frontend/build': ['frontend/build'],
};

/** Of these a zone may look at the types as well. Features are in nobody's list: what lies below them does not know them. */
export const maySeeTypes: Readonly<Record<string, readonly string[]>> = {
  'worker/root': ['rooms/pure'],
  'worker/settings': ['rooms', 'rooms/pure'],
  'worker/app': ['worker/root'],
  'worker/http': ['worker/root'],
  'worker/auth': ['worker/root'],
  'worker/platform': ['worker/settings', 'worker/http'],
  'rooms/stubs': ['rooms', 'rooms/pure'],
  'frontend/build': ['worker/settings'],
};
