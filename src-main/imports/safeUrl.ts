/** Lets only addresses of the web and of mail through: a document must not bring code or local paths into the app. */
import type { Warn } from './reading.ts';

const allowed = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/** @returns the address as it stands in the document, or null, with a warning, for any other kind of address. */
export function safeUrl(url: string, line: number, warn: Warn): string | null {
	const trimmed = url.trim();
	if (trimmed.length <= 4096 && allowed.test(trimmed) && URL.canParse(trimmed)) return trimmed;
	if (trimmed !== '' && !trimmed.startsWith('#')) {
		warn(line, `The address “${shortened(trimmed)}” is not one of the web or of mail, so it is left out.`);
	}
	return null;
}

const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
