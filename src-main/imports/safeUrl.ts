/** Lets only addresses of the web and of mail through: a document must not bring code or local paths into the app. */
import type { Warn } from './reading.ts';

const allowed = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/** Nearly every address: a host that is a name and not a number, and nothing that could be written in two ways. */
const plain = /^https?:\/\/(?:[a-z0-9]{1,40}[.-]){1,6}[a-z]{2,20}(?:\/[\w./?=&%~+-]{0,1000})?$/;

/** @returns the address as it stands in the document, or null, with a warning, for any other kind of address. */
export function safeUrl(url: string, line: number, warn: Warn): string | null {
	const trimmed = url.trim();
	if (plain.test(trimmed)) return trimmed;
	if (trimmed.length <= 4096 && allowed.test(trimmed) && URL.canParse(trimmed)) return trimmed;
	if (trimmed !== '' && !trimmed.startsWith('#')) {
		warn(line, `The address “${shortened(trimmed)}” is not one of the web or of mail, so it is left out.`);
	}
	return null;
}

const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
