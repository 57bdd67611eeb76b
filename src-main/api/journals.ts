/** The journals on disk: read to catch up, appended to for every action. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { appendSchema } from '../../src-shared/schemas/api.ts';
import { scopeSchema } from '../../src-shared/schemas/journal.ts';
import { wrongChange } from '../../src-shared/domain/wrongChange.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { atMost, jsonOf, paramsOf, queryOf } from './body.ts';

const scopeParam = v.object({ scope: scopeSchema });
const sinceQuery = v.object({ since: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/))) });

export const journalRoutes = (services: Services) =>
	new Hono()
		.get('/', async (c) => c.json(await services.journals.list()))
		.get('/:scope', paramsOf(scopeParam), queryOf(sinceQuery), async (c) => {
			const { since } = c.req.valid('query');
			return c.json(await services.journals.read(c.req.valid('param').scope, since === undefined ? null : Number(since)));
		})
		.post('/:scope', atMost(64, 'What is to be saved'), paramsOf(scopeParam), jsonOf(appendSchema), async (c) => {
			const { base, lines } = c.req.valid('json');
			const { scope } = c.req.valid('param');
			const wrong = lines.flatMap(({ changes }) => changes.flatMap((change) => wrongChange(scope, change) ?? []))[0];
			if (wrong) throw new Refusal(422, `This cannot be saved: it holds ${wrong}.`);
			const { conflict, ...revision } = await services.journals.append(scope, base, lines);
			const error = 'The journal on disk has gone on since. Read what is new, then save again.';
			return conflict ? c.json({ error, ...revision }, 409) : c.json(revision, 200);
		})
		.post('/:scope/forget', paramsOf(scopeParam), async (c) => c.json(await services.journals.forget(c.req.valid('param').scope)))
		.delete('/:scope', paramsOf(scopeParam), async (c) =>
			c.json({ movedTo: await services.journals.remove(c.req.valid('param').scope) }),
		);
