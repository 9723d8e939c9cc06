// node scripts/deploy/prepare.ts preview|production: writes wrangler.deploy.toml and .deploy-secrets.json from the environment's variables and secrets.
// Both files are ignored by git; the workflow deletes the second one.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deployConfig, environments, pick, secrets } from './deploy-config.ts';

const root = resolve(import.meta.dirname, '../..');
const environment = environments.find((name) => name === process.argv[2]);

try {
  if (!environment) throw new Error(`Usage: node scripts/deploy/prepare.ts ${environments.join('|')}`);
  const version = process.env.GITHUB_SHA?.slice(0, 12);
  if (!version) throw new Error('Set GITHUB_SHA: the deployed version is named after its commit.');
  writeFileSync(join(root, 'wrangler.deploy.toml'), deployConfig(readFileSync(join(root, 'wrangler.toml'), 'utf8'), environment, process.env, version));
  writeFileSync(join(root, '.deploy-secrets.json'), JSON.stringify(pick(process.env, secrets)), { mode: 0o600 });
  console.log(`wrangler.deploy.toml is ready for ${environment}, version ${version}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
