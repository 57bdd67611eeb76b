/** How the room was opened last on this computer, so that the next time takes one press. In no workshop file and no journal. */
import * as v from 'valibot';
import type { NetworkInterface, OpenRoom, Wifi } from '../../src-shared/schemas/room.ts';

const key = 'longview-room';
const choiceSchema = v.object({
	network: v.pipe(v.string(), v.maxLength(64)),
	password: v.pipe(v.string(), v.maxLength(64)),
	/** Empty for any free one. */
	port: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))),
	cap: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
	strict: v.boolean(),
	address: v.nullable(v.string()),
});
export type Choice = v.InferOutput<typeof choiceSchema>;

const first: Choice = { network: '', password: '', port: 4600, cap: 300, strict: false, address: null };

export function lastChoice(): Choice {
	try {
		return v.parse(choiceSchema, JSON.parse(localStorage.getItem(key) ?? 'null'));
	} catch {
		return first;
	}
}
export const rememberChoice = (choice: Choice): void => localStorage.setItem(key, JSON.stringify(choice));

/** The address of the last time where this computer still has it; else the likeliest, which is listed first. */
export const bestAddress = (interfaces: readonly NetworkInterface[], { address }: Choice): string | null =>
	(interfaces.find((one) => one.address === address) ?? interfaces[0])?.address ?? null;

export const wifiOf = ({ network, password }: Choice): Wifi | null => (network.trim() === '' ? null : { network, password });

/** @returns why it cannot be opened so, as a sentence; null where it can. */
export function wrongChoice(choice: Choice): string | null {
	if (choice.address === null) return 'Choose the network that phones are on.';
	if (choice.network.trim() === '' && choice.password !== '') return 'A password needs the name of its network.';
	if (choice.password !== '' && choice.password.length < 8) return 'A Wi-Fi password has at least 8 characters. Leave it empty for a network without one.';
	if (!v.is(choiceSchema, choice)) return 'The port is a number from 1 to 65535, and from 1 to 1000 people can be let in.';
	return null;
}

export const openingOf = (choice: Choice, workshop: Pick<OpenRoom, 'workshopId' | 'title' | 'groups'>): OpenRoom => ({
	...workshop,
	title: workshop.title.slice(0, 300),
	address: choice.address ?? '',
	port: choice.port ?? 0,
	wifi: wifiOf(choice),
	cap: choice.cap,
	strict: choice.strict,
	language: 'en',
});
