/** The one place that knows where files of the app itself lie: a bundled chunk's own folder is not its source's. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findRoot(from: string): string {
	for (let folder = from; ; folder = dirname(folder)) {
		if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'resources'))) return folder;
		if (folder === dirname(folder)) throw new Error(`Longview's own files were not found above ${from}.`);
	}
}

/** The folder that holds package.json: the checkout, or the root of the packaged app. */
export const appRoot = findRoot(import.meta.dirname);
export const builtMain = join(appRoot, 'out', 'main');
export const builtRenderer = join(appRoot, 'out', 'renderer');
/** The phone page, alone in its folder: `room.html` and what it loads. */
export const builtRoom = join(appRoot, 'out', 'room');
export const resources = join(appRoot, 'resources');
export const seeds = join(appRoot, 'seeds');

/** A built worker's file, by its entry's name in electron.vite.config.ts. */
export const workerFile = (name: 'importWorker' | 'reportWorker' | 'exportWorker'): string => join(builtMain, `${name}.js`);
