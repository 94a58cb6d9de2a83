// Reads the file of a history proof as strictly as its format is written: every member that is due, no other, each in its form.
import { fault } from './faults.js';

const members = ['format', 'version', 'journal', 'key', 'entries', 'head', 'night'];
const digests = ['seq', 'time', 'kind', 'keyClass', 'schema', 'commandId', 'bodyHash', 'chain'];
const open = [...digests, 'salt', 'body'];
const ends = ['seq', 'chain', 'signature'];
const nights = ['shard', 'date', 'seq', 'chain', 'leaf', 'leaves', 'path', 'previous', 'signature'];

/** @returns {{file: object} | {fault: object}} the file, its digests as bytes and its times as counts of 100 ns, or what is not as it should be. */
export function read(bytes) {
  let entry = null;
  try {
    const root = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    must(isObject(root) && root.format === 'mes-history-proof');
    if (number(root.version) !== 1) {
      return { fault: fault('version') };
    }

    must(hasOnly(root, members));
    const file = { journal: hex(root.journal, 32), key: hex(root.key, 65), head: readHead(root.head), night: readNight(root.night), entries: [] };
    must(Array.isArray(root.entries));
    for (const element of root.entries) {
      entry = file.entries.length + 1;
      file.entries.push(readEntry(element));
    }

    return { file };
  } catch (unreadable) {
    if (unreadable instanceof SyntaxError || unreadable instanceof TypeError) {
      return { fault: fault('unreadable', entry) };
    }

    throw unreadable;
  }
}

function readEntry(entry) {
  const isOpen = hasOnly(entry, open);
  must(isOpen || hasOnly(entry, digests));
  must(!isOpen || (typeof entry.body === 'string' && entry.body.isWellFormed()));
  return {
    sequence: number(entry.seq),
    time: ticks(entry.time),
    kind: number(entry.kind, 0xffff),
    keyClass: number(entry.keyClass, 3),
    schema: number(entry.schema, 0xff),
    commandId: commandId(entry.commandId),
    bodyHash: hex(entry.bodyHash, 32),
    salt: isOpen ? hex(entry.salt, 16) : null,
    body: isOpen ? new TextEncoder().encode(entry.body) : null,
    chain: hex(entry.chain, 32),
  };
}

function readHead(head) {
  must(hasOnly(head, ends));
  return { sequence: number(head.seq), chain: hex(head.chain, 32), signature: hex(head.signature, 64) };
}

function readNight(night) {
  if (night === null) {
    return null;
  }

  must(hasOnly(night, nights) && Array.isArray(night.path) && isDate(night.date));
  return {
    shard: number(night.shard, 4095),
    date: night.date,
    sequence: number(night.seq),
    chain: hex(night.chain, 32),
    leaf: number(night.leaf),
    leaves: number(night.leaves),
    path: night.path.map((beside) => hex(beside, 32)),
    previous: hex(night.previous, 32),
    signature: hex(night.signature, 64),
  };
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (value, names) => isObject(value) && Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name));

/** A whole number from 0: what counts is the value, however JSON writes it. */
function number(value, largest = Number.MAX_SAFE_INTEGER) {
  must(Number.isSafeInteger(value) && value >= 0 && value <= largest);
  return value;
}

function hex(text, length) {
  must(typeof text === 'string' && text.length === 2 * length && /^[0-9a-f]*$/.test(text));
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    bytes[index] = 16 * digit(text.charCodeAt(2 * index)) + digit(text.charCodeAt(2 * index + 1));
  }

  return bytes;
}

const digit = (code) => code - (code > 57 ? 87 : 48);

function commandId(text) {
  must(typeof text === 'string' && /^.{8}-.{4}-.{4}-.{4}-.{12}$/.test(text));
  return hex(text.replaceAll('-', ''), 16);
}

/** A moment as a count of 100 ns since year 1, which a number of JavaScript could not hold. */
function ticks(text) {
  const parts = typeof text === 'string' && /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})(\d{4})Z$/.exec(text);
  must(parts && isMoment(parts[1]));
  return (BigInt(Date.parse(`${parts[1]}Z`)) + 62135596800000n) * 10000n + BigInt(parts[2]);
}

const isDate = (text) => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && isMoment(`${text}T00:00:00.000`);

// What rolls over to another day, such as 30 February, does not come back as it was written.
function isMoment(text) {
  const moment = new Date(`${text}Z`);
  return !Number.isNaN(moment.getTime()) && !text.startsWith('0000') && moment.toISOString() === `${text}Z`;
}

function must(right) {
  if (!right) {
    throw new TypeError('not written as the format says');
  }
}
