/** What the page needs to know of the process it talks to. */
import { Hono } from 'hono';
import type { SessionInfo } from '../../src-shared/schemas/api.ts';
import type { Services } from '../services.ts';
import { freeMegabytes } from '../store/dataFolder.ts';

export const sessionRoutes = (services: Services) =>
	new Hono().get('/', async (c) => {
		const info: SessionInfo = {
			version: services.version,
			host: services.ports.host,
			dialogs: services.ports.dialogs !== null,
			dataFolder: services.dataFolder,
			freeMegabytes: await freeMegabytes(services.dataFolder),
			notes: [...(await services.documents.notes()), ...(await services.room.notes())],
		};
		return c.json(info);
	});
