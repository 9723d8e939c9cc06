import { format } from 'node:util';
import { expect } from 'vitest';

let complaints: string[] = [];

for (const level of ['error', 'warn'] as const) {
  console[level] = (...args: unknown[]) => {
    complaints.push(format(...args));
  };
}

/** What has been complained about since the last call. A test that leaves something here fails. */
export function takeComplaints(): string[] {
  const taken = complaints;
  complaints = [];
  return taken;
}

/** For a test that provokes a complaint: all of them must match. */
export function expectComplaints(pattern: RegExp): void {
  const taken = takeComplaints();
  expect(taken.length, 'complaints').toBeGreaterThan(0);
  for (const text of taken) expect(text).toMatch(pattern);
}
