/** The ways into a workshop from the first screen: the sample, documents dropped, documents chosen. */
import { sampleFrame, samplePlacements } from '../../src-shared/domain/sampleWorkshop.ts';
import type { Placement } from '../../src-shared/schemas/records.ts';
import type { NamedFile } from '../api/imports.ts';
import type { App } from '../context.ts';
import { placing } from '../db/cardUse.ts';
import { cardsOfSources } from '../db/libraryUse.ts';
import type { ImportController } from '../library/importController.svelte.ts';
import { blankFrame, createWorkshop } from '../runsheet/commands.ts';

const isWorkshopFile = (name: string): boolean => /\.longview$/i.test(name);

export async function startSample(app: App, imports: ImportController): Promise<void> {
	await createWorkshop(app, sampleFrame);
	const outcome = await imports.startSample();
	if (outcome.error !== null) return;
	await placeSample(app);
	imports.dismiss();
	app.desk.go('place');
}

async function placeSample(app: App): Promise<void> {
	const lanes = new Map(app.records.workshop?.lanes.map(({ name, id }) => [name, id]));
	const here = new Set(app.records.workshopSources.all.map(({ sourceId }) => sourceId));
	const cards = await cardsOfSources(app.database, [...here]);
	app.records.hold(cards);
	const placements = new Map<string, Placement>();
	for (const { kind, name, at, lane } of samplePlacements) {
		const card = cards.find((candidate) => candidate.kind === kind && candidate.name.startsWith(name));
		const laneId = lanes.get(lane);
		if (card && laneId) placements.set(card.id, { at, laneId, height: 0 });
	}
	await app.ledger.commit({ label: 'Place the sample’s first cards', changes: placing(app.records, placements) });
}

/** @param dropped what was dropped, or null to ask. Documents that arrive with no workshop open start one. */
export async function startWithFiles(app: App, imports: ImportController, dropped: NamedFile[] | null): Promise<void> {
	const workshopFile = dropped?.find(({ path }) => isWorkshopFile(path));
	if (workshopFile) {
		const { openDropped } = await import('./workshopFiles.ts');
		await openDropped(app, workshopFile.file);
	}
	const files = dropped?.filter(({ path }) => !isWorkshopFile(path)) ?? null;
	if (files?.length === 0) return;
	if (app.records.workshop) {
		await (files ? imports.startFiles(files) : imports.startDialog('files'));
		return;
	}
	const begin = async () => {
		await createWorkshop(app, blankFrame());
		app.desk.go('scan');
	};
	await (files ? imports.startFiles(files, begin) : imports.startDialog('files', begin));
}
