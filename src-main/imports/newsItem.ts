/** Reads news items: YAML front matter about one article and those related to it, sometimes with the article's text below. */
import type { Related } from '../../src-shared/schemas/document.ts';
import type { Fields } from './fields.ts';
import { cutFrontMatter, readFields, type FrontMatter } from './frontMatter.ts';
import { oneLine } from './inline.ts';
import { madeTitle } from './madeTitle.ts';
import { readProse } from './prose.ts';
import type { Reading, ReadingContext, Warn } from './reading.ts';

/** Fields that are not named here, such as the opaque `secured`, never leave this function. */
export function readNewsItem(text: string, { warn }: ReadingContext): Reading {
	const { yaml, body, bodyLine, isClosed } = cutFrontMatter(text) as FrontMatter;
	if (!isClosed) warn(1, 'The front matter has no closing line of three dashes; all of the file is read as front matter.');
	const fields = readFields(yaml, warn);
	const title = line(fields.text('title', 'headline'));
	const summary = fields.text('excerpt', 'summary', 'description');
	const hasBody = body.trim() !== '';
	const prose = hasBody ? readProse(body, bodyLine, warn) : null;
	return {
		title: title ?? madeTitle(summary ?? (hasBody ? body : text)),
		titleIsMade: title === null,
		author: line(fields.text('author', 'byline')),
		url: fields.url('webUrl', 'originalUrl', 'url', 'link'),
		publishedAt: fields.instant('publishedDateTime', 'published', 'publishedAt', 'date'),
		...provider(fields),
		category: fields.text('category'),
		type: fields.text('type'),
		summary,
		topics: fields.texts('topics'),
		quality: fields.number('quality'),
		heat: fields.number('heat'),
		related: readRelated(fields, warn),
		sections: prose?.headings ?? [],
		links: prose?.links ?? [],
		milestones: prose?.milestones ?? [],
	};
}

const line = (text: string | null): string | null => (text === null ? null : oneLine(text));

function provider(fields: Fields): { provider: string | null; providerDomain: string | null } {
	const nested = fields.map('provider');
	return { provider: nested?.text('name') ?? fields.text('provider'), providerDomain: nested?.text('domain') ?? null };
}

function readRelated(fields: Fields, warn: Warn): Related[] {
	return fields.maps('related').flatMap((item) => {
		const url = item.url('webUrl', 'originalUrl', 'url', 'link');
		const title = line(item.text('title')) ?? url;
		if (title === null) {
			warn(item.line, 'The related article has neither a title nor an address, so it is left out.');
			return [];
		}
		return [{
			title,
			url,
			excerpt: item.text('excerpt'),
			provider: provider(item).provider,
			publishedAt: item.instant('publishedDateTime', 'published', 'publishedAt', 'date'),
			quality: item.number('quality'),
			line: item.line,
		}];
	});
}
