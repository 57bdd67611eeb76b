/** Turns the disk's error codes into sentences that say what to do. */
import { Refusal, type RefusalStatus } from '../refusal.ts';

const known: Record<string, [RefusalStatus, (path: string) => string]> = {
	ENOSPC: [507, (path) => `The disk is full, so ${path} was not written. Free some space and try again.`],
	EDQUOT: [507, (path) => `Your share of the disk is used up, so ${path} was not written. Free some space and try again.`],
	EFBIG: [507, (path) => `${path} would be larger than this disk allows.`],
	EACCES: [403, (path) => `Longview is not allowed to write ${path}. Choose another folder.`],
	EPERM: [403, (path) => `Longview is not allowed to write ${path}. Choose another folder.`],
	EROFS: [403, (path) => `${path} lies on a disk that cannot be written to. Choose another folder.`],
	EBUSY: [409, (path) => `${path} is in use by another program. Close it there and try again.`],
	ENOENT: [404, (path) => `The folder of ${path} does not exist.`],
	ENOTDIR: [404, (path) => `The folder of ${path} does not exist.`],
	EISDIR: [409, (path) => `${path} is a folder. Choose a file name.`],
	ENAMETOOLONG: [422, (path) => `The name of ${path} is too long. Choose a shorter one.`],
	EIO: [500, (path) => `The disk reported an error while ${path} was written. Check the disk.`],
};

/** Of a file that is complete beside the one it should replace: the folder can be written to, so the file itself is held. */
const held = new Set(['EPERM', 'EACCES', 'EBUSY', 'ETXTBSY']);

/** @returns a Refusal where a file cannot be replaced, as Windows does while another program has it open. */
export function replaceRefusal(error: unknown, path: string): unknown {
	if (!held.has(errorCode(error))) return diskRefusal(error, path);
	return new Refusal(409, `${path} is open in another program, or protected. Close it there and try again, or choose another name.`, { cause: error });
}

export const errorCode = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? '';

/** @returns a Refusal with a sentence where the disk's code is known, else the error as it was. */
export function diskRefusal(error: unknown, path: string): unknown {
	if (error instanceof Refusal) return error;
	const entry = known[errorCode(error)];
	return entry ? new Refusal(entry[0], entry[1](path), { cause: error }) : error;
}
