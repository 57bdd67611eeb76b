/**
 * Files that the page sent with their content. The main process only gathers what arrives; a thread of the pool takes the
 * form apart, and its files stay in memory that all threads share, so that no thread waits for the copy of another.
 */
import type { FileSource } from './readAny.ts';

/** A body of multipart/form-data in pieces, of which the last one is filled only in part. */
export interface SentForm {
	type: string;
	pieces: SharedArrayBuffer[];
	length: number;
}

const pieceBytes = 1024 * 1024;

/** @param type the request's content type, which has the form's boundary. */
export async function gather(body: ReadableStream<Uint8Array>, type: string): Promise<SentForm> {
	const pieces: SharedArrayBuffer[] = [];
	let length = 0;
	for await (const chunk of body) {
		for (let from = 0; from < chunk.length; ) {
			const at = length % pieceBytes;
			if (at === 0) pieces.push(new SharedArrayBuffer(pieceBytes));
			const part = chunk.subarray(from, from + pieceBytes - at);
			new Uint8Array(pieces.at(-1)!, at).set(part);
			length += part.length;
			from += part.length;
		}
	}
	return { type, pieces, length };
}

/** @returns the files of the form's field `files`, each named with its path as the page knows it; none where it is no such form. */
export async function readForm({ type, pieces, length }: SentForm): Promise<FileSource[]> {
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			pieces.forEach((piece, index) => controller.enqueue(new Uint8Array(piece, 0, Math.min(pieceBytes, length - index * pieceBytes)).slice()));
			controller.close();
		},
	});
	const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null);
	const files = form?.getAll('files').filter((entry) => entry instanceof File) ?? [];
	const share = createSharing();
	const shared: FileSource[] = [];
	for (const file of files) shared.push({ file: file.name, bytes: share(new Uint8Array(await file.arrayBuffer())) });
	return shared;
}

/** Puts files next to each other in pieces of memory: one for each of thousands would cost more than what is in it. */
function createSharing(): (bytes: Uint8Array) => Uint8Array {
	let piece = new SharedArrayBuffer(0);
	let used = 0;
	return (bytes) => {
		if (used + bytes.length > piece.byteLength) {
			piece = new SharedArrayBuffer(Math.max(pieceBytes, bytes.length));
			used = 0;
		}
		const shared = new Uint8Array(piece, used, bytes.length);
		shared.set(bytes);
		used += bytes.length;
		return shared;
	};
}
