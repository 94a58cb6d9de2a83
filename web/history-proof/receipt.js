// Receipts: twelve words, eleven for the first 88 bits of a chain value and one that tells a slip of the pen from another history.
import { words } from './words.js';

const kept = 11;

/** The receipt of the history that ends with the chain value. */
export async function receiptOf(chain) {
  const bytes = chain.slice(0, kept);
  return [...bytes, await check(bytes)].map((value) => words[value]).join(' ');
}

/** The first bytes of the chain value that the words stand for; null if they are no receipt. */
export async function parseReceipt(text) {
  const values = (text.match(/[A-Za-z]+/g) ?? []).map((word) => words.indexOf(word.toLowerCase()));
  if (values.length !== kept + 1 || values.includes(-1)) {
    return null;
  }

  const bytes = Uint8Array.from(values.slice(0, kept));
  return await check(bytes) === values[kept] ? bytes : null;
}

/** Whether the parsed receipt is that of the history that ends with the chain value. */
export const isReceiptOf = (receipt, chain) => receipt.every((value, index) => value === chain[index]);

async function check(bytes) {
  const checked = Uint8Array.from([...new TextEncoder().encode('MESR\x01'), ...bytes]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', checked))[0];
}
