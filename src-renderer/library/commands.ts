/** What a person does to the library: each command is one action, one undo step. */
import type { App } from '../context.ts';
import { useId } from '../db/cardUse.ts';
import { changed, created, removed } from '../db/changes.ts';
import { cardsBroughtBy, cardsOfSources, readersOfAll, usesOf, versionsOf } from '../db/libraryUse.ts';
import { useRecords } from '../db/useRecords.ts';
import { cardCode, nextNumber } from '../../src-shared/domain/cardCode.ts';
import { usesByRecords, type UsePlace } from '../../src-shared/domain/cardUses.ts';
import { importedCardId, placeIn } from '../../src-shared/domain/documentRecords.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import { entryOf, isMadeOwn } from '../../src-shared/domain/versions.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Change, RecordChange } from '../../src-shared/schemas/journal.ts';
import type { Card, Source, WorkshopCard } from '../../src-shared/schemas/records.ts';
import { counted } from '../ui/kinds.ts';
import { type CardDraft, written } from './cardDraft.ts';
import type { Clip } from './clip.ts';

/** The library does not do it, for the reason that the message gives. */
export class Refused extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'Refused';
	}
}

/** A card made by hand; the open workshop uses it from the start, since no source of it brings the card in. */
export async function addCard(app: App, draft: CardDraft): Promise<string> {
	const card = newCard(draft, { origin: 'handmade', sourceId: null, line: null, passage: null });
	await app.ledger.commit({ label: `New ${card.kind} “${short(card.name)}”`, changes: [created('cards', card), ...firstUse(app, card)] });
	return card.id;
}

/** A card from a passage of a source. It is in every workshop that reads the source; the open one reads it from now on. */
export async function clipCard(app: App, sourceId: string, clip: Clip, draft: CardDraft): Promise<string> {
	const card = newCard(draft, { origin: 'clipped', sourceId, line: clip.line, passage: clip.passage });
	const changes = [created('cards', card), ...startReading(app, [sourceId])];
	await app.ledger.commit({ label: `Clip “${short(card.name)}”`, changes });
	return card.id;
}

function newCard(draft: CardDraft, from: Pick<Card, 'origin' | 'sourceId' | 'line' | 'passage'>): Card {
	const fields = { nameIsMade: false, machineScore: null, editedAt: null, createdAt: new Date().toISOString() };
	return { id: newId(), ...written(draft), ...fields, ...from };
}

/** The card is not in memory yet, so its use is made here. */
function firstUse({ records }: App, card: Card): RecordChange[] {
	const workshopId = records.openWorkshopId;
	if (workshopId === null) return [];
	const use: WorkshopCard = { id: useId(workshopId, card.id), workshopId, cardId: card.id, number: numberFor(records, card.kind), placement: null };
	return [created('workshopCards', use)];
}

function numberFor(records: App['records'], kind: Kind): number {
	return nextNumber(kind, records.workshopCards.all.flatMap((use) => {
		const card = records.cards.get(use.cardId);
		return card ? [{ kind: card.kind, number: use.number }] : [];
	}));
}

/** What the card would be called in the open workshop if it were of the kind; null where it is not used there. */
export function codeAsKind({ records }: App, card: Card, kind: Kind): string | null {
	const use = records.uses.get(card.id);
	return use ? cardCode(kind, kind === card.kind ? use.number : numberFor(records, kind)) : null;
}

/** Saving names the card: a made name counts as given from then on. @throws Refused for a kind that another workshop relies on. */
export async function editCard(app: App, cardId: string, draft: CardDraft): Promise<void> {
	const card = app.records.cards.get(cardId);
	if (!card) throw new Refused('The card is not in the library any more.');
	const fields = written(draft);
	const keys = Object.keys(fields) as (keyof typeof fields)[];
	if (!card.nameIsMade && keys.every((key) => fields[key] === card[key])) return;
	const changes: Change[] = [changed('cards', card, { ...fields, nameIsMade: false, editedAt: new Date().toISOString() })];
	if (fields.kind !== card.kind) changes.push(...(await renumbered(app, card, fields.kind)));
	await app.ledger.commit({ label: `Edit “${short(fields.name)}”`, changes });
}

/** A code is of a kind, so a card that changes its kind gets a new number; other workshops' codes are not ours to change. */
async function renumbered({ database, records }: App, card: Card, kind: Kind): Promise<RecordChange[]> {
	const elsewhere = await otherWorkshop({ database, records }, await usesOf(database, [card.id]));
	if (elsewhere !== null) throw new Refused(`“${elsewhere}” uses this card as a ${card.kind}, so its kind stays.`);
	const use = records.uses.get(card.id);
	return use ? [changed('workshopCards', use, { number: numberFor(records, kind) })] : [];
}

/** @returns the title of a workshop other than the open one among the rows, or null. */
function otherWorkshop({ records }: Pick<App, 'database' | 'records'>, rows: readonly { workshopId: string }[]): string | null {
	const other = rows.find((row) => row.workshopId !== records.openWorkshopId);
	return other ? (records.workshops.get(other.workshopId)?.title ?? 'Another workshop') : null;
}

/** Takes a card out of the library. @throws Refused while anything uses it. */
export async function removeCard(app: App, cardId: string): Promise<void> {
	const { database, records } = app;
	const card = records.cards.get(cardId);
	if (!card) return;
	const here = useHere(app, cardId);
	if (here) throw new Refused(`“${short(card.name)}” is ${here}. Take it out there first.`);
	const elsewhere = otherWorkshop(app, await usesOf(database, [cardId]));
	if (elsewhere !== null) throw new Refused(`“${elsewhere}” uses “${short(card.name)}”, so it stays in the library.`);
	const use = records.uses.get(cardId);
	const changes = [removed('cards', card), ...(use ? [removed('workshopCards', use)] : [])];
	await app.ledger.commit({ label: `Delete “${short(card.name)}”`, changes });
	if (app.desk.selectedCardId === cardId) app.desk.selectCard(null);
}

/** Where the open workshop uses a card, in words; a number alone is no use. */
export function useHere({ records }: Pick<App, 'records'>, cardId: string): string | null {
	if (records.uses.get(cardId)?.placement) return 'on the canvas';
	if (records.rounds.all.some((round) => round.cardIds.includes(cardId))) return 'in a vote';
	return restingOn(records, cardId);
}

/** As the inside of a sentence. A group loses no ground with a card. */
const restingWords: Readonly<Record<Exclude<UsePlace, 'cluster'>, string>> = {
	scenario: 'in a scenario', axis: 'an axis', critical: 'a critical uncertainty', driver: 'a driver of the cross-impact balance',
	wheel: 'the middle of a futures wheel', signpost: 'watched by a signpost',
};

/** What would lose its ground with the card; a text that only names it does not. */
function restingOn(records: App['records'], cardId: string): string | null {
	const given = useRecords(records);
	const places = given ? usesByRecords(given, cardId).map(({ place }) => place) : [];
	const place = places.find((one) => one !== 'cluster');
	return place ? restingWords[place] : null;
}

/** The open workshop reads these sources from now on. */
export async function readInWorkshop(app: App, sourceIds: readonly string[]): Promise<void> {
	const changes = startReading(app, sourceIds);
	const label = `Read ${changes.length === 1 ? titleOf(app, changes[0]!) : counted(changes.length, 'document')} in this workshop`;
	await app.ledger.commit({ label, changes });
}

const titleOf = ({ records }: App, change: RecordChange): string =>
	`“${short(records.sources.get(String(change.after?.['sourceId']))?.title ?? '')}”`;

function startReading({ records }: App, sourceIds: readonly string[]): RecordChange[] {
	const workshopId = records.openWorkshopId;
	if (workshopId === null) return [];
	return sourceIds
		.map((sourceId) => ({ id: `${workshopId}/${sourceId}`, workshopId, sourceId }))
		.filter((row) => !records.workshopSources.has(row.id))
		.map((row) => created('workshopSources', row));
}

/** The open workshop reads the source no longer; cards of it that are used stay. */
export async function stopReading(app: App, source: Source): Promise<void> {
	const row = app.records.workshopSources.get(`${app.records.openWorkshopId}/${source.id}`);
	if (!row) return;
	await app.ledger.commit({ label: `Take “${short(source.title)}” out of this workshop`, changes: [removed('workshopSources', row)] });
}

/**
 * Takes a document out of the library, with its cards, its clippings, its place in workshops and the versions that it
 * stands in for. @throws Refused while a card of them is used.
 */
export async function removeSource(app: App, source: Source): Promise<void> {
	const { database, records } = app;
	const versions = await versionsOf(database, source);
	const ids = versions.map(({ id }) => id);
	const cards = await cardsOfSources(database, ids);
	const uses = await usesOf(database, cards.map(({ id }) => id));
	const elsewhere = otherWorkshop(app, uses);
	if (elsewhere !== null) throw new Refused(`“${elsewhere}” uses cards of this document, so it stays in the library.`);
	const used = cards.find(({ id }) => useHere(app, id) !== null);
	if (used) throw new Refused(`“${short(used.name)}” of this document is ${useHere(app, used.id)}. Take it out there first.`);
	const readers = await readersOfAll(database, ids);
	const newer = records.newer.get(source.id);
	const brought = new Map((await cardsBroughtBy(database, versions)).map((card) => [card.id, card]));
	const changes: Change[] = [
		...uses.map((use) => removed('workshopCards', use)),
		...readers.map((row) => removed('workshopSources', row)),
		// Undo runs backwards: the documents and their cards come back first, then what people had made of them.
		...cards.filter((card) => isMadeOwn(card) || placeIn(card.sourceId ?? '', card.id) === null).map((card) => removed('cards', card)),
		...versions.flatMap(cardIdsOf).filter((id) => !brought.has(id)).map((key): Change => ({ table: 'cards', key, before: null, after: null })),
		// What a newer version took over stays there, also when the documents come back with their own.
		...[...brought.values()].filter(({ sourceId }) => !ids.includes(sourceId ?? '')).map((card) => changed('cards', card, {})),
		...(newer ? [{ table: 'documents', key: newer.id, before: entryOf(newer), after: { importedAt: newer.importedAt } } satisfies Change] : []),
		...versions.map((version): Change => ({ table: 'documents', key: version.id, before: entryOf(version), after: null })),
	];
	await app.ledger.commit({ label: `Delete “${short(source.title)}” from the library`, changes });
	if (ids.includes(app.desk.selectedSource?.id ?? '')) app.desk.selectedSource = null;
}

const cardIdsOf = ({ id, cardCount }: Source): string[] => Array.from({ length: cardCount }, (_, at) => importedCardId(id, at));

/** Enough of a name for a label in the history. */
export function short(text: string): string {
	return text.length <= 48 ? text : `${text.slice(0, 47).trimEnd()}…`;
}
