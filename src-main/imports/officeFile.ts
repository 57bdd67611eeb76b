/** Says which files are spreadsheets, Word or PDF: by what is in them, and a CSV, which is only text, by its name. */
import { UnreadableDocument } from './unreadable.ts';
import { openArchive, type Archive } from './zip.ts';

export type OfficeFile = { type: 'csv' } | { type: 'pdf' } | { type: 'xlsx' | 'docx'; archive: Archive };

/** Whole reports and exports with pictures come near it; more is no document. */
export const maxOfficeBytes = 25 * 1024 * 1024;

const csvName = /\.(?:csv|tsv|tab)$/i;
const officeName = /\.(?:csv|tsv|tab|xlsx|xlsm|docx|docm|pdf)$/i;
const startsWith = (bytes: Uint8Array, start: string): boolean => String.fromCharCode(...bytes.subarray(0, start.length)) === start;

/** Whether a file of this name may have the office files' size; what it is shows when it is read. */
export const isOfficeName = (file: string): boolean => officeName.test(file);

/** @returns null for anything else. @throws UnreadableDocument for office files that are protected, broken, too large or too old. */
export function officeFileOf(bytes: Uint8Array, file: string): OfficeFile | null {
	const found = typeOf(bytes, file);
	if (found && bytes.length > maxOfficeBytes) throw tooLargeForOffice(bytes.length);
	return found;
}

function typeOf(bytes: Uint8Array, file: string): OfficeFile | null {
	if (startsWith(bytes, '%PDF-')) return { type: 'pdf' };
	if (startsWith(bytes, 'PK\x03\x04')) {
		if (bytes.length > maxOfficeBytes) throw tooLargeForOffice(bytes.length);
		const archive = openArchive(bytes);
		if (archive.has('xl/workbook.xml')) return { type: 'xlsx', archive };
		if (archive.has('word/document.xml')) return { type: 'docx', archive };
		const other = otherOffice(archive);
		if (other) throw new UnreadableDocument(other);
		return null;
	}
	if (startsWith(bytes, '\xd0\xcf\x11\xe0')) throw oldOrProtected(bytes);
	return csvName.test(file) ? { type: 'csv' } : null;
}

const byMimetype: [RegExp, string][] = [
	[/opendocument\.text/, 'The file is an OpenDocument text. Save it as Word (.docx) and import that.'],
	[/opendocument\.spreadsheet/, 'The file is an OpenDocument spreadsheet. Save it as Excel (.xlsx) or CSV and import that.'],
	[/opendocument\./, 'The file is an OpenDocument presentation or drawing. Export it as PDF and import that.'],
	[/epub/, 'The file is an e-book (EPUB). Copy the passages that matter from a reader and paste them here.'],
];

/** What to do with packed files of programs that Longview does not read; null for a plain archive. */
function otherOffice(archive: Archive): string | null {
	if (archive.has('ppt/presentation.xml')) return 'The file is a presentation. Export it as PDF and import that.';
	if (archive.has('Index/Document.iwa')) return 'The file is of Pages, Numbers or Keynote. Export it as Word, Excel or PDF and import that.';
	const mimetype = archive.has('mimetype') ? archive.read('mimetype')?.toString('latin1') ?? '' : '';
	return byMimetype.find(([pattern]) => pattern.test(mimetype))?.[1] ?? null;
}

/** Office puts a protected file into the same container that its old formats are. */
function oldOrProtected(bytes: Uint8Array): UnreadableDocument {
	const isProtected = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
	return new UnreadableDocument(
		isProtected
			? 'The file is protected by a password. Save it without one and import it again.'
			: 'The file is in an old office format. Save it as .xlsx or .docx and import it again.',
	);
}

export const tooLargeForOffice = (bytes: number): UnreadableDocument =>
	new UnreadableDocument(`The file has ${(bytes / 1024 / 1024).toFixed(1)} MB and the limit for spreadsheets, Word and PDF is 25 MB. Save the part that matters as a file of its own.`);
