/** Which way the page reads, by the room's language. */

const rightToLeft = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|ug|ur|yi)$/;

export function directionOf(language: string): 'ltr' | 'rtl' {
	const [name = '', ...rest] = language.toLowerCase().split(/[-_]/);
	const script = rest.filter((part) => part.length === 4)[0];
	if (script !== undefined) return /^(arab|hebr|syrc|thaa|nkoo|adlm|rohg)$/.test(script) ? 'rtl' : 'ltr';
	return rightToLeft.test(name) ? 'rtl' : 'ltr';
}
