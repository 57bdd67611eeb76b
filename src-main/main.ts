/** Electron's entry: one instance, one data folder, one window on the app's handler. */
import { app, dialog } from 'electron';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { electronPorts, installMenu } from './adapters/electron.ts';
import { createApi } from './api/app.ts';
import { endOnSignals } from './ending.ts';
import { handleScheme, registerScheme } from './hosts/protocol.ts';
import { createWindow } from './hosts/window.ts';
import { Refusal } from './refusal.ts';
import { createServices } from './services.ts';
import { changeSettings, dataFolderPath, makeDataFolder, readSettings } from './store/dataFolder.ts';
import { acquireLock } from './store/lock.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } }, strict: false, allowPositionals: true });
const dataFolder = dataFolderPath(typeof values.data === 'string' ? values.data : undefined);

async function run(): Promise<void> {
	await makeDataFolder(dataFolder);
	const lock = await acquireLock(dataFolder, 'electron');
	if ('heldBy' in lock) throw new Refusal(409, `Longview is open already (process ${lock.heldBy.pid}). Use its window, or end that process.`);
	const services = await createServices(electronPorts, { dataFolder });
	await app.whenReady();
	handleScheme(createApi(services).fetch);
	installMenu();
	const { window: place } = await readSettings(dataFolder);
	const window = createWindow({ place, onPlace: (moved) => void changeSettings(dataFolder, { window: moved }).catch(() => undefined) });
	app.on('second-instance', () => {
		if (window.isMinimized()) window.restore();
		window.focus();
	});
	const end = async () => {
		await services.close();
		await lock.release();
	};
	let ended = false;
	app.on('will-quit', (event) => {
		if (ended) return;
		event.preventDefault();
		void end().finally(() => {
			ended = true;
			app.quit();
		});
	});
	endOnSignals(end);
	app.on('window-all-closed', () => app.quit());
}

registerScheme();
// Electron's own files, IndexedDB among them, belong to the data folder; so does the single-instance lock.
app.setPath('userData', join(dataFolder, 'electron'));
if (app.requestSingleInstanceLock()) {
	run().catch((error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
		dialog.showErrorBox('Longview cannot start', error instanceof Error ? error.message : String(error));
		app.exit(1);
	});
} else {
	app.quit();
}
