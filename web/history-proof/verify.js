// Checks a history proof with nothing but the file, in a browser or in Node (docs/history-proof.md). Twin of `mes verify-history`.
import { fault } from './faults.js';
import { read } from './read.js';
import { isReceiptOf, parseReceipt } from './receipt.js';

export { receiptOf } from './receipt.js';

const curve = { name: 'ECDSA', namedCurve: 'P-256' };
const signing = { name: 'ECDSA', hash: 'SHA-256' };

/**
 * Checks the file from the first entry to the last, then the end, the signatures and the receipt; the first fault ends it.
 * @param {Uint8Array} bytes The file.
 * @param {{key?: Uint8Array, receipt?: string}} known The platform's key (65 bytes) and an earlier receipt, as their reader has kept them.
 * @returns {Promise<{entries: number, night: ?string, nightEntry: ?number, receipt: ?number, fault: ?object}>}
 */
export async function verify(bytes, known = {}) {
  const { file, fault: unreadable } = read(bytes);
  const verdict = { entries: 0, night: null, nightEntry: null, receipt: null, fault: unreadable ?? null };
  if (!file) {
    return verdict;
  }

  verdict.fault = await checkEntries(file, verdict) ?? await checkEnd(file, known.key);
  if (!verdict.fault && file.night) {
    verdict.fault = await checkNight(file, verdict);
  }

  if (!verdict.fault && known.receipt !== undefined) {
    verdict.fault = await checkReceipt(file, known.receipt, verdict);
  }

  return verdict;
}

// WebCrypto answers later, one digest at a time: what does not depend on one another is asked for together.
const together = 256;

async function checkEntries(file, verdict) {
  for (let from = 0; from < file.entries.length; from += together) {
    const part = file.entries.slice(from, from + together);
    const digests = await Promise.all(part.map((entry, index) => digestsOf(entry, chainAt(file, from + index))));
    for (const [index, entry] of part.entries()) {
      const number = from + index + 1;
      const wrong = checkEntry(entry, number, file.entries[number - 2]?.time ?? 0n, digests[index]);
      if (wrong) {
        return fault(wrong, number);
      }

      verdict.entries = number;
    }
  }

  return null;
}

/** The digest of the salted body, where it is told, and the link of the chain, both as they should be. */
async function digestsOf(entry, chain) {
  const fields = [uint64(entry.sequence), uint64(entry.time), uint16(entry.kind), [entry.keyClass, entry.schema], entry.commandId, entry.bodyHash];
  const [body, link] = await Promise.all([entry.salt && sha256(entry.salt, entry.body), sha256(chain, ...fields)]);
  return { body, link };
}

function checkEntry(entry, number, notBefore, digests) {
  if (entry.sequence !== number) {
    return 'sequence';
  }

  if (entry.time < notBefore) {
    return 'time';
  }

  if (digests.body && !same(digests.body, entry.bodyHash)) {
    return 'body';
  }

  return same(digests.link, entry.chain) ? null : 'chain';
}

async function checkEnd(file, key) {
  const { sequence, chain, signature } = file.head;
  if (sequence !== file.entries.length || !same(chain, chainAt(file, sequence))) {
    return fault('head', sequence);
  }

  if (key && !same(key, file.key)) {
    return fault('key');
  }

  const statement = join(ascii('MESH\x01'), file.journal, uint64(sequence), chain);
  return await isSigned(file.key, statement, signature) ? null : fault('head-signature');
}

async function checkNight(file, verdict) {
  const night = file.night;
  if (night.sequence > file.entries.length || !same(night.chain, chainAt(file, night.sequence))) {
    return fault('night', night.sequence);
  }

  const root = await rootOf(await sha256([0], file.journal, uint64(night.sequence), night.chain), night);
  if (!root || !await isSigned(
    file.key, join(ascii('MESN\x01'), uint16(night.shard), ascii(night.date), uint64(night.leaves), root, night.previous), night.signature)) {
    return fault('night-signature');
  }

  [verdict.night, verdict.nightEntry] = [night.date, night.sequence];
  return null;
}

/** The root that the path leads to (RFC 9162, section 2.1.3.2); null if the path is not one of that leaf in a tree of that size. */
async function rootOf(digest, night) {
  let [place, last] = [night.leaf, night.leaves - 1];
  if (place > last) {
    return null;
  }

  for (const beside of night.path) {
    if (last === 0) {
      return null;
    }

    if (place % 2 === 1 || place === last) {
      digest = await sha256([1], beside, digest);
      while (place % 2 === 0 && place !== 0) {
        [place, last] = [half(place), half(last)];
      }
    } else {
      digest = await sha256([1], digest, beside);
    }

    [place, last] = [half(place), half(last)];
  }

  return last === 0 ? digest : null;
}

async function checkReceipt(file, words, verdict) {
  const receipt = await parseReceipt(words);
  if (!receipt) {
    return fault('receipt-unreadable');
  }

  for (let number = 0; number <= file.entries.length; number++) {
    if (isReceiptOf(receipt, chainAt(file, number))) {
      verdict.receipt = number;
      return null;
    }
  }

  return fault('receipt');
}

const chainAt = (file, number) => number === 0 ? file.journal : file.entries[number - 1].chain;

async function isSigned(key, statement, signature) {
  if (key[0] !== 4) {
    return false;
  }

  let imported;
  try {
    imported = await crypto.subtle.importKey('raw', key, curve, false, ['verify']);
  } catch {
    // No point of the curve.
    return false;
  }

  return crypto.subtle.verify(signing, imported, signature, statement);
}

const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', join(...parts)));

function join(...parts) {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((offset, part) => {
    bytes.set(part, offset);
    return offset + part.length;
  }, 0);
  return bytes;
}

const same = (one, other) => one.length === other.length && one.every((value, index) => value === other[index]);

const ascii = (text) => new TextEncoder().encode(text);

const half = (value) => Math.floor(value / 2);

const uint16 = (value) => [value & 0xff, value >> 8];

function uint64(value) {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setBigUint64(0, BigInt(value), true);
  return new Uint8Array(bytes.buffer);
}
