/** Writes a picture as a file of SVG that stands by itself: no script, no style sheet, no address, its text as text. */
import type { Group, Picture, Shape } from '../../../src-shared/domain/picture/shapes.ts';
import { family } from '../../ui/pictures/fonts.ts';
import { nodeOf, rounded, type SvgNode } from '../../ui/pictures/nodes.ts';
import type { Palette } from '../../ui/pictures/palette.ts';

export function svgOf(picture: Picture, palette: Palette): string {
	const { title, description, background, shapes } = picture;
	const [width, height] = [rounded(picture.width), rounded(picture.height)];
	const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
	let clips = 0;

	const written = (shape: Shape): string => (shape.is === 'group' ? group(shape) : element(nodeOf(shape, palette, true)));
	const group = ({ shapes, name, id, clip, opacity, at }: Group): string => {
		const inner = shapes.map(written).join('');
		const shown = `${name === undefined ? '' : `<title>${escaped(name)}</title>`}${inner}`;
		const moved = at === undefined ? '' : ` transform="translate(${rounded(at.x)} ${rounded(at.y)})"`;
		const marks = `${moved}${id === undefined ? '' : ` data-card="${escaped(id)}"`}${opacity === undefined ? '' : ` opacity="${opacity}"`}`;
		if (!clip) return `<g${marks}>${shown}</g>\n`;
		const clipId = `clip-${++clips}`;
		const box = `x="${rounded(clip.left)}" y="${rounded(clip.top)}" width="${rounded(clip.width)}" height="${rounded(clip.height)}"`;
		return `<clipPath id="${clipId}"><rect ${box}/></clipPath><g${marks} clip-path="url(#${clipId})">${shown}</g>\n`;
	};

	return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="title desc" font-family="${escaped(family)}">
<title id="title">${escaped(title)}</title>
<desc id="desc">${escaped(description)}</desc>
<rect width="${width}" height="${height}" fill="${palette(background)}"/>
${shapes.map(written).join('')}</svg>
`;
}

function element({ tag, attributes, text }: SvgNode): string {
	const listed = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('');
	return text === undefined ? `<${tag}${listed}/>` : `<${tag}${listed}>${escaped(text)}</${tag}>`;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold at all (controls, halves of pairs) becomes a visible mark or nothing. */
const escaped = (text: string): string =>
	text
		.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
		.replace(/\p{Cs}/gu, '\uFFFD')
		.replace(/[&<>"]/g, (sign) => signs[sign]!);
