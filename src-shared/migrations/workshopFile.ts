/** Reads a workshop file of any version there has been, and says plainly what is wrong with one that it cannot read. */
import * as v from 'valibot';
import { workshopFileSchema, workshopFileVersion, type WorkshopFile } from '../schemas/workshopFile.ts';
import { migrate, type Json, type Step } from './steps.ts';

/** Version 1 is the first, so nothing leads to it. */
export const workshopFileSteps: readonly Step[] = [
	{
		to: 2,
		name: 'clusters, influences and notes on the canvas',
		up: (file) => ({ ...file, clusters: [], influences: [], notes: [] }),
		down: ({ clusters: _clusters, influences: _influences, notes: _notes, ...file }) => file,
	},
	{
		to: 3,
		name: 'drivers, consequences, actions, options and signposts',
		up: (file) => ({ ...file, drivers: [], judgements: [], consequences: [], actions: [], options: [], signposts: [] }),
		down: ({ drivers: _drivers, judgements: _judgements, consequences: _consequences, actions: _actions, options: _options, signposts: _signposts, ...file }) => file,
	},
];

export class BadWorkshopFile extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'BadWorkshopFile';
	}
}

/** @throws BadWorkshopFile with a sentence that names the field. */
export function migrateWorkshopFile(json: unknown): WorkshopFile {
	const head = v.safeParse(headSchema, json);
	if (!head.success) throw new BadWorkshopFile('This is not a workshop file: it lacks the format and version that Longview writes.');
	const { version } = head.output;
	if (version > workshopFileVersion) {
		throw new BadWorkshopFile(
			`This workshop file was made by a newer Longview (its format is version ${version}, this Longview reads up to ` +
				`${workshopFileVersion}). Update Longview to open it.`,
		);
	}
	const result = v.safeParse(workshopFileSchema, migrate(json as Json, workshopFileSteps, version, workshopFileVersion));
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw new BadWorkshopFile(`The workshop file cannot be read: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}.`);
}

/** @throws BadWorkshopFile */
export function readWorkshopFile(text: string): WorkshopFile {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw new BadWorkshopFile('This is not a workshop file, or it was cut short: it is not valid JSON.');
	}
	return migrateWorkshopFile(json);
}

const headSchema = v.object({
	format: v.literal('longview-workshop'),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
