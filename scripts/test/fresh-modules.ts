// Test files of one worker share its process and the packages that it has loaded, which saves most of a file's start. They share no module
// of ours, no clock and no global that stands in for another: each file begins with its own.
import { vi } from 'vitest';

vi.useRealTimers();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
vi.resetModules();
