import { expect, test } from 'vitest';
import { pictureHeader } from '../../src-shared/domain/pictureHeader.ts';
import { logoAddress, readLogo } from './logo.ts';

async function picture(width: number, height: number, type: 'image/png' | 'image/jpeg', draw: (context: OffscreenCanvasRenderingContext2D) => void): Promise<Uint8Array<ArrayBuffer>> {
	const canvas = new OffscreenCanvas(width, height);
	draw(canvas.getContext('2d')!);
	return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.95 })).arrayBuffer());
}

const red = (context: OffscreenCanvasRenderingContext2D) => {
	context.fillStyle = '#ff0000';
	context.fillRect(0, 0, context.canvas.width / 2, context.canvas.height);
};
const noise = (context: OffscreenCanvasRenderingContext2D) => {
	const data = context.createImageData(context.canvas.width, context.canvas.height);
	for (let at = 0; at < data.data.length; at += 65_536) crypto.getRandomValues(data.data.subarray(at, at + 65_536));
	for (let at = 3; at < data.data.length; at += 4) data.data[at] = 255;
	context.putImageData(data, 0, 0);
};
const file = (bytes: Uint8Array<ArrayBuffer>, name = 'logo.png') => new File([bytes], name);

/** A camera's note in front of a JPEG's own parts: turned a quarter clockwise to stand upright. */
function turned(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const exif = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
	return new Uint8Array([...jpeg.subarray(0, 2), ...exif, ...jpeg.subarray(2)]);
}

/** A PNG that says a size and holds nothing. */
function claims(width: number, height: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(33);
	bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
	new DataView(bytes.buffer).setUint32(16, width);
	new DataView(bytes.buffer).setUint32(20, height);
	return bytes;
}

test('a logo is made 800 pixels wide at most and keeps what is transparent in it', async () => {
	const logo = await readLogo(file(await picture(1600, 400, 'image/png', red)));
	expect(logo).toMatchObject({ type: 'image/png', width: 800, height: 200 });
	const shown = await createImageBitmap(await (await fetch(logoAddress(logo))).blob());
	const context = new OffscreenCanvas(800, 200).getContext('2d')!;
	context.drawImage(shown, 0, 0);
	expect([...context.getImageData(100, 100, 1, 1).data]).toEqual([255, 0, 0, 255]);
	expect(context.getImageData(700, 100, 1, 1).data[3]).toBe(0);
});

test('a small one stays as large as it is', async () => {
	expect(await readLogo(file(await picture(120, 60, 'image/jpeg', red), 'a.jpg'))).toMatchObject({ type: 'image/jpeg', width: 120, height: 60 });
});

test('a photo stands upright, as the camera was held', async () => {
	const logo = await readLogo(file(turned(await picture(200, 100, 'image/jpeg', red)), 'photo.jpg'));
	expect(logo).toMatchObject({ width: 100, height: 200 });
});

test('what compresses badly is made smaller until it has 300 kB at most', async () => {
	const logo = await readLogo(file(await picture(900, 900, 'image/png', noise)));
	expect(logo.data.length * 0.75).toBeLessThanOrEqual(300_000);
	expect(logo.width).toBeLessThan(400);
	expect(pictureHeader(Uint8Array.from(atob(logo.data), (sign) => sign.charCodeAt(0)))).toMatchObject({ width: logo.width, height: logo.height });
});

test('what is no picture, is damaged or has a hundred megapixels is refused in a sentence, the last before it is decoded', async () => {
	await expect(readLogo(file(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo.svg'))).rejects.toThrow('“logo.svg” is no PNG or JPEG picture. Choose one that is.');
	await expect(readLogo(file(new Uint8Array(), 'empty.png'))).rejects.toThrow(/is no PNG or JPEG/);
	await expect(readLogo(file(claims(10_000, 10_000)))).rejects.toThrow('“logo.png” has 100 megapixels. Choose a picture of 40 megapixels at most.');
	await expect(readLogo(file(claims(100, 100)))).rejects.toThrow('“logo.png” is damaged and cannot be shown. Save it again and choose it once more.');
	const whole = await picture(300, 300, 'image/png', noise);
	await expect(readLogo(file(whole.slice(0, 60)))).rejects.toThrow(/is damaged/);
});
