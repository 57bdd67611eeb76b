/** Reads news items: front matter about one article and those related to it, sometimes with the article's text below. */
import type { Related } from '../../src-shared/schemas/document.ts';
import { cleaned } from './fieldText.ts';
import type { Fields } from './fields.ts';
import { cutFrontMatter, readFields, type FrontMatter } from './frontMatter.ts';
import { oneLine } from './inline.ts';
import { madeTitle } from './madeTitle.ts';
import { readProse } from './prose.ts';
import type { Reading, ReadingContext, Warn } from './reading.ts';
import { safeUrl } from './safeUrl.ts';

/** Fields that are not named here, such as the opaque `secured`, never leave this function. */
export function readNewsItem(text: string, { warn }: ReadingContext): Reading {
	const front = cutFrontMatter(text) as FrontMatter;
	const { body, bodyLine, isClosed } = front;
	if (!isClosed) warn(1, `The front matter has no closing line of three ${front.format === 'TOML' ? 'pluses' : 'dashes'}; all of the file is read as front matter.`);
	const fields = readFields(front, warn);
	const title = line(fields.text('title', 'headline', 'subject'));
	const summary = cleaned(fields.text('excerpt', 'summary', 'description'));
	const hasBody = body.trim() !== '';
	const prose = hasBody ? readProse(body, bodyLine, warn) : null;
	return {
		title: title ?? madeTitle(summary ?? (hasBody ? body : text)),
		titleIsMade: title === null,
		author: line(fields.text('author', 'byline', 'by') ?? (fields.texts('authors').join(', ') || null)),
		url: fields.url('webUrl', 'originalUrl', 'url', 'link'),
		publishedAt: fields.instant('publishedDateTime', 'published', 'publishedAt', 'date'),
		...provider(fields),
		category: fields.text('category', 'section'),
		type: fields.text('type'),
		summary,
		topics: fields.texts('topics', 'tags'),
		keywords: fields.texts('keywords'),
		quality: fields.number('quality'),
		heat: fields.number('heat'),
		related: readRelated(fields, warn),
		sections: prose?.headings ?? [],
		links: prose?.links ?? [],
		milestones: prose?.milestones ?? [],
	};
}

function line(text: string | null): string | null {
	const clean = cleaned(text);
	return clean === null ? null : oneLine(clean) || null;
}

function provider(fields: Fields): { provider: string | null; providerDomain: string | null } {
	const nested = fields.map('provider');
	return { provider: line(nested?.text('name') ?? fields.text('provider', 'source', 'publisher')), providerDomain: nested?.text('domain') ?? null };
}

/** A list of articles; one alone may stand there without a list, and one without its fields as a title or an address. */
function readRelated(fields: Fields, warn: Warn): Related[] {
	const node = fields.any('related');
	if (!node || (node.kind === 'text' && node.text === null)) return [];
	const items = node.kind === 'list' ? node.items : [node];
	return items.flatMap((item) => {
		if (item.kind === 'map') return readArticle(fields.of(item), warn);
		const text = item.kind === 'text' ? line(item.text) : null;
		if (node.kind === 'list' && text !== null) return [plainArticle(text, item.line, warn)];
		warn(item.line, 'What stands under “related” is not an article with a title or an address, so it is left out.');
		return [];
	});
}

const empty = { excerpt: null, provider: null, publishedAt: null, quality: null };

function plainArticle(text: string, at: number, warn: Warn): Related {
	const isAddress = /^[a-z][a-z0-9+.-]*:\S+$/i.test(text);
	return { ...empty, title: text, url: isAddress ? safeUrl(text, at, warn) : null, line: at };
}

function readArticle(item: Fields, warn: Warn): Related[] {
	const url = item.url('webUrl', 'originalUrl', 'url', 'link');
	const title = line(item.text('title')) ?? url;
	if (title === null) {
		warn(item.line, 'The related article has neither a title nor an address, so it is left out.');
		return [];
	}
	return [{
		title,
		url,
		excerpt: cleaned(item.text('excerpt', 'summary', 'description')),
		provider: provider(item).provider,
		publishedAt: item.instant('publishedDateTime', 'published', 'publishedAt', 'date'),
		quality: item.number('quality'),
		line: item.line,
	}];
}
