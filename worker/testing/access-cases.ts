// Who must be refused by an endpoint, in one line a test: nobody signed in, a portal that has no business here, somebody else's owner.
import { expect } from 'vitest';
import { errorOf } from './factories.ts';
import type { Person } from './people.ts';
import type { TestApp } from './test-app.ts';

export interface Endpoint {
  method: string;
  /** With real ids, so that nothing but the actor is wrong. */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Strangers {
  /** Of portals that may not call it at all: 403. */
  wrongPortal?: readonly Person[];
  /** Of the right portal, but not the owner: 404, the same as for what does not exist. */
  wrongOwner?: readonly Person[];
}

/** Each case: who, and the status that endpoint must answer. */
export const accessCases = ({ wrongPortal = [], wrongOwner = [] }: Strangers): { who: string; cookie: string | undefined; status: number }[] => [
  { who: 'anonymous', cookie: undefined, status: 401 },
  ...wrongPortal.map((person) => ({ who: `wrong portal (${person.portal})`, cookie: person.cookie, status: 403 })),
  ...wrongOwner.map((person) => ({ who: `wrong owner (${person.portal})`, cookie: person.cookie, status: 404 })),
];

/** Asks every endpoint as every stranger, and expects the one error shape with nothing else in it. */
export async function expectRefused(app: TestApp, endpoints: readonly Endpoint[], strangers: Strangers): Promise<void> {
  const cases = accessCases(strangers);
  expect(cases.length).toBeGreaterThan(1);
  for (const { method, path, body, headers } of endpoints) {
    for (const { who, cookie, status } of cases) {
      const response = await app.request(path, { method, body, cookie, ...(headers && { headers }) });
      expect(response.status, `${method} ${path} as ${who}`).toBe(status);
      const error = await errorOf(response);
      expect(Object.keys(error).sort(), `${method} ${path} as ${who}`).toEqual(['code', 'message', 'requestId']);
    }
  }
}
