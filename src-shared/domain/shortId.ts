/** Short names for print: what a person types or a camera reads to find a card again, without any network. */
import { codeSigns } from '../schemas/room.ts';

const length = 4;

/** Four signs that a workshop always has the same, made from its id (FNV-1a, Fowler, Noll & Vo 1991). */
export function workshopCode(workshopId: string): string {
	let hash = 0x811c9dc5;
	for (let index = 0; index < workshopId.length; index++) hash = Math.imul(hash ^ workshopId.charCodeAt(index), 0x01000193) >>> 0;
	let code = '';
	for (let sign = 0; sign < length; sign++) {
		code += codeSigns[hash % codeSigns.length];
		hash = Math.floor(hash / codeSigns.length);
	}
	return code;
}

/** "K7QF-S2": the card S2 of the workshop K7QF. */
export const shortId = (workshopId: string, cardCode: string): string => `${workshopCode(workshopId)}-${cardCode}`;
