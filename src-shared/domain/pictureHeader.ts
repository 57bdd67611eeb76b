/** What a picture says of itself before anybody decodes it: its type, its size, and how a camera was held. */

export interface PictureHeader {
	type: 'image/png' | 'image/jpeg';
	/** As stored: the sides of a picture that lies on its side are not yet exchanged. */
	width: number;
	height: number;
}

const pngSign = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** @returns null for anything that is no PNG or JPEG, or ends before it says its size. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | null {
	const header = isPng(bytes) ? pngSize(bytes) : bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegSize(bytes) : null;
	return header && header.width > 0 && header.height > 0 ? header : null;
}

const isPng = (bytes: Uint8Array): boolean => pngSign.every((sign, index) => bytes[index] === sign);
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Its first chunk is IHDR. */
function pngSize(bytes: Uint8Array): PictureHeader | null {
	if (bytes.length < 24 || String.fromCharCode(...bytes.subarray(12, 16)) !== 'IHDR') return null;
	return { type: 'image/png', width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
}

/** Frames of every coding process; C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Walks from marker to marker up to the frame that says the size. */
function jpegSize(bytes: Uint8Array): PictureHeader | null {
	const data = view(bytes);
	for (let at = 2; at + 9 <= bytes.length; ) {
		if (bytes[at] !== 0xff) return null;
		const marker = bytes[at + 1]!;
		if (marker === 0xff) at++;
		else if (isFrame(marker)) return { type: 'image/jpeg', height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
		else if (marker === 0xd9 || marker === 0xda) return null;
		else at += 2 + Math.max(2, data.getUint16(at + 2));
	}
	return null;
}
