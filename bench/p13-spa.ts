// P13: the SPA as a person meets it. Lighthouse, desktop and mobile preset, on landing, browse and pitch page of the stack that `npm start` runs; the
// delay of typing into the search; initial JavaScript beside a shell of the same libraries. BENCH_ORIGIN names a running stack; else one is started.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { type BuildManifest, budgetsOf } from '../scripts/checks/bundle-rules.ts';
import { startTestStack } from '../scripts/test/stack.ts';
import type { Plan } from './harness/compare.ts';
import { categories, lighthouse, type PageRun, type Preset, typingDelay } from './harness/pages.ts';
import type { Report } from './harness/report.ts';
import { median } from './harness/stats.ts';

const root = resolve(import.meta.dirname, '..');
const limits = { score: 95, lcp: 2000, tbt: 150, cls: 0.02, typing: 100, initial: 130_000, shell: 1.6 };
const gzipSize = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

/** gzip bytes of the shell's JavaScript, built as ours is. */
async function shellSize(): Promise<number> {
  const outDir = mkdtempSync(join(tmpdir(), 'pitchey-shell-'));
  try {
    await build({ root: join(import.meta.dirname, 'peers/shell'), configFile: false, logLevel: 'error', plugins: [react()], build: { outDir, emptyOutDir: true, target: 'es2022' } });
    return readdirSync(join(outDir, 'assets')).filter((name) => name.endsWith('.js')).reduce((sum, name) => sum + gzipSize(join(outDir, 'assets', name)), 0);
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

async function initialSize(): Promise<number> {
  const outDir = mkdtempSync(join(tmpdir(), 'pitchey-pages-'));
  try {
    await build({ configFile: join(root, 'frontend/vite.config.ts'), logLevel: 'error', build: { outDir, emptyOutDir: true } });
    const manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')) as BuildManifest;
    const [initial] = budgetsOf(manifest, (file) => gzipSize(join(outDir, file)));
    if (!initial) throw new Error('the build has no entry');
    return initial.size;
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

const of = (runs: readonly PageRun[], value: (run: PageRun) => number): number => median(runs.map(value));

export async function p13(plan: Plan, log: (line: string) => void): Promise<Report> {
  const given = process.env.BENCH_ORIGIN;
  const stack = given ? undefined : await startTestStack(root);
  const origin = given ?? stack?.origin ?? '';
  const findings: NonNullable<Report['findings']> = [];
  try {
    const { items } = (await (await fetch(`${origin}/api/pitches?sort=trending&limit=1`)).json()) as { items: { slug: string }[] };
    const pages = { landing: '/', browse: '/browse', pitch: `/pitches/${items[0]?.slug}` };
    const runs: Record<Preset, number> = plan.seconds < 8 ? { desktop: 1, mobile: 1 } : { desktop: 3, mobile: 5 };
    for (const preset of ['desktop', 'mobile'] as const) {
      for (const [name, path] of Object.entries(pages)) {
        const measured: PageRun[] = [];
        for (let n = 0; n < runs[preset]; n += 1) measured.push(await lighthouse(`${origin}${path}`, preset));
        const scores = categories.map((category) => of(measured, (run) => run.scores[category]));
        const [lcp, fcp, tbt, cls, script] = [of(measured, (run) => run.lcp), of(measured, (run) => run.fcp), of(measured, (run) => run.tbt), of(measured, (run) => run.cls), of(measured, (run) => run.script)];
        const text = `${preset} ${name}: ${categories.map((category, at) => `${category} ${scores[at]}`).join(', ')}; LCP ${lcp.toFixed(0)} ms, FCP ${fcp.toFixed(0)} ms, TBT ${tbt.toFixed(0)} ms, CLS ${cls.toFixed(3)}, scripts ${(script / 1000).toFixed(0)} kB (median of ${measured.length})`;
        const holds = preset === 'desktop' ? scores.every((score) => score >= limits.score) : lcp <= limits.lcp && tbt <= limits.tbt && cls <= limits.cls;
        log(`  ${text}`);
        findings.push({ text, holds });
      }
    }
    const typed = await typingDelay(`${origin}/browse`, 'the river knows');
    findings.push({ text: `typing into the search: longest of ${typed.presses} presses ${typed.longest.toFixed(0)} ms, target <= ${limits.typing} ms`, holds: typed.longest <= limits.typing });
  } finally {
    await stack?.stop();
  }
  const [initial, shell] = [await initialSize(), await shellSize()];
  findings.push({ text: `initial JavaScript ${(initial / 1000).toFixed(1)} kB gzip, target <= ${limits.initial / 1000} kB; shell of the same libraries ${(shell / 1000).toFixed(1)} kB, ratio ${(initial / shell).toFixed(2)}, target <= ${limits.shell}`, holds: initial <= limits.initial && initial / shell <= limits.shell });
  return { name: 'P13 pages', question: `desktop: every category >= ${limits.score}; mobile: LCP <= ${limits.lcp} ms, TBT <= ${limits.tbt} ms, CLS <= ${limits.cls}`, findings };
}
