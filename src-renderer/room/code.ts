/** Codes and keys as people type them: with blanks, in small letters, with signs that look like others. */

/** Codes have neither O, nor 0, nor I, nor L, nor 1; what was read as an O is most likely a Q. */
const lookalikes: Record<string, string> = { O: 'Q', '0': 'Q' };

/** @returns the code as the room writes it: capital letters and digits, nothing else. */
export function tidyCode(typed: string): string {
	const plain = typed.normalize('NFKC').replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
	return plain.toUpperCase().replace(/[^A-Z0-9]/g, '').replace(/[O0]/g, (sign) => lookalikes[sign]!);
}

/** @returns a sign of the typed code that no code has, in which case it was misread. */
export const impossibleSign = (typed: string): string | null => /[OIL01]/.exec(typed.normalize('NFKC').toUpperCase())?.[0] ?? null;

/** From `#K7QM2X`, or `#code=K7QM2X`. @returns null where there is none. */
export function codeInFragment(fragment: string): string | null {
	let text = fragment.replace(/^#(code=)?/, '');
	try {
		text = decodeURIComponent(text);
	} catch {
		// A broken escape is no code, and its signs are read as they stand.
	}
	return tidyCode(text) || null;
}
