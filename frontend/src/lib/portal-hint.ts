const key = 'pitchey-portal';
const portals = ['creator', 'investor', 'production', 'admin'] as const;
export type PortalName = (typeof portals)[number];

/** The portal that was last used here: which frame to draw before the session answers. Grants nothing. */
export function readPortalHint(): PortalName | null {
  try {
    const kept = localStorage.getItem(key);
    return portals.find((portal) => portal === kept) ?? null;
  } catch {
    return null; // storage is closed to this page: the frame is then chosen when the session answers
  }
}

/** Null forgets it. */
export function keepPortalHint(portal: PortalName | null): void {
  try {
    if (portal === null) localStorage.removeItem(key);
    else localStorage.setItem(key, portal);
  } catch {
    // As above: only the first frame of the next visit depends on it.
  }
}
