/** What the two codes on the wall hold, and how people read it aloud. */
import type { RoomState, Wifi } from '../../src-shared/schemas/room.ts';

export type OpenRoomState = NonNullable<RoomState['open']>;

/**
 * The text by which phones join a wireless network as they scan it (ZXing's format, which Android and iOS read): \ ; , : and "
 * stand behind a backslash. A name or password of hexadecimal digits alone goes in quotes, or it would be taken for bytes.
 */
export function wifiText({ network, password }: Wifi): string {
	const name = `S:${field(network)};`;
	return password === '' ? `WIFI:T:nopass;${name};` : `WIFI:T:WPA;${name}P:${field(password)};;`;
}

function field(text: string): string {
	const safe = text.replace(/[\\;,:"]/g, '\\$&');
	return /^[0-9a-f]+$/i.test(text) ? `"${safe}"` : safe;
}

/** The address as people type it; in a room that is not strict the code follows in the QR code alone. */
export const typedAddress = ({ address, port }: Pick<OpenRoomState, 'address' | 'port'>): string => {
	const host = address.includes(':') ? `[${address}]` : address;
	return port === 80 ? host : `${host}:${port}`;
};

/** What the second QR code holds: a strict room's wall must not let anyone in. */
export const scannedAddress = (open: Pick<OpenRoomState, 'address' | 'port' | 'code' | 'strict'>): string =>
	`http://${typedAddress(open)}/${open.strict ? '' : `#${open.code}`}`;
