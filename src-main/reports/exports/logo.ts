/** The organisation's logo for formats that take the picture as it is, if what is kept as one is a picture, by the same limits as in print. */
import { pictureHeader } from '../../../src-shared/domain/pictureHeader.ts';
import type { ReportSettings } from '../../../src-shared/schemas/worlds.ts';
import { mostPixels, type Logo } from '../logo.ts';
import { isSoundPicture } from '../soundPicture.ts';
import type { SvgPen } from './outline/svgPen.ts';

export interface Picture {
	type: 'png' | 'jpg';
	data: Buffer;
	/** Pixels. */
	width: number;
	height: number;
}

export function logoPicture(settings: ReportSettings | undefined): Picture | null {
	if (!settings?.logo) return null;
	const data = Buffer.from(settings.logo.data, 'base64');
	const header = pictureHeader(data);
	if (!header || header.width * header.height > mostPixels || !isSoundPicture(data, header)) return null;
	return { type: data[0] === 0x89 ? 'png' : 'jpg', data, width: header.width, height: header.height };
}

/** As the cover draws it. */
export function penLogo(pen: SvgPen, picture: Picture | null): Logo | null {
	if (!picture) return null;
	const { type, data, width: wide, height: high } = picture;
	const href = `data:image/${type === 'png' ? 'png' : 'jpeg'};base64,${data.toString('base64')}`;
	const widthIn = ({ width, height }: { width: number; height: number }) => Math.min(width, (height * wide) / high);
	return {
		widthIn,
		draw(x, y, box) {
			const width = widthIn(box);
			const height = (width * high) / wide;
			pen.image(href, box.align === 'left' ? x : x - width, y + (box.height - height) / 2, { width, height });
			return width;
		},
	};
}
