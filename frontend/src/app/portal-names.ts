import type { Portal } from '../lib/session.ts';

export const portalNames: Record<Portal, string> = { creator: 'Creator', investor: 'Investor', production: 'Production', admin: 'Admin' };
