/** Imported documents as they were read, by hash. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { paramsOf } from './body.ts';

const hashParam = v.object({ hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) });

export const documentRoutes = (services: Services) =>
	new Hono().get('/:hash', paramsOf(hashParam), async (c) => {
		const { hash } = c.req.valid('param');
		const document = await services.documents.get(hash);
		if (!document) throw new Refusal(404, `There is no document ${hash} on this computer. Import it again.`);
		return c.json(document);
	});
