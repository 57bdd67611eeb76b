/** `longview export`: a workshop file as a table, as scenarios to write on, or as a page that opens offline. */
import { resolve } from 'node:path';
import { exportFormats } from '../../src-shared/schemas/export.ts';
import { reportLanguages } from '../../src-shared/schemas/worlds.ts';
import { workerFile } from '../paths.ts';
import { createPool } from '../pool.ts';
import { createExports } from '../reports/exports/exports.ts';
import { writeWhole } from '../store/wholeFile.ts';
import { openWorkshopFile } from '../workshops/workshopFiles.ts';
import { parseOptions, UsageError } from './options.ts';

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

/** @returns the exit code. @throws UsageError, Refusal */
export async function exportCommand(args: string[]): Promise<number> {
	const { values, positionals } = parseOptions(args, { output: { type: 'string', short: 'o' }, format: { type: 'string' }, language: { type: 'string' } });
	const [path] = positionals;
	if (positionals.length !== 1 || !path!.endsWith('.longview')) throw new UsageError('Name one .longview file.');
	if (values.output === undefined) throw new UsageError('Say with -o where the file is to go.');
	const format = exportFormats.find((one) => one === values.format);
	if (!format) throw new UsageError(values.format === undefined ? `Say with --format what to make: ${listed(exportFormats)}.` : `There is no format ${values.format}. Give ${listed(exportFormats)}.`);
	const file = await openWorkshopFile(path!);
	const language = values.language === undefined ? (file.workshop.report?.language ?? 'en') : reportLanguages.find((one) => one === values.language);
	if (!language) throw new UsageError(`There is no language ${values.language}. Give ${listed(reportLanguages)}.`);
	const pool = createPool(workerFile('exportWorker'), { threads: 1, heapMegabytes: 1024 });
	try {
		const { bytes, notes } = await createExports({ pool }).make(file, { format, language, exportedAt: new Date().toISOString() });
		await writeWhole(resolve(values.output), bytes);
		for (const note of notes) process.stderr.write(`${note}\n`);
		return 0;
	} finally {
		await pool.close();
	}
}
