/** Pictures that the page has drawn: written where the host's dialog says, else handed back as a download. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { fileNameOf } from '../../src-shared/domain/fileName.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { atMost, queryOf } from './body.ts';
import { download, saveTo } from './delivery.ts';

/** `name` is the title to make a file name of. */
const pictureQuery = v.object({ name: v.pipe(v.string(), v.maxLength(400)), format: v.picklist(['svg', 'png']) });
const types = { svg: 'image/svg+xml', png: 'image/png' } as const;
const pngBegins = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

export const pictureRoutes = (services: Services) =>
	new Hono().post('/', atMost(128, 'The picture'), queryOf(pictureQuery), async (c) => {
		const { name, format } = c.req.valid('query');
		const bytes = Buffer.from(await c.req.arrayBuffer());
		const isWhatItSays = format === 'png' ? bytes.subarray(0, 4).equals(pngBegins) : bytes.subarray(0, 5).toString() === '<?xml';
		if (!isWhatItSays) throw new Refusal(422, `What was sent is no ${format.toUpperCase()} picture. Draw it again.`);
		const suggested = fileNameOf(name, format);
		const { dialogs } = services.ports;
		if (!dialogs) return download(c, { name: suggested, type: types[format], bytes });
		const path = await dialogs.chooseDestination(format, suggested);
		if (path !== null) await saveTo(services, path, bytes);
		return c.json({ path });
	});
