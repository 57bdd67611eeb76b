/** A document whose repair is undone is another document with another text. Both are kept; the hash of one gives that of the other. */
import { createHash } from 'node:crypto';

/** @param hash that of the document with its repair. */
export const unrepairedHash = (hash: string): string => createHash('sha256').update(`${hash} unrepaired`).digest('hex').slice(0, 32);
