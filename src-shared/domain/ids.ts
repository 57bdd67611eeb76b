/** Ids that no two laptops ever make alike: 20 letters and digits, 119 random bits. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const length = 20;
/** The largest multiple of 62 in a byte; bytes above it would make the first letters likelier than the rest. */
const fair = 256 - (256 % alphabet.length);

export function newId(): string {
	let id = '';
	while (id.length < length) {
		for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
			if (byte < fair && id.length < length) id += alphabet[byte % alphabet.length];
		}
	}
	return id;
}
