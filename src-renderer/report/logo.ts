/** A picture that somebody chose as the organisation's logo: looked at before it is decoded, and made small enough to print. */
import { pictureHeader } from '../../src-shared/domain/pictureHeader.ts';
import type { ReportSettings } from '../../src-shared/schemas/worlds.ts';

export type Logo = NonNullable<ReportSettings['logo']>;

/** With a sentence for the screen. */
export class LogoRefused extends Error {
	constructor(sentence: string) {
		super(sentence);
		this.name = 'LogoRefused';
	}
}

const mostMegabytes = 30;
const mostMegapixels = 40;
/** A picture says its size here, even behind a long profile or thumbnail. */
const headLength = 1024 * 1024;
/** Pixels of the longer side, from the one that is tried first. */
const sides = [800, 600, 400, 250] as const;
const mostBytes = 300_000;

/** Upright as the camera was held, 800 pixels and 300 kB at most. @throws LogoRefused */
export async function readLogo(file: File): Promise<Logo> {
	const name = `“${file.name}”`;
	if (file.size > mostMegabytes * 1_000_000) throw new LogoRefused(`${name} has ${Math.round(file.size / 1_000_000)} megabytes. Choose a picture of ${mostMegabytes} megabytes at most.`);
	const header = pictureHeader(new Uint8Array(await file.slice(0, headLength).arrayBuffer()));
	if (!header) throw new LogoRefused(`${name} is no PNG or JPEG picture. Choose one that is.`);
	const megapixels = (header.width * header.height) / 1_000_000;
	if (megapixels > mostMegapixels) throw new LogoRefused(`${name} has ${Math.round(megapixels)} megapixels. Choose a picture of ${mostMegapixels} megapixels at most.`);
	const picture = await createImageBitmap(new Blob([file], { type: header.type }), { imageOrientation: 'from-image' }).catch(() => {
		throw new LogoRefused(`${name} is damaged and cannot be shown. Save it again and choose it once more.`);
	});
	try {
		return await fitting(picture, header.type);
	} finally {
		picture.close();
	}
}

async function fitting(picture: ImageBitmap, type: Logo['type']): Promise<Logo> {
	for (const side of sides) {
		const scale = Math.min(1, side / Math.max(picture.width, picture.height));
		const [width, height] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
		const encoded = await encode(picture, width, height, type);
		if (encoded.size <= mostBytes) return { type, width, height, data: base64(new Uint8Array(await encoded.arrayBuffer())) };
	}
	throw new LogoRefused('The picture stays larger than 300 kB however small it is made. Choose a simpler one.');
}

async function encode(picture: ImageBitmap, width: number, height: number, type: Logo['type']): Promise<Blob> {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d')!;
	if (type === 'image/jpeg') {
		context.fillStyle = 'white';
		context.fillRect(0, 0, width, height);
	}
	context.imageSmoothingQuality = 'high';
	context.drawImage(picture, 0, 0, width, height);
	return canvas.convertToBlob({ type, quality: 0.9 });
}

/** In slices: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
	let text = '';
	for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192));
	return btoa(text);
}

export const logoAddress = ({ type, data }: Logo): string => `data:${type};base64,${data}`;
