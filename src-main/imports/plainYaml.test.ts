import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seeds } from '../paths.ts';
import { cutFrontMatter } from './frontMatter.ts';
import { readPlainYaml } from './plainYaml.ts';
import { readAnyYaml, type YamlNode } from './yamlTree.ts';
import './propertySeed.ts';

/** What a node says; the line of an empty value is the one thing that the readers may see differently. */
function said(node: YamlNode | null): unknown {
	if (node === null || node.kind === 'text') return node && (node.text === null ? null : [node.text, node.line]);
	return node.kind === 'list' ? { line: node.line, items: node.items.map(said) } : { line: node.line, entries: [...node.entries].map(([key, value]) => [key, said(value)]) };
}

const bits = fc.constantFrom(
	'a: b', 'title: "x y"', "b: 'it'", 'c: -1', 'd:', 'e: ~', '- f', '- g: 1', '  h: 2', '  - i', '    j: k', '  l:', '- "m"', '# n', 'o: p # q', 'r: s: t',
	'u: [v]', 'w: "x\\n"', "y: 'z''s'", '-', '- - aa', 'bb: |', '  cc', 'dd: &ee ff', '? gg', 'hh: -', 'ii: é — “x”', 'jj : kk', '...', 'll:mm', 'nn: oo:', 'a: again', '\tpp: qq', 'rr: ss  ',
);

test('gives the same as the reader of all YAML, or gives up', () => {
	let plain = 0;
	fc.assert(
		fc.property(fc.array(bits, { maxLength: 7 }), fc.boolean(), (lines, isIndented) => {
			const source = (isIndented ? lines.map((line) => `  ${line}`) : lines).join('\n');
			const node = readPlainYaml(source, 2, 50, 2000);
			if (node === undefined) return;
			plain++;
			const duplicates: string[] = [];
			expect(said(node)).toEqual(said(readAnyYaml(source, 2, (key) => duplicates.push(key))));
			expect(duplicates).toEqual([]);
		}),
		{ numRuns: 5000 },
	);
	expect(plain).toBeGreaterThan(100);
});

test('reads the news item among the seeds', () => {
	const text = readFileSync(join(seeds, readdirSync(seeds).find((name) => name.startsWith('003'))!), 'utf8');
	expect(readPlainYaml(cutFrontMatter(text)!.source, 2, 50, 2000)).toMatchObject({ kind: 'map' });
});

test('gives up at more keys or a deeper nesting than allowed', () => {
	expect(readPlainYaml('a: 1\nb: 2', 1, 50, 1)).toBeUndefined();
	expect(readPlainYaml('a:\n  b:\n    c: 1', 1, 2, 9)).toBeUndefined();
});
