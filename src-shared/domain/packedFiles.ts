/**
 * Files in the body of one request: how long their list is, the list as JSON, then their bytes one after another. A form of
 * files says the same, but a browser asks the disk about every file of a form again, and a host has to search it for its ends.
 */
import * as v from 'valibot';

export const packedFilesType = 'application/x-longview-files';

const listSchema = v.array(v.union([
	v.object({ path: v.string(), size: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
	// What could not be read where it is, as a sentence.
	v.object({ path: v.string(), error: v.string() }),
]));

export type PackedFile<Bytes> = { path: string; bytes: Bytes } | { path: string; error: string };

const headBytes = 4;

/** What stands before the files' own bytes. */
export function packedHead(files: readonly PackedFile<{ byteLength: number }>[]): Uint8Array<ArrayBuffer> {
	const list = files.map((file) => ('error' in file ? file : { path: file.path, size: file.bytes.byteLength }));
	const json = new TextEncoder().encode(JSON.stringify(list));
	const head = new Uint8Array(headBytes + json.length);
	new DataView(head.buffer).setUint32(0, json.length);
	head.set(json, headBytes);
	return head;
}

/** @returns the files, their bytes as parts of what was given; null where it does not hold exactly what it lists. */
export function unpackedFiles<Memory extends ArrayBufferLike>(packed: Uint8Array<Memory>): PackedFile<Uint8Array<Memory>>[] | null {
	if (packed.length < headBytes) return null;
	const start = headBytes + new DataView(packed.buffer, packed.byteOffset).getUint32(0);
	const list = start > packed.length ? null : listOf(packed.slice(headBytes, start));
	if (!list) return null;
	let at = start;
	const files = list.map((file) => {
		if ('error' in file) return file;
		const from = at;
		at += file.size;
		return { path: file.path, bytes: packed.subarray(from, Math.min(at, packed.length)) };
	});
	return at === packed.length ? files : null;
}

function listOf(json: Uint8Array): v.InferOutput<typeof listSchema> | null {
	try {
		return v.parse(listSchema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)));
	} catch {
		return null;
	}
}
