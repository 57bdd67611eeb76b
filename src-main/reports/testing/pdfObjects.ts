/** The objects of a PDF as qpdf reads them, and what its pages' content marks as what. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names are "/Name", strings "u:text" or "b:hex", references "12 0 R". */
export type PdfValue = null | boolean | number | string | PdfValue[] | { [key: string]: PdfValue };
export type PdfDict = { [key: string]: PdfValue };

export interface PdfObjects {
	trailer: PdfDict;
	pages: PdfDict[];
	/** Follows a reference, through others if need be. */
	at(value: PdfValue | undefined): PdfValue;
	dict(value: PdfValue | undefined): PdfDict;
	list(value: PdfValue | undefined): PdfValue[];
	/** Of a stream object, decoded. */
	stream(reference: PdfValue | undefined): string;
	/** Every object that is a dictionary, or a stream's. */
	all(): PdfDict[];
}

interface QpdfJson {
	pages: { object: string }[];
	qpdf: [unknown, Record<string, { value?: PdfValue; stream?: { dict: PdfDict; data: string } }>];
}

const isReference = (value: unknown): value is string => typeof value === 'string' && /^\d+ \d+ R$/.test(value);

export function readObjects(bytes: Uint8Array): PdfObjects {
	const json = JSON.parse(qpdfJson(bytes)) as QpdfJson;
	const objects = json.qpdf[1];
	const at = (value: PdfValue | undefined): PdfValue => {
		if (!isReference(value)) return value ?? null;
		const object = objects[`obj:${value}`];
		return object?.stream ? object.stream.dict : at(object?.value);
	};
	const dict = (value: PdfValue | undefined): PdfDict => {
		const found = at(value);
		return found && typeof found === 'object' && !Array.isArray(found) ? found : {};
	};
	return {
		trailer: dict(objects['trailer']?.value),
		pages: json.pages.map(({ object }) => dict(object)),
		at,
		dict,
		list(value) {
			const found = at(value);
			return Array.isArray(found) ? found : [];
		},
		stream: (reference) => (isReference(reference) ? Buffer.from(objects[`obj:${reference}`]?.stream?.data ?? '', 'base64').toString('latin1') : ''),
		all: () => Object.values(objects).map((object) => dict(object.stream?.dict ?? object.value)),
	};
}

function qpdfJson(bytes: Uint8Array): string {
	const folder = mkdtempSync(join(tmpdir(), 'longview-objects-'));
	try {
		const path = join(folder, 'report.pdf');
		writeFileSync(path, bytes);
		return execFileSync('qpdf', ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', path], { encoding: 'utf8', maxBuffer: 2 ** 30 });
	} finally {
		rmSync(folder, { recursive: true });
	}
}

export interface MarkedPage {
	/** In the order in which they are drawn. */
	mcids: number[];
	/** Operators that draw, outside any artifact and any element. */
	unmarked: number;
	/** Artifacts in an element, or elements in an artifact. */
	mixed: number;
	/** Marks that are never ended, or ended and never begun. */
	unbalanced: number;
}

/** Strings, dictionaries, names and operators of a content stream; strings count as one token and are not read. */
const token = /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;
const draws = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh', 'EI']);

/** @param content of a page. */
export function markedContent(content: string): MarkedPage {
	const page: MarkedPage = { mcids: [], unmarked: 0, mixed: 0, unbalanced: 0 };
	const open: ('artifact' | 'element' | 'other')[] = [];
	let operands: string[] = [];
	for (const [found] of content.matchAll(token)) {
		if (found === 'BDC' || found === 'BMC') begin(page, open, operands);
		else if (found === 'EMC') page.unbalanced += open.pop() === undefined ? 1 : 0;
		else if (draws.has(found) && !open.some((mark) => mark !== 'other')) page.unmarked++;
		operands = /^[A-Za-z'"]/.test(found) ? [] : [...operands.slice(-12), found];
	}
	page.unbalanced += open.length;
	return page;
}

function begin(page: MarkedPage, open: ('artifact' | 'element' | 'other')[], operands: readonly string[]): void {
	const mcid = operands.indexOf('/MCID');
	const kind = mcid >= 0 ? 'element' : operands.includes('/Artifact') ? 'artifact' : 'other';
	if (kind === 'element') page.mcids.push(Number(operands[mcid + 1]));
	if (kind !== 'other' && open.some((mark) => mark !== 'other')) page.mixed++;
	open.push(kind);
}
