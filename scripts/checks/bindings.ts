// node scripts/checks/bindings.ts [--write]: worker/bindings.d.ts says what wrangler.toml says.
import { spawnSync } from 'node:child_process';
import { root } from './source-files.ts';

const check = process.argv.includes('--write') ? [] : ['--check'];
const { status, stdout, stderr } = spawnSync('wrangler', ['types', ...check, '--include-runtime=false', '--strict-vars=false', '--env-interface=Bindings', 'worker/bindings.d.ts'], {
  cwd: root, encoding: 'utf8', env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
});
if (status !== 0) {
  console.error(`${stdout}${stderr}`.trim());
  console.error('Run npm run bindings and commit worker/bindings.d.ts.');
  process.exitCode = 1;
} else console.log('bindings: worker/bindings.d.ts fits wrangler.toml');
