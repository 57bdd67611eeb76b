/** Workshops as a whole: starting one, and opening it. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { Workshop } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { created } from '../db/changes.ts';
import { storeTexts } from '../ui/waitingTexts.ts';

export interface Frame {
	title: string;
	question: string;
	baseYear: number;
	lanes: readonly string[];
}

/** STEEP, the usual scan of society, technology, economy, environment and politics. */
export const steepLanes = ['Society', 'Technology', 'Economy', 'Environment', 'Politics'] as const;

export const blankFrame = (year = new Date().getFullYear()): Frame => ({
	title: 'New workshop',
	question: '',
	baseYear: year,
	lanes: steepLanes,
});

/** Stores a new workshop and opens it. @returns its id. */
export async function createWorkshop(app: App, frame: Frame): Promise<string> {
	const workshop: Workshop = {
		id: newId(),
		title: frame.title,
		question: frame.question,
		baseYear: frame.baseYear,
		lanes: frame.lanes.map((name) => ({ id: newId(), name })),
		createdAt: new Date().toISOString(),
	};
	await app.ledger.commit({ label: `Start “${workshop.title}”`, changes: [created('workshops', workshop)], undoable: false });
	await openWorkshop(app, workshop.id);
	return workshop.id;
}

export async function openWorkshop(app: App, workshopId: string | null): Promise<void> {
	await storeTexts();
	await app.records.loadWorkshop(app.database, workshopId);
	await app.ledger.finish();
	void app.ledger.loadHistory(true);
	app.desk.forget();
	app.desk.remember(workshopId);
}
