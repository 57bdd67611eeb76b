/** Random inputs for the readers: pieces that mean something to one of them, put together without sense. */
import fc from 'fast-check';

const markdownBits = fc.constantFrom(
	'# ', '## Signals\n\n', '## Concerns\n', '| name | description | relevancy |\n', '|---|---|---|\n', '| a | b | high |\n', '|', '\\', '`', '```\n',
	'**', '__', '[x](https://example.org/a\\&b)', '[y](javascript:alert(1))', '<b>', '<!-- ', '-->', '- June 13 2023: ', '\n', '\n\n', '&amp;', '---\n',
	'title: "', 'related:\n  - ', '&a ', '*a ', '!!js/function ', '__proto__: ', '{', '[', '? ', '‚Äô', 'Ã©', '’', '👋', '\u202e', '\ud800', ' ', '\t', 'word',
);
const eraBits = fc.constantFrom(
	'# __A__, (from page [1 ](https://example.org/a).)\n', '## Seeds\n', '## Closest\n', '- **Name**: text\n', '  - Change: x\n', '* [a](b)\n', '|  | name |\n|--|--|\n',
	'| 0 | a \\| b |\n', '\n', '\n\n', '## Timeline\n', '13.6.2023: x\n', '### June 2023\n', '\ufffd', 'â€', 'Ã\u00a0', '\u00ad', '\u2028',
);
const tomlBits = fc.constantFrom('title = "T"\n', 'a = [1, ', ']', '[a.b]\n', '[[c]]\n', '{ x = 1 }', '"""', "'", '\\u00e9', '# c\n', 'd.e = 2\n', '__proto__ = 1\n', '+++\n', '\n');
const encoded = (bits: string[]): Uint8Array => new TextEncoder().encode(bits.join(''));
/** Bytes of every shape of document in parts and in any order, in several encodings, and bytes of nothing. */
export const anyDocument = fc.oneof(
	fc.array(eraBits, { maxLength: 40 }).map(encoded),
	fc.array(tomlBits, { maxLength: 40 }).map((bits) => encoded(['+++\ntitle = "x"\n', ...bits])),
	fc.array(fc.oneof(markdownBits, eraBits), { maxLength: 30 }).map((bits) => Buffer.from(bits.join(''), 'utf16le')),
	fc.array(fc.oneof(markdownBits, eraBits), { maxLength: 30 }).map((bits) => Buffer.from(bits.join(''), 'latin1')),
	fc.uint8Array({ maxLength: 400 }),
	fc.string({ unit: 'binary', maxLength: 400 }).map((text) => new TextEncoder().encode(text)),
	fc.array(markdownBits, { maxLength: 60 }).map((bits) => new TextEncoder().encode(bits.join(''))),
	fc.array(markdownBits, { maxLength: 40 }).map((bits) => new TextEncoder().encode(`---\ntitle: ${bits.join('')}`)),
);

const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('Name', 'Type', 'risk', '3', '9', '2030', '"', '""', 'a\nb', '\r\n', 'https://example.org', 'javascript:x', '__proto__', 'Itâ€™s', '\ufffd', ''));

/** Tables of any delimiter, with quotation marks where they belong and where they do not. */
export const anyTable = fc
	.tuple(fc.constantFrom(',', ';', '\t', '|', '\n'), fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), fc.constantFrom<BufferEncoding>('utf8', 'latin1', 'utf16le'), fc.boolean())
	.map(([delimiter, rows, encoding, isQuoted]) => {
		const text = rows.map((row) => row.map((value) => (isQuoted ? `"${value}"` : value)).join(delimiter)).join('\n');
		return new Uint8Array(Buffer.from(text, encoding));
	});

const brokenBits = fc.constantFrom('â€™', 'Ã©', 'Ã', '‚Äô', '√©', 'Â', '¬', 'é', '’', ' ', 'a', 'A', '\n', '👋', 'ÃƒÂ©', '“', '\ufffd', '|');
export const anyText = fc.array(brokenBits, { maxLength: 40 }).map((all) => all.join(''));
