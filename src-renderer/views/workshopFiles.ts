/** Workshop files, out and in. */
import { storeDocuments } from '../api/documents.ts';
import { requestWorkshopFile } from '../api/reports.ts';
import { checkWorkshopFile, chooseWorkshopFile } from '../api/workshopFiles.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import type { App } from '../context.ts';
import { adoptWorkshopFile } from '../db/adopt.ts';
import { collectWorkshop } from '../db/collect.ts';
import { saveBlob } from '../ui/saveBlob.ts';
import { openWorkshop } from '../runsheet/commands.ts';

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export async function saveFile(app: App): Promise<void> {
	const workshop = app.records.workshop;
	if (!workshop) return;
	try {
		const delivered = await requestWorkshopFile(await collectWorkshop(app.database, workshop.id), workshop.title);
		if (delivered.kind === 'cancelled') return;
		if (delivered.kind === 'bytes') saveBlob(delivered.bytes, delivered.name);
		app.toasts.done(delivered.kind === 'saved' ? `Saved to ${delivered.path}.` : `Downloaded as ${delivered.name}.`);
	} catch (error) {
		app.toasts.error(`The workshop file was not saved. ${sentence(error)}`);
	}
}

/** Asks for a file and opens it. */
export async function openFile(app: App): Promise<void> {
	if (app.session.dialogs) return open(app, 'The workshop file', chooseWorkshopFile);
	const file = await askForWorkshopFile();
	if (file) await open(app, `“${file.name}”`, () => checkWorkshopFile(file));
}

/** Opens a file that was dropped on the window. */
export const openDropped = (app: App, file: File): Promise<void> => open(app, `“${file.name}”`, () => checkWorkshopFile(file));

/** @param what is opened, for saying that it was not. */
async function open(app: App, what: string, read: () => Promise<WorkshopFile | null>): Promise<void> {
	try {
		const file = await read();
		if (!file) return;
		const { workshopId, notes } = await adoptWorkshopFile(app, file, storeDocuments);
		await openWorkshop(app, workshopId);
		app.desk.go('place');
		app.toasts.done([`“${app.records.workshop?.title ?? file.workshop.title}” is open.`, ...notes].join(' '));
	} catch (error) {
		app.toasts.error(`${what} was not opened. ${sentence(error)}`);
	}
}

function askForWorkshopFile(): Promise<File | null> {
	const input = document.createElement('input');
	input.type = 'file';
	input.accept = '.longview';
	return new Promise((resolve) => {
		input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
		input.addEventListener('cancel', () => resolve(null));
		input.click();
	});
}
