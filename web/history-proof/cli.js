// node cli.js file… : the verdict on each file, one line of JSON each. A file beside it named file.known.json gives { key, receipt }, both optional.
import { existsSync, readFileSync } from 'node:fs';
import { verify } from './verify.js';

let faults = 0;
for (const path of process.argv.slice(2)) {
  const known = existsSync(`${path}.known.json`) ? JSON.parse(readFileSync(`${path}.known.json`, 'utf8')) : {};
  const verdict = await verify(readFileSync(path), {
    key: known.key ? Uint8Array.from(Buffer.from(known.key, 'hex')) : undefined,
    receipt: known.receipt ?? undefined,
  });
  faults += verdict.fault ? 1 : 0;
  console.log(JSON.stringify(verdict));
}

process.exitCode = faults === 0 ? 0 : 3;
