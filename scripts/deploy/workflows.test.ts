import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { deploySecrets, secrets, variables } from './deploy-config.ts';

interface Step { uses?: string; run?: string; env?: Record<string, string> }
interface Workflow { on: Record<string, unknown>; permissions?: Record<string, string>; jobs: Record<string, { uses?: string; steps?: Step[] }> }

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.github/workflows');
const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const workflows = new Map([...texts].map(([name, text]) => [name, parse(text) as Workflow]));
const used = (kind: 'secrets' | 'vars'): string[] => [...new Set([...texts.values()].flatMap((text) => [...text.matchAll(new RegExp(`\\$\\{\\{ *${kind}\\.(\\w+)`, 'g'))].map(([, name]) => name as string)))].sort();

describe.each([...workflows])('%s', (name, workflow) => {
  it('says what it may do, and no more than reading the code and writing issues', () => {
    expect(workflow.permissions?.contents).toBe('read');
    expect(Object.entries(workflow.permissions ?? {}).filter(([scope, right]) => right !== 'read' && scope !== 'issues')).toEqual([]);
  });

  it('pins every action to a version, and keeps expressions out of its shell lines', () => {
    const steps = Object.values(workflow.jobs).flatMap((job) => [...(job.uses ? [{ uses: job.uses }] : []), ...(job.steps ?? [])] as Step[]);
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter(({ uses }) => uses && !/^\.\/|@v\d+\.\d+\.\d+$/.test(uses))).toEqual([]);
    // What comes from outside reaches a shell as an environment variable, never as text of the script.
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('runs files and npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const text = texts.get(name) as string;
    for (const [, path] of text.matchAll(/node (scripts\/\S+\.ts)/g)) expect(() => readFileSync(join(root, path as string))).not.toThrow();
    for (const [, script] of text.matchAll(/\bnpm (?:run )?(start|test|build)\b/g)) expect(scripts).toHaveProperty([script as string]);
  });
});

it('deploys in the order that keeps old code and new schema together', () => {
  const names = workflows.get('deploy-environment.yml')?.jobs.deploy?.steps?.map((step) => (step as { name?: string }).name);
  expect(names?.filter(Boolean)).toEqual(['Worker configuration', 'Migrations', 'Worker', 'Pages', 'Is it well?']);
});

it('uses the named secrets and variables, and the operations manual explains each', () => {
  expect(used('secrets')).toEqual([...secrets.required, ...secrets.optional, ...deploySecrets].sort());
  expect(used('vars')).toEqual([...variables.required, ...variables.optional].sort());
  const manual = readFileSync(join(root, 'docs/operations.md'), 'utf8');
  for (const name of [...used('secrets'), ...used('vars')]) expect(manual, name).toContain(`\`${name}\``);
});

it('looks at production every half hour', () => {
  const schedule = (workflows.get('health.yml')?.on.schedule ?? []) as { cron: string }[];
  expect(schedule.map(({ cron }) => cron)).toEqual([expect.stringMatching(/^\d+,\d+ \* \* \* \*$/)]);
});
