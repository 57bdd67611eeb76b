/** Saves a picture: by the host's dialog where it has one, else as a download of the page's own. */
import { fileNameOf } from '../../src-shared/domain/fileName.ts';
import { saveBlob } from '../ui/saveBlob.ts';
import { post } from './client.ts';

export type PictureFormat = 'svg' | 'png';
export type Saved = { kind: 'saved'; path: string } | { kind: 'downloaded'; name: string } | { kind: 'cancelled' };

/** @param title to make a file name of. @throws ApiError or NotReachable, with a sentence. */
export async function savePicture(bytes: Blob, title: string, format: PictureFormat, hasDialogs: boolean): Promise<Saved> {
	if (!hasDialogs) {
		const name = fileNameOf(title, format);
		saveBlob(bytes, name);
		return { kind: 'downloaded', name };
	}
	const query = new URLSearchParams({ name: title.slice(0, 400), format });
	const response = await post(`/api/pictures?${query}`, bytes, { headers: { 'content-type': bytes.type } });
	const { path } = (await response.json()) as { path: string | null };
	return path === null ? { kind: 'cancelled' } : { kind: 'saved', path };
}
