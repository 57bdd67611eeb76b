/** The organisation's logo, if what is kept as one is the picture that it says it is. */
import type { ReportSettings } from '../../../../src-shared/schemas/worlds.ts';
import type { CoverWords } from '../../words/cover.ts';
import { cleaned } from '../tables/cells.ts';

export interface Logo {
	type: 'png' | 'jpg';
	data: Buffer;
	/** Pixels on the page, within the room that a cover gives it. */
	width: number;
	height: number;
	alt: string;
}

const room = { width: 220, height: 72 };
const begins = { png: Buffer.from([0x89, 0x50, 0x4e, 0x47]), jpg: Buffer.from([0xff, 0xd8, 0xff]) } as const;

export function logoOf(settings: ReportSettings | undefined, { logoAlt }: CoverWords): Logo | null {
	const { logo, organisation = '' } = settings ?? {};
	if (!logo || !(logo.width > 0) || !(logo.height > 0)) return null;
	const data = Buffer.from(logo.data, 'base64');
	const type = logo.type === 'image/png' ? 'png' : 'jpg';
	if (!data.subarray(0, begins[type].length).equals(begins[type])) return null;
	const fit = Math.min(room.width / logo.width, room.height / logo.height);
	return { type, data, width: Math.round(logo.width * fit), height: Math.round(logo.height * fit), alt: logoAlt(cleaned(organisation)) };
}
