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
/** The first cards are there soon, the next files while those are stored, and then there is little starting and ending. */
const firstUpload = 64;
const growth = 6;
const filesPerUpload = 1500;

export function fromFiles(files: Iterable<File>): NamedFile[] {
	return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));

/** A file that is to be sent; who sends it holds it under its number. */
export interface HeldFile {
	path: string;
	held: number;
	/** Bytes. */
	size: number;
}

interface SortedOut {
	tried: NamedFile[];
	declined: UnreadFile[];
	skipped: SkippedFile[];
}

/** Files handed over at a time: each costs a question to the disk, for which the window waits. */
const atOnce = 32;

/** A file given by itself is always tried; what a folder holds beside texts is passed over. */
export function sortOut(files: readonly NamedFile[]): SortedOut {
	const others = { declined: [], skipped: [] };
	return { tried: files.filter((named) => isTried(named, others)), ...others };
}

function isTried(named: NamedFile, { declined, skipped }: Pick<SortedOut, 'declined' | 'skipped'>): boolean {
	const { path } = named;
	const skip = path.includes('/') ? reasonToSkip(named) : null;
	if (skip) skipped.push({ file: path, reason: skip });
	else if (workshopEnding.test(path)) declined.push({ file: path, error: 'This is a workshop file. Open it from the menu of workshops.' });
	else return true;
	return false;
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

/**
 * Uploads of a size that one request may have, in the order given; the first one is there before the others are looked at.
 * @param hold keeps files for whoever sends them, under numbers from the second argument on, and says their sizes.
 * @param declined is given those that are too large.
 */
export async function* uploadsOf(files: readonly NamedFile[], hold: (files: readonly File[], first: number) => Promise<number[]>, declined: UnreadFile[]): AsyncGenerator<HeldFile[], void> {
	let upload: HeldFile[] = [];
	let bytes = 0;
	let most = firstUpload;
	for (let first = 0; first < files.length; first += atOnce) {
		const some = files.slice(first, first + atOnce);
		const sizes = await hold(some.map(({ file }) => file), first);
		for (const [at, { path }] of some.entries()) {
			const size = sizes[at]!;
			if (size > capOf(path)) {
				declined.push({ file: path, error: tooLarge(path) });
				continue;
			}
			if (upload.length >= most || bytes + size > uploadCap) {
				yield upload;
				[upload, bytes, most] = [[], 0, Math.min(filesPerUpload, growth * most)];
			}
			upload.push({ path, held: first + at, size });
			bytes += size;
		}
	}
	if (upload.length > 0) yield upload;
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
