// Every component test: an empty page before each, an API that only answers what the test taught it, and no silent console.
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { useSessionStore } from '../lib/session.ts';
import { takeComplaints } from './complaints.ts';
import { server } from './server.ts';

// What is awaited comes in milliseconds; on a machine that does other things as well it may take longer, and is still right.
configure({ asyncUtilTimeout: 10_000 });

// jsdom has no layout: what asks for one gets an honest "nothing".
Object.assign(window, {
  matchMedia: (media: string) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  scrollTo: () => undefined,
  IntersectionObserver: class {
    observe(): void {}
    disconnect(): void {}
  },
  ResizeObserver: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
});
Object.assign(Element.prototype, { scrollIntoView: () => undefined });

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  useSessionStore.setState({ status: 'unknown', user: null, hint: null });
});

afterEach(() => {
  cleanup();
  server.resetHandlers();
  vi.restoreAllMocks();
  expect(takeComplaints(), 'console.error and console.warn during the test').toEqual([]);
});

afterAll(() => server.close());
