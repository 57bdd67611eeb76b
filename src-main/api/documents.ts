/** Imported documents as they were read, by hash, and those that were repaired without their repair. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { storeDocumentsSchema } from '../../src-shared/schemas/api.ts';
import { unrepairedHash } from '../imports/unrepaired.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { atMost, jsonOf, paramsOf } from './body.ts';

const hashParam = v.object({ hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) });

export const documentRoutes = (services: Services) =>
	new Hono()
		.get('/:hash', paramsOf(hashParam), async (c) => {
			const { hash } = c.req.valid('param');
			const document = await services.documents.get(hash);
			if (!document) throw new Refusal(404, `There is no document ${hash} on this computer. Import it again.`);
			return c.json(document);
		})
		.get('/:hash/unrepaired', paramsOf(hashParam), async (c) => {
			const document = await services.documents.get(unrepairedHash(c.req.valid('param').hash));
			if (!document) throw new Refusal(404, 'The text before its repair is not on this computer. Import the file again, and then undo the repair.');
			return c.json(document);
		})
		.post('/', atMost(256, 'The documents of the workshop file'), jsonOf(storeDocumentsSchema), async (c) => {
			const { documents } = c.req.valid('json');
			await services.documents.put(documents);
			return c.json({ stored: documents.length });
		});
