/** "7K4 2QF", "K7QM 2XPA": a code is read aloud and typed more easily in fours, or in threes where it does not come out in fours. */
export function spacedCode(code: string): string {
	const size = code.length % 4 === 0 ? 4 : 3;
	return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? code;
}
