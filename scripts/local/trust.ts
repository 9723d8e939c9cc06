import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { rootCertificates } from 'node:tls';

const bundles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/ca-bundle.pem', '/etc/ssl/cert.pem'];

/**
 * What workerd needs on a machine without root certificates, such as a slim container: it refuses to start there. Writes the ones
 * that Node carries to `file` and names them; empty where the system has its own.
 */
export function trustSettings(file: string): Record<string, string> {
  if (process.platform !== 'linux' || process.env.SSL_CERT_FILE || bundles.some(existsSync)) return {};
  if (existsSync('/etc/ssl/certs') && readdirSync('/etc/ssl/certs').some((name) => /\.(pem|crt|0)$/.test(name))) return {};
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, rootCertificates.join('\n'));
  return { SSL_CERT_FILE: file };
}
