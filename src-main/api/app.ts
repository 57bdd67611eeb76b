/** The whole app as one fetch handler: the page's files and the API, the same in every host. */
import { Hono } from 'hono';
import type { Services } from '../services.ts';
import { documentRoutes } from './documents.ts';
import { answerError } from './errors.ts';
import { responseHeaders } from './headers.ts';
import { exportRoutes } from './exports.ts';
import { importRoutes } from './imports.ts';
import { journalRoutes } from './journals.ts';
import { pageRoutes } from './page.ts';
import { pictureRoutes } from './pictures.ts';
import { reportRoutes } from './reports.ts';
import { revealRoutes } from './reveal.ts';
import { roomRoutes } from './room.ts';
import { sessionRoutes } from './session.ts';
import { workshopFileRoutes } from './workshopFiles.ts';

const apiRoutes = (services: Services) =>
	new Hono()
		.route('/session', sessionRoutes(services))
		.route('/imports', importRoutes(services))
		.route('/documents', documentRoutes(services))
		.route('/journals', journalRoutes(services))
		.route('/workshop-files', workshopFileRoutes(services))
		.route('/reports', reportRoutes(services))
		.route('/exports', exportRoutes(services))
		.route('/pictures', pictureRoutes(services))
		.route('/reveal', revealRoutes(services))
		.route('/room', roomRoutes(services))
		.all('/*', (c) => c.json({ error: `Longview has no ${c.req.method} ${c.req.path}.` }, 404));

export function createApi(services: Services) {
	return new Hono()
		.use(responseHeaders)
		.onError(answerError)
		.route('/api', apiRoutes(services))
		.route('/', pageRoutes(services.rendererFolder))
		.notFound((c) => c.json({ error: `Longview has no ${c.req.method} ${c.req.path}.` }, 404));
}

/** For the typed client. */
export type Api = ReturnType<typeof createApi>;
