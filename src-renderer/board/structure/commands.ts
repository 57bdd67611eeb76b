/** What is done to clusters, influences, notes and horizons. Each is one undo step; what fails is told. */
import { newId } from '../../../src-shared/domain/ids.ts';
import { influenceBetween, influenceVerb, regrouped, signed } from '../../../src-shared/domain/structure.ts';
import type { RecordChange } from '../../../src-shared/schemas/journal.ts';
import type { Cluster, ClusterFrame, Horizon, Influence, Note, Overlay, RecordOf, RecordTable, WorkshopCard } from '../../../src-shared/schemas/records.ts';
import type { App } from '../../context.ts';
import { placing } from '../../db/cardUse.ts';
import { changed, created, removed } from '../../db/changes.ts';
import { attempt } from '../../ui/attempt.ts';
import { counted } from '../../ui/kinds.ts';
import { codeOf } from '../codes.ts';
import type { ClusterMove, ClusterSize, NotePlace } from './port.ts';

export type Parts = Pick<App, 'records' | 'ledger' | 'toasts'>;

/** @returns whether it was stored; the person has been told if not. */
async function commit(app: Parts, label: string, changes: RecordChange[], stepId?: string): Promise<boolean> {
	if (changes.length === 0) return true;
	const done = await attempt(app, async () => {
		await app.ledger.commit({ label, changes, ...(stepId !== undefined && { stepId }) });
		return true;
	});
	return done === true;
}

/** A field that says nothing is left out, as records have it that never had one. */
function without<T extends object, K extends keyof T>(record: T, field: K): Omit<T, K> {
	const rest = { ...record };
	delete rest[field];
	return rest;
}
const rewritten = <T extends RecordTable>(table: T, before: RecordOf<T>, after: RecordOf<T>): RecordChange => ({ ...changed(table, after, {}), before });

const code = ({ records }: Parts, cardId: string): string => codeOf(records, cardId) ?? 'a card';
const cardsNamed = (app: Parts, cardIds: readonly string[]): string => (cardIds.length === 1 ? code(app, cardIds[0]!) : counted(cardIds.length, 'card'));

// Clusters

/** What puts cards into clusters, or with null into none, to be committed with whatever moved them. */
export const regrouping = ({ records }: Parts, to: ReadonlyMap<string, string | null>): RecordChange[] =>
	regrouped(records.clusters.all, to).map(({ cluster, cardIds }) => changed('clusters', cluster, { cardIds }));

/** @returns the new cluster's id; null where nothing is open or it could not be stored. */
export async function makeCluster(app: Parts, { name, cardIds, frame, sized }: { name: string; cardIds: readonly string[]; frame: ClusterFrame; sized?: boolean }): Promise<string | null> {
	const workshopId = app.records.openWorkshopId;
	if (workshopId === null) return null;
	const cluster: Cluster = { id: newId(), workshopId, name, cardIds: [...cardIds], frame, ...(sized && { sized }) };
	const label = cardIds.length === 0 ? `Make the cluster “${name}”` : `Group ${cardsNamed(app, cardIds)} as “${name}”`;
	const leaving = regrouping(app, new Map(cardIds.map((id) => [id, null])));
	return (await commit(app, label, [...leaving, created('clusters', cluster)])) ? cluster.id : null;
}

export async function renameCluster(app: Parts, clusterId: string, name: string): Promise<void> {
	const cluster = app.records.clusters.get(clusterId);
	const plain = name.trim();
	if (!cluster || plain === '' || plain === cluster.name) return;
	await commit(app, `Rename “${cluster.name}” to “${plain}”`, [changed('clusters', cluster, { name: plain })]);
}

/** With its cards, in one step. */
export async function moveCluster(app: Parts, clusterId: string, { to, frame }: ClusterMove, stepId?: string): Promise<void> {
	const cluster = app.records.clusters.get(clusterId);
	if (!cluster) return;
	await commit(app, `Move the cluster “${cluster.name}”`, [...placing(app.records, to), changed('clusters', cluster, { frame })], stepId);
}

export async function sizeCluster(app: Parts, clusterId: string, { frame }: Pick<ClusterSize, 'frame'>, stepId?: string): Promise<void> {
	const cluster = app.records.clusters.get(clusterId);
	if (cluster) await commit(app, `Change the size of “${cluster.name}”`, [changed('clusters', cluster, { frame, sized: true })], stepId);
}

/** As large as its cards need, from now on. */
export async function fitCluster(app: Parts, clusterId: string, frame: ClusterFrame): Promise<void> {
	const cluster = app.records.clusters.get(clusterId);
	if (!cluster?.sized) return;
	await commit(app, `Fit “${cluster.name}” to its cards`, [rewritten('clusters', cluster, { ...without(cluster, 'sized'), frame })]);
}

/** Its cards stay where they are. */
export async function removeCluster(app: Parts, clusterId: string): Promise<boolean> {
	const cluster = app.records.clusters.get(clusterId);
	return cluster !== undefined && commit(app, `Remove the cluster “${cluster.name}”`, [removed('clusters', cluster)]);
}

/** @param clusterId null takes them out of theirs. */
export async function putIntoCluster(app: Parts, cardIds: readonly string[], clusterId: string | null): Promise<void> {
	const name = clusterId === null ? '' : (app.records.clusters.get(clusterId)?.name ?? '');
	const what = cardsNamed(app, cardIds);
	const label = clusterId === null ? `Take ${what} out of ${cardIds.length === 1 ? 'its cluster' : 'their clusters'}` : `Put ${what} into “${name}”`;
	await commit(app, label, regrouping(app, new Map(cardIds.map((id) => [id, clusterId]))));
}

// Influences

/** "S1 inhibits T3, −2". */
export const influenceWords = (app: Pick<Parts, 'records'>, { fromId, toId, strength }: Pick<Influence, 'fromId' | 'toId' | 'strength'>): string => {
	const [from, to] = [fromId, toId].map((id) => codeOf(app.records, id) ?? 'a card');
	return `${from} ${influenceVerb(strength)} ${to}, ${signed(strength)}`;
};

/** What an arrow says before people say how strong it is. */
const firstStrength = 1;

/** @returns the arrow that is there now, drawn anew or before; null where it could not be stored. */
export async function drawInfluence(app: Parts, fromId: string, toId: string): Promise<{ id: string; isNew: boolean } | null> {
	const { records } = app;
	const known = influenceBetween(records.influences.all, fromId, toId);
	if (known) return { id: known.id, isNew: false };
	if (records.openWorkshopId === null || fromId === toId) return null;
	const influence: Influence = { id: newId(), workshopId: records.openWorkshopId, fromId, toId, strength: firstStrength };
	return (await commit(app, influenceWords(app, influence), [created('influences', influence)])) ? { id: influence.id, isNew: true } : null;
}

export async function judgeInfluence(app: Parts, influenceId: string, strength: number, stepId?: string): Promise<void> {
	const influence = app.records.influences.get(influenceId);
	if (!influence || influence.strength === strength) return;
	await commit(app, influenceWords(app, { ...influence, strength }), [changed('influences', influence, { strength })], stepId);
}

/** The other way round; where there is an arrow that way already, nothing is done. @returns whether it was. */
export async function turnInfluence(app: Parts, influenceId: string): Promise<boolean> {
	const influence = app.records.influences.get(influenceId);
	if (!influence || influenceBetween(app.records.influences.all, influence.toId, influence.fromId)) return false;
	const turned = { ...influence, fromId: influence.toId, toId: influence.fromId };
	return commit(app, influenceWords(app, turned), [changed('influences', influence, turned)]);
}

export async function removeInfluence(app: Parts, influenceId: string): Promise<boolean> {
	const influence = app.records.influences.get(influenceId);
	return influence !== undefined && commit(app, `Remove the influence of ${code(app, influence.fromId)} on ${code(app, influence.toId)}`, [removed('influences', influence)]);
}

// Notes

/** The first words of a note, for where there is little room. */
export const noteWords = (text: string): string => {
	const line = text.trim().split('\n')[0] ?? '';
	return line.length > 32 ? `${line.slice(0, 31).trimEnd()}…` : line;
};

/** A note without words is none: one that had some is removed. */
export async function writeNote(app: Parts, note: Note, text: string): Promise<void> {
	const known = app.records.notes.get(note.id);
	const plain = text.trim();
	if (plain === (known?.text ?? '')) return;
	if (plain === '') await commit(app, `Remove the note “${noteWords(known!.text)}”`, [removed('notes', known!)]);
	else if (known) await commit(app, `Change a note to “${noteWords(plain)}”`, [changed('notes', known, { text: plain })]);
	else await commit(app, `Write the note “${noteWords(plain)}”`, [created('notes', { ...note, text: plain })]);
}

export async function moveNote(app: Parts, noteId: string, place: NotePlace, stepId?: string): Promise<void> {
	const note = app.records.notes.get(noteId);
	if (note) await commit(app, `Move the note “${noteWords(note.text)}”`, [changed('notes', note, place)], stepId);
}

export async function keepToSelf(app: Parts, noteId: string, toSelf: boolean): Promise<void> {
	const note = app.records.notes.get(noteId);
	if (!note) return;
	const after = toSelf ? { ...note, toSelf } : without(note, 'toSelf');
	const label = toSelf ? `Keep the note “${noteWords(note.text)}” to yourself` : `Show the note “${noteWords(note.text)}” to the room`;
	await commit(app, label, [rewritten('notes', note, after)]);
}

export async function removeNote(app: Parts, noteId: string): Promise<boolean> {
	const note = app.records.notes.get(noteId);
	return note !== undefined && commit(app, `Remove the note “${noteWords(note.text)}”`, [removed('notes', note)]);
}

// Horizons and overlays

/** @param horizon null takes it away. */
export async function setHorizon(app: Parts, cardIds: readonly string[], horizon: Horizon | null): Promise<void> {
	const uses = cardIds.flatMap((id) => app.records.uses.get(id) ?? []).filter((use) => (use.horizon ?? null) !== horizon);
	const what = cardsNamed(app, uses.map(({ cardId }) => cardId));
	const label = horizon === null ? `Take ${what} out of ${uses.length === 1 ? 'its horizon' : 'their horizons'}` : `Put ${what} in horizon H${horizon}`;
	await commit(app, label, uses.map((use) => rewritten('workshopCards', use, ofHorizon(use, horizon))));
}

function ofHorizon(use: WorkshopCard, horizon: Horizon | null): WorkshopCard {
	return horizon === null ? without(use, 'horizon') : { ...use, horizon };
}

const overlayNames: Record<Overlay, string> = { horizons: 'the three horizons', cone: 'the futures cone' };

export async function showOverlay(app: Parts, overlay: Overlay, isShown: boolean): Promise<void> {
	const { workshop } = app.records;
	if (!workshop) return;
	const others = (workshop.overlays ?? []).filter((one) => one !== overlay);
	await commit(app, `${isShown ? 'Show' : 'Hide'} ${overlayNames[overlay]}`, [changed('workshops', workshop, { overlays: isShown ? [...others, overlay] : others })]);
}

/** The steps of the ways back, above the canvas. */
export async function showWayBack(app: Parts, isShown: boolean): Promise<void> {
	const { workshop } = app.records;
	if (workshop) await commit(app, `${isShown ? 'Show' : 'Hide'} the way back on the canvas`, [changed('workshops', workshop, { wayBack: isShown })]);
}
