/** Shows a file that Longview wrote in the system's file manager. */
import { Hono } from 'hono';
import { revealSchema } from '../../src-shared/schemas/api.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { atMost, jsonOf } from './body.ts';

export const revealRoutes = (services: Services) =>
	new Hono().post('/', atMost(1, 'The request'), jsonOf(revealSchema), (c) => {
		const { path } = c.req.valid('json');
		if (!services.ports.reveal) throw new Refusal(501, 'This host cannot show files. You find it where you saved it.');
		if (!services.writtenPaths.has(path)) throw new Refusal(403, 'Longview shows only files that it has written itself since its start.');
		services.ports.reveal(path);
		return c.json({ shown: true });
	});
