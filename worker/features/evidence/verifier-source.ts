// The program inside an evidence bundle: one file, Node alone, no network. Kept as text, since it runs elsewhere; verifier.test.ts runs it.
export const VERIFIER = String.raw`// Checks this evidence bundle. Run in the unpacked folder, with Node 20 or later and no network:  node verify.mjs
// It checks that every file is the one that was packed, that every entry of the log follows from the one before, that the last entry
// is sealed, and that the signed text is the one the log names. Compare the key printed at the end with the one the platform publishes,
// or give it:  node verify.mjs <key id>
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const read = (name) => readFileSync(join(folder, name));
const problems = [];
let firstBroken = null;
const broken = (seq, why) => {
  problems.push('entry ' + seq + ': ' + why);
  if (firstBroken === null || seq < firstBroken) firstBroken = seq;
};

function files(at) {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(at, entry.name)) : [relative(folder, join(at, entry.name)).replaceAll('\\', '/')]));
}

function run() {
  const chain = JSON.parse(read('chain.json'));
  const manifestBytes = read('manifest.json');
  const manifest = JSON.parse(manifestBytes);
  const sealed = JSON.parse(read('manifest.seal.json'));
  const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: chain.publicKey } });
  const keyId = sha256(chain.publicKey).slice(0, 16);
  const signed = (text, seal) => { try { return verify(null, Buffer.from(text), key, Buffer.from(seal, 'base64')); } catch { return false; } };

  if (process.argv[2] && process.argv[2] !== keyId) problems.push('the bundle is sealed with key ' + keyId + ', not with ' + process.argv[2]);
  if (!signed('pitchey evidence manifest v1\n' + sha256(manifestBytes), sealed.seal)) problems.push('manifest.json: the seal does not fit');
  for (const { path, sha256: expected } of manifest.files) {
    let bytes;
    try { bytes = read(path); } catch { problems.push(path + ': missing'); continue; }
    if (sha256(bytes) !== expected) problems.push(path + ': not the file that was packed');
  }
  const known = new Set([...manifest.files.map(({ path }) => path), 'manifest.json', 'manifest.seal.json']);
  for (const path of files(folder)) if (!known.has(path)) problems.push(path + ': not part of the bundle');

  let hash = sha256('pitchey nda chain v1\n' + chain.ndaId);
  const hashes = new Set(manifest.files.filter(({ path }) => path.startsWith('documents/')).map((file) => sha256(read(file.path))));
  chain.links.forEach((link, index) => {
    const seq = index + 1;
    let entry = {};
    try { entry = JSON.parse(link.entry); } catch { broken(seq, 'cannot be read'); }
    if (link.seq !== seq || entry.seq !== seq) broken(seq, 'an entry is missing or out of order');
    if (link.prevHash !== hash) broken(seq, 'does not follow from the entry before');
    if (sha256(link.prevHash + '\n' + link.entry) !== link.hash) broken(seq, 'was changed');
    if (entry.documentHash && !hashes.has(entry.documentHash)) broken(seq, 'the document it names is not in the bundle');
    hash = link.hash;
  });
  const head = chain.head;
  if (head.seq !== chain.links.length || head.hash !== hash) broken(Math.min(head.seq, chain.links.length + 1), 'the end of the log is not the sealed one');
  else if (head.keyId !== keyId || !signed('pitchey nda head v1\n' + chain.ndaId + '\n' + head.seq + '\n' + head.hash, head.seal)) broken(head.seq, 'the seal does not fit');
  if (firstBroken === null && problems.length === 0) {
    for (const { entry } of chain.links) {
      const { seq, at, action, by } = JSON.parse(entry);
      console.log(String(seq).padStart(4) + '  ' + at + '  ' + (by.name ?? by.as) + ': ' + action);
    }
  }
  return { keyId, entries: chain.links.length };
}

let result;
try { result = run(); } catch (error) { problems.push(String(error.message ?? error)); }
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  console.error(firstBroken === null ? 'BROKEN' : 'BROKEN at entry ' + firstBroken);
  process.exitCode = 1;
} else {
  console.log('VALID: ' + result.entries + ' entries, sealed with key ' + result.keyId);
}
`;
