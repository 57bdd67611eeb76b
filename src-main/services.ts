/** Composition: what the API works with, made once per process from the host's ports and a data folder. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createImports } from './imports/imports.ts';
import { appRoot, builtRenderer, builtRoom, seeds, workerFile } from './paths.ts';
import { createPool } from './pool.ts';
import type { Ports } from './ports.ts';
import { createExports, type Exports } from './reports/exports/exports.ts';
import { createReports } from './reports/reports.ts';
import { createRoom, type Room } from './room/room.ts';
import { createDocuments, type StoredDocuments } from './store/documents.ts';
import { createJournals, type Journals } from './store/journals.ts';

export interface Services {
	readonly ports: Ports;
	readonly version: string;
	readonly dataFolder: string;
	/** The built page, served as it is. */
	readonly rendererFolder: string;
	readonly documents: StoredDocuments;
	readonly journals: Journals;
	readonly imports: ReturnType<typeof createImports>;
	readonly reports: ReturnType<typeof createReports>;
	/** The other ways out: tables, scenarios to write on, a page that opens offline. */
	readonly exports: Exports;
	/** The room that phones vote in: open only while the facilitator has it open. */
	readonly room: Room;
	/** Paths that this process wrote on the facilitator's behalf: the only ones it may reveal. */
	readonly writtenPaths: Set<string>;
	/** Stops workers and waits for what is being written. */
	close(): Promise<void>;
}

interface ServiceOptions {
	dataFolder: string;
	rendererFolder?: string;
}

export async function createServices(ports: Ports, { dataFolder, rendererFolder = builtRenderer }: ServiceOptions): Promise<Services> {
	const documents = createDocuments(dataFolder);
	const journals = createJournals(dataFolder);
	const importPool = createPool(workerFile('importWorker'), { threads: importThreads(), heapMegabytes: 512 });
	const reportPool = createPool(workerFile('reportWorker'), { threads: 1, heapMegabytes: 1024 });
	const exportPool = createPool(workerFile('exportWorker'), { threads: 1, heapMegabytes: 1024 });
	const sampleFiles = (await readdir(seeds)).filter((name) => name.endsWith('.txt')).sort().map((name) => join(seeds, name));
	const room = createRoom({ dataFolder, pageFolders: [builtRoom, rendererFolder] });
	return {
		ports,
		version: appVersion(),
		dataFolder,
		rendererFolder,
		documents,
		journals,
		imports: createImports({ pool: importPool, documents, sampleFiles }),
		reports: createReports({ pool: reportPool }),
		exports: createExports({ pool: exportPool }),
		room,
		writtenPaths: new Set(),
		async close() {
			await room.close();
			await Promise.all([importPool.close(), reportPool.close(), exportPool.close()]);
			await Promise.all([documents.close(), journals.close()]);
		},
	};
}

/** One core stays with the window. */
const importThreads = (): number => Math.max(1, Math.min(4, availableParallelism() - 1));

export const appVersion = (): string =>
	(JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')) as { version: string }).version;
