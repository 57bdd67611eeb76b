/** Files on their way to an import: from an input, or dropped with whole folders, each with its path within them. */
import type { NamedFile } from '../api/imports.ts';
import type { UnreadFile } from '../../src-shared/schemas/document.ts';
import type { SkippedFile } from '../../src-shared/schemas/importBatch.ts';

const workshopEnding = /\.longview$/i;
/** What systems call texts that are no text/…: the rest of a folder is pictures, films and office files. */
const textTypes = /^(text\/.*|application\/(json|yaml|x-yaml|xml|rtf|octet-stream))?$/;
/** Spreadsheets, Word and PDF, by their names: systems disagree on what else to call them. */
const officeEnding = /\.(csv|tsv|tab|xlsx|xlsm|docx|docm|pdf)$/i;
const megabyte = 1024 * 1024;
/** No document that people write by hand comes near it. */
const fileCap = 16 * megabyte;
const officeCap = 25 * megabyte;
const uploadCap = 24 * megabyte;
/** The first cards are there soon, and then there is little starting and ending. */
const firstUpload = 64;
const filesPerUpload = 1500;

export function fromFiles(files: Iterable<File>): NamedFile[] {
	return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));

interface SizedFile extends NamedFile {
	/** Bytes. Asking a chosen file for it takes a question to the disk each time. */
	size: number;
}

interface SortedOut {
	readable: SizedFile[];
	declined: UnreadFile[];
	skipped: SkippedFile[];
}

/** Milliseconds of work after which the window gets its turn. */
const atOnce = 8;

/** A file given by itself is always tried; what a folder holds beside texts is passed over. */
export async function sortOut(files: readonly NamedFile[]): Promise<SortedOut> {
	const sorted: SortedOut = { readable: [], declined: [], skipped: [] };
	let since = performance.now();
	for (const named of files) {
		sort(named, sorted);
		if (performance.now() - since < atOnce) continue;
		await new Promise((resolve) => setTimeout(resolve));
		since = performance.now();
	}
	return sorted;
}

function sort(named: NamedFile, { readable, declined, skipped }: SortedOut): void {
	const { path, file } = named;
	const skip = path.includes('/') ? reasonToSkip(named) : null;
	if (skip) return void skipped.push({ file: path, reason: skip });
	if (workshopEnding.test(path)) return void declined.push({ file: path, error: 'This is a workshop file. Open it from the menu of workshops.' });
	const { size } = file;
	if (size > capOf(path)) declined.push({ file: path, error: tooLarge(path) });
	else readable.push({ path, file, size });
}

const capOf = (path: string): number => (officeEnding.test(path) ? officeCap : fileCap);
const tooLarge = (path: string): string =>
	officeEnding.test(path)
		? `The file is larger than ${officeCap / megabyte} MB, the limit for spreadsheets, Word and PDF. Save the part that matters as a file of its own.`
		: `The file is larger than ${fileCap / megabyte} MB. Split it and import the parts.`;

function reasonToSkip({ path, file }: NamedFile): string | null {
	if (isHidden(path)) return 'It is hidden.';
	if (officeEnding.test(path)) return null;
	return workshopEnding.test(path) || !textTypes.test(file.type) ? 'Its name says that it is no text.' : null;
}

/** Uploads of a size that one request may have, in the order given. */
export function inUploads(files: readonly SizedFile[]): NamedFile[][] {
	const uploads: NamedFile[][] = [];
	let size = Infinity;
	for (const named of files) {
		if (size + named.size > uploadCap || uploads.at(-1)!.length >= (uploads.length === 1 ? firstUpload : filesPerUpload)) {
			uploads.push([]);
			size = 0;
		}
		uploads.at(-1)!.push(named);
		size += named.size;
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

export const dropFailed = 'Something of the drop could not be opened, so nothing was read. Choose the files with Import files instead.';

async function walk(entry: FileSystemEntry): Promise<NamedFile[]> {
	const path = entry.fullPath.replace(/^\//, '');
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
	if (choose === 'files') input.accept = '.md,.markdown,.txt,.text,.yaml,.yml,.pdf,.docx,.docm,.csv,.tsv,.tab,.xlsx,.xlsm,text/plain,text/markdown';
	return new Promise((resolve) => {
		input.addEventListener('change', () => resolve(input.files?.length ? fromFiles(input.files) : null));
		input.addEventListener('cancel', () => resolve(null));
		input.click();
	});
}
