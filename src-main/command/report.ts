/** `longview report`: a workshop file, or a draft workshop of given documents, as a PDF. */
import { resolve } from 'node:path';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { posterSizes, printedDocuments } from '../../src-shared/schemas/report.ts';
import { reportLanguages } from '../../src-shared/schemas/worlds.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { readUnasked } from '../imports/readAny.ts';
import { whyUnread } from '../imports/readFile.ts';
import { walk } from '../imports/walk.ts';
import { workerFile } from '../paths.ts';
import { createPool } from '../pool.ts';
import { Refusal } from '../refusal.ts';
import { draftWorkshopFile } from '../reports/draft.ts';
import { createReports } from '../reports/reports.ts';
import { writeWhole } from '../store/wholeFile.ts';
import { openWorkshopFile } from '../workshops/workshopFiles.ts';
import { parseOptions, UsageError } from './options.ts';

const complain = (line: string): void => void process.stderr.write(`${line}\n`);
// Codes are a room's, and there is none open here.
const documents = printedDocuments.filter((document) => document !== 'codes');

/** @returns the exit code. @throws UsageError, Refusal */
export async function report(args: string[]): Promise<number> {
	const { values, positionals } = parseOptions(args, {
		output: { type: 'string', short: 'o' },
		document: { type: 'string', default: 'report' },
		'large-print': { type: 'boolean', default: false },
		paper: { type: 'string' },
		poster: { type: 'string', default: 'A1' },
		tiled: { type: 'boolean', default: false },
		backs: { type: 'boolean', default: false },
		language: { type: 'string' },
	});
	if (positionals.length === 0) throw new UsageError('Name a .longview file, or documents to make a draft of.');
	if (values.output === undefined) throw new UsageError('Say with -o where the PDF is to go.');
	const document = oneOf(documents, values.document, 'document');
	const paper = values.paper === undefined ? undefined : oneOf(['A4', 'Letter'] as const, values.paper, 'paper');
	const spoken = values.language === undefined ? undefined : oneOf(reportLanguages, values.language, 'language');
	const handout = { poster: oneOf(posterSizes, values.poster, 'poster'), tiled: values.tiled, cardBacks: values.backs };
	const now = new Date();
	const file = await workshopFileFrom(positionals, now);
	const pool = createPool(workerFile('reportWorker'), { threads: 1, heapMegabytes: 1024 });
	try {
		const { pageSize = 'A4', language = 'en', largePrint = false } = file.workshop.report ?? {};
		const options = { document, ...handout, pageSize: paper ?? pageSize, language: spoken ?? language, printedAt: now.toISOString(), largePrint: largePrint || values['large-print'] } as const;
		const { bytes, notes } = await createReports({ pool }).draw(file, options).done;
		await writeWhole(resolve(values.output), bytes);
		for (const note of notes) complain(note);
		return 0;
	} finally {
		await pool.close();
	}
}

/** @throws UsageError */
function oneOf<T extends string>(known: readonly T[], given: string, what: string): T {
	const found = known.find((one) => one === given);
	if (!found) throw new UsageError(`There is no ${what} ${given}. Give one of ${known.join(', ')}.`);
	return found;
}

async function workshopFileFrom(paths: string[], now: Date): Promise<WorkshopFile> {
	const [first] = paths;
	if (paths.length === 1 && first?.endsWith('.longview')) return openWorkshopFile(first);
	const documents: ParsedDocument[] = [];
	const { files, unread } = await walk(paths);
	for (const { file, error } of unread) complain(`${file}: ${error}`);
	for (const { file, path } of files) {
		try {
			documents.push(await readUnasked({ path, file }));
		} catch (error) {
			complain(`${file}: ${whyUnread(error)}`);
		}
	}
	if (documents.length === 0) throw new Refusal(422, 'None of these files could be read as a document, so there is nothing to report.');
	return draftWorkshopFile(documents, now);
}
