/** The organisation's logo, made fit for the pages. It comes with the workshop, so nothing in it is taken on trust. */
import { pictureHeader } from '../../src-shared/domain/pictureHeader.ts';
import type { ReportSettings } from '../../src-shared/schemas/worlds.ts';
import type { Doc } from './paper.ts';
import { isSoundPicture } from './soundPicture.ts';
import type { Notes } from './text.ts';

export interface Logo {
	/** As large as fits into the box, its left edge or its right edge at `x`. @returns its width. */
	draw(x: number, y: number, box: { width: number; height: number; align: 'left' | 'right' }): number;
	widthIn(box: { width: number; height: number }): number;
}

/** Decoding happens in the memory of the report's worker; what the window makes of a logo is far smaller. */
export const mostPixels = 4_000_000;

/** @returns null where there is none, or one that is no picture: then a note says so. */
export function openLogo(doc: Doc, settings: ReportSettings | undefined, notes: Notes): Logo | null {
	if (!settings?.logo) return null;
	const bytes = Buffer.from(settings.logo.data, 'base64');
	const header = pictureHeader(bytes);
	if (!header || header.width * header.height > mostPixels || !isSoundPicture(bytes, header)) return refused(notes);
	try {
		// pdfkit's own typings leave this one out. Opened once, it is in the file once.
		const image = (doc as unknown as { openImage(bytes: Buffer): object }).openImage(bytes);
		const widthIn = ({ width, height }: { width: number; height: number }) => Math.min(width, (height * header.width) / header.height);
		return {
			widthIn,
			draw(x, y, box) {
				const width = widthIn(box);
				const height = (width * header.height) / header.width;
				doc.image(image as unknown as Buffer, box.align === 'left' ? x : x - width, y + (box.height - height) / 2, { width, height });
				return width;
			},
		};
	} catch {
		return refused(notes);
	}
}

function refused(notes: Notes): null {
	notes.add('The logo is no picture that the report can print, so it is left out. Choose it again in the report’s settings.');
	return null;
}
