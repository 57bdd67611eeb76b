/** How a finished file reaches the facilitator: written where the host's dialog says, or downloaded by the page. */
import type { Context } from 'hono';
import type { Services } from '../services.ts';
import { writeWhole } from '../store/wholeFile.ts';

/** Writes to `path` and remembers that this process did. @throws Refusal with a sentence where the disk refuses. */
export async function saveTo(services: Services, path: string, bytes: Uint8Array): Promise<void> {
	await writeWhole(path, bytes);
	services.writtenPaths.add(path);
}

interface Download {
	name: string;
	type: string;
	bytes: Uint8Array;
	headers?: Record<string, string>;
}

export function download(c: Context, { name, type, bytes, headers }: Download) {
	const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
	const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
	return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
		...headers,
		'content-type': type,
		'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`,
	});
}
