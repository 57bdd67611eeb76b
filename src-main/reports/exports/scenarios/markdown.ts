/** The scenarios as one Markdown file (CommonMark with tables and footnotes): front matter, a part for each world, and a footnote for every card that they name, with the line of its source. */
import { safeAddress } from '../../links.ts';
import { sanitise } from '../../text.ts';
import type { Span } from '../../typeset.ts';
import { createTheme } from '../../theme.ts';
import { commonWords } from '../../words/common.ts';
import { coverWords } from '../../words/cover.ts';
import type { ExportOptions } from '../../../../src-shared/schemas/export.ts';
import type { Outline } from '../outline/outline.ts';
import type { Element, Words } from '../outline/outlinePaper.ts';
import { isElement, isNothing, listOf, whereOf } from '../outline/reading.ts';
import { saidFigure, scenarioParts, standsAlone, type ScenarioParts } from './parts.ts';

type Part = Element | Words;

const { styles } = createTheme({ pageSize: 'A4', largePrint: false });

export function markdownOf(outline: Outline, { language, exportedAt }: ExportOptions): string {
	const { view } = outline;
	const parts = scenarioParts(outline, language);
	const write = createWriter(outline, parts);
	const common = commonWords[language];
	const front = { title: view.title, question: view.question, date: view.held.iso.slice(0, 10), exported: exportedAt.slice(0, 10), language };
	// What JSON writes as a string is one in YAML too.
	const matter = Object.entries(front).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${JSON.stringify(sanitise(value))}`]));
	const blocks = [
		`# ${write.text(view.title)}`,
		...(view.question ? [write.text(view.question)] : []),
		`*${write.text(coverWords[language].notPredictions)}*`,
		...(view.worlds.worlds.length === 0 ? [write.text(common.nouns.scenario.none)] : []),
		...parts.sections.flatMap((section) => write.blocks(section.children)),
		...(parts.cards.length > 0 ? [`## ${write.text(parts.cardsTitle)}`, ...parts.cards.map(({ card, entry }) => write.footnote(card.code, entry))] : []),
	];
	return `---\n${matter.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`;
}

/** Signs that would be read as markup, at the start of a line or anywhere. */
const anywhere = /[\\`*_[\]<>&|~]/g;
const atStart = /^([^\S\n]*)([#+\-=]|\d+(?=[.)]))/gm;

const escapedText = (text: string): string => sanitise(text).replace(anywhere, '\\$&');
/** A line that begins as a list or a heading would is none; a number's full stop is escaped, not the number. */
const escapedLine = (text: string): string => text.replace(atStart, (_, space: string, sign: string) => (/^\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`));

/** Signs of stress hold to the words: beside a space they would be read as themselves. */
function marked(text: string, sign: string): string {
	const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
	return inner === '' ? text : `${before}${sign}${escapedText(inner)}${[...sign].reverse().join('')}${after}`;
}

function createWriter({ placeOf, view }: Outline, { cards }: ScenarioParts) {
	const footnotes = new Map(cards.map(({ card, place }) => [place, card]));

	function spans(list: readonly Span[], base: number): string {
		return list.map(({ text, weight, emphasis, to }, index) => {
			const card = to?.startsWith('card:') ? view.byId.get(to.slice('card:'.length)) : undefined;
			if (card) {
				const note = footnotes.has(placeOf(to!) ?? '') ? `[^${card.code}]` : '';
				const name = standsAlone(card.code, text, list[index + 1]?.text) ? ` (${escapedText(card.name)})` : '';
				return `**${escapedText(text.trimEnd())}**${name}${note}${text.endsWith(' ') ? ' ' : ''}`;
			}
			const lines = text.split('\n').map((line) => marked(line, (weight !== undefined && weight > base && !(emphasis && weight < 700) ? '**' : '') + (emphasis ? '*' : ''))).join('\\\n');
			const href = to === undefined || /^(card|world):/.test(to) ? null : safeAddress(to);
			return href === null ? lines : `[${lines}](<${href.replace(/[<>]/g, '')}>)`;
		}).join('').trim();
	}

	const words = ({ spans: list, style }: Words): string => escapedLine(spans(list, styles[style].weight));

	/** What stands in one line: of a paragraph, a heading, a cell. */
	const line = (parts: readonly Part[]): string => parts.filter((part) => !isNothing(part)).map((part) => (!isElement(part) ? words(part) : part.type === 'Figure' ? escapedText(saidFigure(part)) : part.href === undefined ? line(part.children) : `<${part.href}>`)).filter((text) => text !== '').join(' ');

	function blocks(parts: readonly Part[]): string[] {
		return parts.flatMap((part): string[] => {
			if (isNothing(part)) return [];
			if (!isElement(part)) return [words(part)];
			if (/^H[1-6]$/.test(part.type)) return [`${'#'.repeat(Number(part.type[1]))} ${line(part.children).replace(/\\?\n/g, ' ')}`];
			if (part.type === 'P') return [line(part.children)];
			if (part.type === 'L') return [list(part)];
			if (part.type === 'Table') return [table(part)];
			if (part.type === 'Figure') return saidFigure(part) === '' ? [] : [escapedText(saidFigure(part))];
			return [...(part.title ? [escapedLine(escapedText(whereOf(part)))] : []), ...blocks(part.children)];
		}).filter((block) => block !== '');
	}

	function list(part: Element): string {
		const { ordered, start, items } = listOf(part);
		return items.map(({ label, body }, index) => {
			const mark = ordered ? `${start + index}. ` : '- ';
			const inner = blocks([...label, ...body]);
			return `${mark}${inner.join('\n\n').replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)}`;
		}).join('\n');
	}

	function table(part: Element): string {
		const rows = part.children.filter(isElement).flatMap((group) => group.children.filter(isElement)).map((row) => row.children.filter(isElement).map((cell) => line(cell.children).replace(/\\?\n/g, ' ') || escapedText(cell.alt ?? '')));
		const [head = [], ...body] = rows;
		const written = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
		return [written(head), written(head.map(() => '---')), ...body.map(written)].join('\n');
	}

	return {
		text: (text: string) => escapedLine(escapedText(text)),
		blocks,
		/** A card's entry as one footnote: further paragraphs are indented. */
		footnote: (code: string, entry: Element) => `[^${code}]: ${blocks(entry.children.flatMap((child) => (isElement(child) ? child.children : [child]))).join('\n\n    ')}`,
	};
}

