// What a deployment needs beside the code: which names come from the environment's variables and secrets, and how they reach wrangler. Pure.

export const environments = ['preview', 'production'] as const;
export type Environment = (typeof environments)[number];

/** Repository variables of an environment; the optional ones have defaults in worker/env.ts. */
export const variables = { required: ['APP_ORIGIN', 'MAIL_FROM', 'CACHE_KV_ID', 'SMTP_HOST'], optional: ['SMTP_PORT', 'SMTP_SECURE', 'TRUSTED_ORIGINS', 'COOKIE_SAME_SITE'] } as const;

/** Secrets that the Worker reads; they are uploaded with the version, so that code and secrets change together. */
export const secrets = {
  required: ['DATABASE_URL', 'BETTER_AUTH_SECRET', 'OPS_TOKEN'],
  optional: ['BETTER_AUTH_SECRET_OLD', 'EVIDENCE_SECRET', 'EVIDENCE_SECRETS_OLD', 'UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN', 'SMTP_USER', 'SMTP_PASSWORD', 'PUSH_PUBLIC_KEY', 'PUSH_PRIVATE_KEY', 'SENTRY_DSN'],
} as const;

/** Secrets of the workflow itself; the Worker never sees them. */
export const deploySecrets = ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID'] as const;

type Values = Readonly<Record<string, string | undefined>>;

/** The given names that hold something. Throws one sentence that names all that is missing, never a value. */
export function pick(values: Values, { required, optional }: { required: readonly string[]; optional: readonly string[] }): Record<string, string> {
  const missing = required.filter((name) => !values[name]);
  if (missing.length > 0) throw new Error(`Set ${missing.join(', ')} for this environment.`);
  return Object.fromEntries([...required, ...optional].flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}

/** wrangler.toml with one environment's placeholders replaced. `version` is what /api/health will say. */
export function deployConfig(toml: string, environment: Environment, values: Values, version: string): string {
  const { CACHE_KV_ID, ...vars } = pick(values, variables);
  const all = { ENVIRONMENT: environment, VERSION: version, ...vars };
  const line = `vars = { ${Object.entries(all).map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join(', ')} }`;
  const section = new RegExp(`(^\\[env\\.${environment}\\]\\n(?:(?!\\[)[^\\n]*\\n)*?)vars = [^\\n]*`, 'm');
  const placeholder = `"set-by-deploy-cache-${environment}"`;
  if (!section.test(toml) || !toml.includes(placeholder)) throw new Error(`wrangler.toml has no [env.${environment}] with vars and ${placeholder}.`);
  return toml.replace(section, (_, before: string) => `${before}${line}`).replace(placeholder, JSON.stringify(CACHE_KV_ID));
}
