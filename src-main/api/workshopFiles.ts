/** Workshop files: checked, opened and saved. */
import { Hono, type Context } from 'hono';
import { saveWorkshopSchema } from '../../src-shared/schemas/api.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { fileNameOf } from '../../src-shared/domain/fileName.ts';
import { checkWorkshopFile, openWorkshopFile, workshopFileText } from '../workshops/workshopFiles.ts';
import { atMost, jsonOf } from './body.ts';
import { download, saveTo } from './delivery.ts';

const limit = atMost(256, 'The workshop file');

export const workshopFileRoutes = (services: Services) =>
	new Hono()
		.post('/check', limit, async (c) => c.json(checkWorkshopFile(await sentText(c))))
		.post('/open', async (c) => {
			const { dialogs } = services.ports;
			if (!dialogs) throw new Refusal(501, 'This host has no dialogs of its own. Choose the file in the page.');
			const path = await dialogs.chooseWorkshopFile();
			return c.json({ file: path === null ? null : await openWorkshopFile(path) });
		})
		.post('/', limit, jsonOf(saveWorkshopSchema), async (c) => {
			const { file, name } = c.req.valid('json');
			const suggested = fileNameOf(name, 'longview');
			const bytes = Buffer.from(workshopFileText(file));
			const { dialogs } = services.ports;
			if (!dialogs) return download(c, { name: suggested, type: 'application/json', bytes });
			const path = await dialogs.chooseDestination('workshop', suggested);
			if (path !== null) await saveTo(services, path, bytes);
			return c.json({ path });
		});

/** The file's text as the body, or the file in a form. */
async function sentText(c: Context): Promise<string> {
	if (!c.req.header('content-type')?.startsWith('multipart/form-data')) return c.req.text();
	const form = await c.req.formData().catch(() => null);
	const file = [...(form?.values() ?? [])].find((entry) => entry instanceof File);
	if (!file) throw new Refusal(422, 'No file was sent. Choose a workshop file.');
	return file.text();
}
