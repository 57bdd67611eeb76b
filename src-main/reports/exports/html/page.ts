/** The whole report as one page: it needs no script, no network and no other file, and asks for none. */
import { createHash } from 'node:crypto';
import { glyphPaths } from '../../../../src-shared/domain/picture/glyphs.ts';
import type { ExportOptions } from '../../../../src-shared/schemas/export.ts';
import { kinds } from '../../../../src-shared/schemas/names.ts';
import { createTheme } from '../../theme.ts';
import { shortened } from '../../text.ts';
import { commonWords } from '../../words/common.ts';
import { el, htmlOf, raw, type Html } from '../outline/markup.ts';
import type { Outline } from '../outline/outline.ts';
import { findIn, headingOf, isElement, plainOf } from '../outline/reading.ts';
import type { Element } from '../outline/outlinePaper.ts';
import { pageWords } from '../words/page.ts';
import { createWriter } from './elements.ts';
import { fontFaces } from './fontFaces.ts';
import { styleSheet } from './styleSheet.ts';

export function pageOf({ view, cover, sections, placeOf }: Outline, { language, exportedAt }: ExportOptions): string {
	const words = pageWords[language];
	const common = commonWords[language];
	const writer = createWriter({ placeOf, kindOf: (id) => view.byId.get(id)?.kind, scrolls: words.scrolls });
	const body = [
		el('a', { class: 'skip', href: '#report' }, words.skip),
		el('svg', { class: 'unseen', 'aria-hidden': 'true' }, kinds.map((kind) => el('symbol', { id: `g-${kind}`, viewBox: '0 0 24 24' }, el('path', { d: glyphPaths[kind], 'fill-rule': 'evenodd' })))),
		el('header', { class: 'cover' }, writer.partsOf(cover.children)),
		contents(sections, words.contents),
		el('main', { id: 'report', tabindex: -1 }, sections.map((section, index) => sectionOf(section, index, writer))),
		el('footer', null, el('p', null, words.made(common.speech.day(exportedAt))), el('p', null, el('a', { href: '#top' }, words.top))),
	];
	const page = htmlOf(body);
	const sheet = fontFaces(page) + styleSheet(createTheme({ pageSize: 'A4', largePrint: false }));
	const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`;
	const head = el('head', null,
		el('meta', { charset: 'utf-8' }),
		raw(`<meta http-equiv="Content-Security-Policy" content="${policy}">`),
		el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
		el('meta', { name: 'color-scheme', content: 'light dark' }),
		el('meta', { name: 'generator', content: 'Longview' }),
		view.question ? el('meta', { name: 'description', content: shortened(view.question, 300) }) : null,
		el('title', null, `${shortened(view.title, 120)} · ${common.documents.report}`),
		raw(`<style>${sheet}</style>`));
	return `<!doctype html>\n${el('html', { lang: language, id: 'top' }, head, el('body', null, raw(page))).html}\n`;
}

const nameOf = (section: Element, index: number): string => `part-${index + 1}-${section.section ?? 'more'}`;

function contents(sections: readonly Element[], title: string): Html {
	const entries = sections.map((section, index) => ({ href: `#${nameOf(section, index)}`, said: headingOf(section), section: section.section })).filter(({ said }) => said !== '');
	return el('nav', { 'aria-label': title }, el('p', { class: 't-strong', 'aria-hidden': 'true' }, title), el('ol', null, entries.map(({ href, said, section }) => el('li', { class: section === 'scenarios' ? 'world' : undefined }, el('a', { href }, said)))));
}

function sectionOf(section: Element, index: number, writer: ReturnType<typeof createWriter>): Html {
	const name = nameOf(section, index);
	const heading = findIn(section, ({ type }) => type === 'H2');
	// The heading keeps a place of its own, by which its section is called.
	if (heading) heading.anchors = [`${name}-title`];
	const kicker = section.children.findIndex((part) => isElement(part) && part.type === 'H2');
	const first = section.children.slice(0, Math.max(0, kicker)).find((part) => isElement(part) && part.type === 'P' && plainOf(part) !== '');
	if (first && isElement(first)) first.anchors = first.anchors.length > 0 ? first.anchors : [`${name}-kicker`];
	return el('section', { id: name, class: section.section, 'aria-labelledby': heading ? `${name}-title` : undefined }, writer.partsOf(section.children.map((part) => (isElement(part) && part.type === 'Figure' ? { ...part, section: section.section! } : part))));
}
