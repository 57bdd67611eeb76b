/** A process of its own with the app's services behind the browser host, as the parent asks for it; says what its thread did. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '../../../src-main/api/app.ts';
import { startHttpHost } from '../../../src-main/hosts/http.ts';
import type { Ports } from '../../../src-main/ports.ts';
import { createServices } from '../../../src-main/services.ts';
import { watchTasks, type Delays } from './taskProbe.ts';

export type FromHost = { address: string } | { delays: Delays; rss: number };

const [folder] = process.argv.slice(2) as [string];
const dataFolder = mkdtempSync(join(tmpdir(), 'longview-bench-data-'));
const chosen = () => Promise.resolve([folder]);
const nothing = () => Promise.resolve(null);
const ports: Ports = { host: 'browser', dialogs: { chooseFiles: chosen, chooseFolder: chosen, chooseWorkshopFile: nothing, chooseDestination: nothing }, reveal: null };
const services = await createServices(ports, { dataFolder });
const api = createApi(services);
const host = await startHttpHost({ fetch: (request) => api.fetch(request), port: 0, ownerKey: 'owner', startPageFolder: dataFolder });
const say = (message: FromHost): void => void process.send!(message);
let report: (() => Delays) | null = null;

process.on('message', (message) => {
	if (message === 'watch') report = watchTasks();
	else if (message === 'report') say({ delays: report!(), rss: process.memoryUsage.rss() });
	else
		void host
			.close()
			.then(() => services.close())
			.then(() => {
				rmSync(dataFolder, { recursive: true });
				process.disconnect();
			});
});
say({ address: host.newAddress() });
