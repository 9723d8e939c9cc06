// Who gets what: the one place that decides whether a gate is open. Pure, so that every endpoint and every test asks the same function.
import { type Gate, gates } from '../catalogue/lists.ts';

/** What a reader is to a pitch. Each tier includes those before it; the owner is past every gate. */
export const tiers = ['public', 'member', 'confidential', 'nda', 'deal', 'owner'] as const;
export type Tier = (typeof tiers)[number];

const order: readonly string[] = tiers;

/** Whether something behind `gate` may leave the server for a reader of `tier`. A gate nobody knows stays shut. */
export function visible(gate: Gate, tier: Tier): boolean {
  const needed = order.indexOf(gate);
  return needed >= 0 && order.indexOf(tier) >= needed;
}

/** Every gate that is open to `tier`: for the WHERE clause, so that what is shut is not even read. */
export const openGates = (tier: Tier): Gate[] => gates.map((gate) => gate.value).filter((gate) => visible(gate, tier));

/** The higher of two tiers. */
export const higher = (left: Tier, right: Tier): Tier => (order.indexOf(left) >= order.indexOf(right) ? left : right);

/** The tier of somebody who has no grant on the pitch: a signed-in person with a verified address is a member. */
export function baseTier(actor: { kind: 'anonymous' } | { kind: 'user'; id: string; emailVerified: boolean }, ownerId: string): Tier {
  if (actor.kind === 'anonymous') return 'public';
  if (actor.id === ownerId) return 'owner';
  return actor.emailVerified ? 'member' : 'public';
}

/** The tier of somebody on a pitch: what everyone of their kind is, or what a grant opened to them. */
export function tierOf(actor: Parameters<typeof baseTier>[0], ownerId: string, opened: Tier | null | undefined): Tier {
  const base = baseTier(actor, ownerId);
  return base === 'member' && opened ? higher(base, opened) : base;
}
