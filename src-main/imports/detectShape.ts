/** Says which shape a text has, by what only that shape has. */
import type { Shape } from '../../src-shared/schemas/document.ts';
import { cutFrontMatter } from './frontMatter.ts';

const pageTitle = /^#{0,6}[ \t]{0,3}__[^\n]{0,600}(?:\(from|from[ \t]+\()[^\n]{0,20}\[|^#{1,6}[ \t]+[^\n]{0,600}(?:\(from[ \t]+(?:page[ \t]+)?|from[ \t]+(?:page[ \t]+)?\()\[/im;
const externalLink = /^(?:__|\*\*)?\[External link\]\(/im;
const cardSection = /^ {0,3}#{1,6}[ \t]+(?:\*\*|__)?(signal|seed|concern|behaviou?r|technologie|technology|issue)s?(?:\*\*|__)?[ \t:#]*$/gim;
const tableRule = /^[ \t]*\|?[ \t]{0,3}:?-+:?[ \t]{0,3}\|/m;
const bullet = /^[ \t]{0,3}(?:[*+-]|\d{1,3}[.)])[ \t]+\S/m;
const markdownHeading = /^ {0,3}#{1,6}[ \t]+\S/m;
const underlined = /^[^\n]{1,200}\S[ \t]*\n={3,}[ \t]*$/m;
const markdownLink = /\[[^\][\n]{1,300}\]\((?:https?:|mailto:)[^)\s]{1,2000}\)/;

/** A spreadsheet is told by its file, not by its text. */
export type TextShape = Exclude<Shape, 'spreadsheet'>;

/** Text that is no other shape is an article. */
export function detectShape(text: string): TextShape {
	if (cutFrontMatter(text)) return 'news item';
	if (pageTitle.test(text) || externalLink.test(text) || hasCardSections(text)) return 'signal page';
	if (markdownHeading.test(text) || underlined.test(text) || markdownLink.test(text)) return 'newsletter';
	return 'article';
}

/** One section of cards with a table is enough; lists occur in other documents too, under one such heading. */
function hasCardSections(text: string): boolean {
	const found = new Set(Array.from(text.matchAll(cardSection), ([, name]) => name!.toLowerCase()));
	return (found.size > 0 && tableRule.test(text)) || (found.size > 1 && bullet.test(text));
}
