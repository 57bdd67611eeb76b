/**
 * The worker's entry: has the report drawn from the workshop as it is stored, and makes pictures of its pages. All that could hold
 * the window up is here: reading the workshop, its JSON, the PDF, and every page.
 */
import type { WorkshopFile } from '../../../src-shared/schemas/workshopFile.ts';
import { collectWorkshop, withoutHiddenVotes } from '../../db/collect.ts';
import { openDatabase } from '../../db/database.ts';
import type { DrawnPage, DrawRequest, RenderRequest, Reply, Request } from './messages.ts';
import { openPdf, type PdfPages } from './pdf.ts';

interface WorkerScope {
	name: string;
	onmessage: ((event: MessageEvent<Request>) => void) | null;
	postMessage(message: Reply, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
/** The window names the database as the worker's own name. */
const opening = openDatabase(scope.name);

let wanted = 0;
let asking: AbortController | null = null;
let shown: { drawing: number; pdf: PdfPages } | null = null;
/** The last asked for is what a person looks at now: it comes first. */
const waiting: RenderRequest[] = [];
let isRendering = false;

scope.onmessage = ({ data }) => {
	if (data.is === 'draw') void draw(data);
	else if (data.is === 'stop') asking?.abort();
	else if (data.is === 'drop') drop(data.id);
	else {
		waiting.push(data);
		void renderWaiting();
	}
};

async function draw(request: DrawRequest): Promise<void> {
	wanted = request.drawing;
	asking?.abort();
	const { drawing } = request;
	const stop = (asking = new AbortController());
	try {
		const found = await ask(request, stop.signal);
		const pdf = found && (await openPdf(found.bytes));
		if (!pdf || stop.signal.aborted || drawing !== wanted) {
			void pdf?.close();
			return scope.postMessage({ is: 'given up', drawing });
		}
		const before = shown;
		shown = { drawing, pdf };
		void before?.pdf.close();
		scope.postMessage({ is: 'pages', drawing, sizes: pdf.sizes, sections: found.sections, notes: found.notes });
	} catch (error) {
		if (stop.signal.aborted) scope.postMessage({ is: 'given up', drawing });
		else scope.postMessage({ is: 'failed', drawing, reason: error instanceof Error ? error.message : String(error) });
	}
}

type Found = Pick<Extract<Reply, { is: 'pages' }>, 'sections' | 'notes'> & { bytes: Uint8Array };

/** @returns null where it was cancelled on the way. */
async function ask({ workshopId, options, address, headers }: DrawRequest, signal: AbortSignal): Promise<Found | null> {
	const file = withoutHiddenVotes(await collectWorkshop(await opening, workshopId));
	const body = JSON.stringify({ file: { ...file, texts: citedOnly(file) }, options });
	signal.throwIfAborted();
	const answer = await fetch(address, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body, signal });
	if (!answer.ok) throw new Error(((await answer.json().catch(() => ({}))) as { error?: string }).error ?? `Longview answered with an error (${answer.status}). Try it again.`);
	if (answer.headers.get('content-type') !== 'application/pdf') return null;
	const told = <T>(name: string) => JSON.parse(decodeURIComponent(answer.headers.get(name) ?? '%5B%5D')) as T;
	return { bytes: new Uint8Array(await answer.arrayBuffer()), sections: told('x-longview-sections'), notes: told('x-longview-notes') };
}

/** Of the documents' texts no page holds more than the lines that cards come from; these keep their numbers. */
function citedOnly({ cards, texts }: Pick<WorkshopFile, 'cards' | 'texts'>): WorkshopFile['texts'] {
	const cited = new Map<string, Set<number>>();
	for (const { sourceId, line } of cards) {
		if (sourceId === null || line === null) continue;
		if (!cited.has(sourceId)) cited.set(sourceId, new Set());
		cited.get(sourceId)!.add(line);
	}
	return texts.map(({ id, text }) => {
		const lines = cited.get(id);
		return { id, text: lines ? text.split(/\r\n|\r|\n/).map((line, index) => (lines.has(index + 1) ? line : '')).join('\n') : '' };
	});
}

async function renderWaiting(): Promise<void> {
	if (isRendering) return;
	isRendering = true;
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const picture = await render(next).catch(() => null);
		scope.postMessage({ is: 'picture', id: next.id, picture }, picture ? [picture.bitmap] : []);
	}
	isRendering = false;
}

async function render({ drawing, page, width, withSpots }: RenderRequest): Promise<DrawnPage | null> {
	if (shown?.drawing !== drawing) return null;
	const { pdf } = shown;
	return { bitmap: await pdf.render(page, width), spots: withSpots ? await pdf.spots(page) : [] };
}

function drop(id: number): void {
	const at = waiting.findIndex((request) => request.id === id);
	if (at < 0) return;
	waiting.splice(at, 1);
	scope.postMessage({ is: 'picture', id, picture: null });
}
