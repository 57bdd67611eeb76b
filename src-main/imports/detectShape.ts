/** Says which shape a text has, by what only that shape has. */
import type { Shape } from '../../src-shared/schemas/document.ts';
import { cutFrontMatter } from './frontMatter.ts';

const pageTitle = /^#?\s{0,3}__[^\n]{1,600}\(from (?:page )?\[/m;
const externalLink = /^__\[External link\]\(/m;
const cardSection = /^ {0,3}#{1,6}[ \t]+(?:signals|concerns|behaviou?rs|technologies|issues)[ \t:#]*$/im;
const tableRule = /^[ \t]*\|?[ \t]{0,3}:?-+:?[ \t]{0,3}\|/m;
const markdownHeading = /^ {0,3}#{1,6}[ \t]+\S/m;
const underlined = /^[^\n]{1,200}\S[ \t]*\n={3,}[ \t]*$/m;
const markdownLink = /\[[^\][\n]{1,300}\]\((?:https?:|mailto:)[^)\s]{1,2000}\)/;

/** A spreadsheet is told by its file, not by its text. */
export type TextShape = Exclude<Shape, 'spreadsheet'>;

/** Text that is no other shape is an article. */
export function detectShape(text: string): TextShape {
	if (cutFrontMatter(text)) return 'news item';
	if (pageTitle.test(text) || externalLink.test(text) || (cardSection.test(text) && tableRule.test(text))) return 'signal page';
	if (markdownHeading.test(text) || underlined.test(text) || markdownLink.test(text)) return 'newsletter';
	return 'article';
}
