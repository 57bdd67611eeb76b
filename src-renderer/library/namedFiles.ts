/** Files on their way to an import: from an input, or dropped with whole folders, each with its path within them. */
import type { NamedFile } from '../api/imports.ts';
import type { UnreadFile } from '../../src-shared/schemas/document.ts';

const readableEndings = /\.(md|markdown|mdown|txt|text)$/i;
const workshopEnding = /\.longview$/i;
const megabyte = 1024 * 1024;
/** No document that people write by hand comes near it; the uploads of a request stay under the API's cap. */
const fileCap = 16 * megabyte;
const uploadCap = 24 * megabyte;
const filesPerUpload = 400;

export const isWorkshopFile = (file: { name: string }): boolean => workshopEnding.test(file.name);

export function fromFiles(files: Iterable<File>): NamedFile[] {
	return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Hidden files come along with folders and nobody means them. */
export const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.') || part === 'Thumbs.db');

/** Splits off what Longview does not read, each with a sentence; a name without an ending may be a text and is tried. */
export function sortOut(files: readonly NamedFile[]): { readable: NamedFile[]; declined: UnreadFile[] } {
	const readable: NamedFile[] = [];
	const declined: UnreadFile[] = [];
	for (const named of files) {
		if (isHidden(named.path)) continue;
		const error = reasonToDecline(named);
		if (error) declined.push({ file: named.path, error });
		else readable.push(named);
	}
	return { readable, declined };
}

function reasonToDecline({ path, file }: NamedFile): string | null {
	const name = path.split('/').at(-1) ?? path;
	if (workshopEnding.test(name)) return 'This is a workshop file. Open it from the list of workshops.';
	if (name.includes('.') && !readableEndings.test(name)) return 'Longview reads Markdown and text. Save it as one of them and import it again.';
	if (file.size > fileCap) return `The file is larger than ${fileCap / megabyte} MB. Split it and import the parts.`;
	return null;
}

/** Uploads of a size that one request may have, in the order given. */
export function inUploads(files: readonly NamedFile[]): NamedFile[][] {
	const uploads: NamedFile[][] = [];
	let size = Infinity;
	for (const named of files) {
		if (size + named.file.size > uploadCap || uploads.at(-1)!.length >= filesPerUpload) {
			uploads.push([]);
			size = 0;
		}
		uploads.at(-1)!.push(named);
		size += named.file.size;
	}
	return uploads;
}

/**
 * Everything in a drop, folders walked. Must be called while the drop event runs: the browser empties the transfer after.
 * @throws what the browser threw where a file could not be opened.
 */
export function fromDrop(transfer: DataTransfer): Promise<NamedFile[]> {
	const entries = [...transfer.items].flatMap((item) => {
		const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
		return entry ? [entry] : [];
	});
	if (entries.length === 0) return Promise.resolve(fromFiles(transfer.files));
	return Promise.all(entries.map(walk)).then((lists) => lists.flat());
}

async function walk(entry: FileSystemEntry): Promise<NamedFile[]> {
	const path = entry.fullPath.replace(/^\//, '');
	if (isHidden(path)) return [];
	if (entry.isFile) return [{ path, file: await fileOf(entry as FileSystemFileEntry) }];
	const children = await childrenOf(entry as FileSystemDirectoryEntry);
	children.sort((a, b) => a.name.localeCompare(b.name));
	return (await Promise.all(children.map(walk))).flat();
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** A reader hands out at most a hundred entries at a time, and an empty list at the end. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = directory.createReader();
	const all: FileSystemEntry[] = [];
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
		if (some.length === 0) return all;
		all.push(...some);
	}
}

/** Asks with the browser's own file input, for hosts without dialogs. Resolves with null where nothing was chosen. */
export function askForFiles(choose: 'files' | 'folder'): Promise<NamedFile[] | null> {
	const input = document.createElement('input');
	input.type = 'file';
	input.multiple = true;
	input.webkitdirectory = choose === 'folder';
	if (choose === 'files') input.accept = '.md,.markdown,.txt,.text,text/plain,text/markdown';
	return new Promise((resolve) => {
		input.addEventListener('change', () => resolve(input.files?.length ? fromFiles(input.files) : null));
		input.addEventListener('cancel', () => resolve(null));
		input.click();
	});
}
