/**
 * Colours, type and grid of the printed documents: the light theme of the design, at 0.75 pt to its pixel. The large-print
 * edition is laid out in the same units on a page that is smaller by its scale, and drawn larger by it: 12 units are 18 pt
 * there, and everything is reflowed to the narrower page.
 */
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { PrintedDocument, ReportOptions } from '../../src-shared/schemas/report.ts';

export const colours = {
	paper: '#FFFFFF',
	canvas: '#F1F5F6',
	ink: '#14212D',
	ink2: '#425362',
	line: '#DDE4E8',
	lineStrong: '#7B8A97',
	action: '#15283A',
	sun: '#FFC83D',
	skyLow: '#FFF3D6',
	onRidge: '#FFFFFF',
} as const;

/** Near is dark, far is pale. */
export const ridges = ['#15283A', '#2C4A62', '#4D7289', '#7E9FB1', '#AEC6D1', '#D3E1E7'] as const;

export const kindColours: Readonly<Record<Kind, { ink: string; soft: string }>> = {
	signal: { ink: '#0A67D2', soft: '#E6F0FC' },
	concern: { ink: '#980E0C', soft: '#FBEAE6' },
	behavior: { ink: '#6A1B9F', soft: '#F3E9FA' },
	technology: { ink: '#0B5A51', soft: '#E0F0EC' },
	issue: { ink: '#876803', soft: '#F9F1D8' },
};

export type Weight = 400 | 500 | 600 | 700;

export interface TextStyle {
	weight: Weight;
	/** Points. */
	size: number;
	/** Points from baseline to baseline. */
	leading: number;
	colour: string;
	/** Extra points after each letter. */
	tracking?: number;
	/** Where a link on this text leads: see links.ts. */
	to?: string;
}

const style = (weight: Weight, size: number, leading: number, colour: string, em = 0): TextStyle => ({
	weight,
	size,
	leading,
	colour,
	tracking: em * size,
});

const styles = {
	coverTitle: style(700, 63, 63, colours.ink, -0.032),
	coverQuestion: style(400, 19, 25.5, colours.ink2),
	title: style(700, 34.5, 38, colours.ink, -0.02),
	scenarioTitle: style(700, 45, 48, colours.ink, -0.02),
	lead: style(500, 17.25, 23.25, colours.ink),
	quarter: style(600, 18, 24, colours.ink, -0.01),
	headline: style(600, 14.5, 19, colours.ink),
	heading: style(600, 13, 18, colours.ink),
	body: style(400, 12, 18, colours.ink),
	quiet: style(400, 12, 18, colours.ink2),
	note: style(400, 12, 16.5, colours.ink2),
	strong: style(600, 12, 18, colours.ink),
	name: style(500, 12, 15, colours.ink),
	cardName: style(600, 12, 15, colours.ink),
	plain: style(400, 12, 16, colours.ink),
	small: style(400, 12, 15, colours.ink2),
	smallStrong: style(600, 12, 15, colours.ink),
	verdict: style(700, 12, 15, colours.ink),
	label: style(500, 12, 15, colours.ink2),
	figure: style(700, 34.5, 36, colours.ink, -0.02),
	rank: style(600, 15, 18, colours.ink),
	folio: style(400, 10, 13, colours.ink2),
	folioNumber: style(600, 10, 13, colours.ink),
} as const;

export type StyleName = keyof typeof styles;

/** Points. */
export const pageSizes = { A4: [595.28, 841.89], Letter: [612, 792] } as const;

/** Points of paper for each unit of the layout. */
const largePrintScale = 1.5;

/** What is large already grows less: its share of the narrower page would leave no room for words. */
const largePrintStyles: Record<StyleName, TextStyle> = {
	...styles,
	coverTitle: style(700, 34, 38, colours.ink, -0.025),
	coverQuestion: style(400, 15, 21, colours.ink2),
	title: style(700, 23, 27, colours.ink, -0.02),
	scenarioTitle: style(700, 28, 32, colours.ink, -0.02),
	lead: style(500, 14, 19.5, colours.ink),
	figure: style(700, 26, 30, colours.ink, -0.02),
	folio: style(400, 9, 12, colours.ink2),
	folioNumber: style(600, 9, 12, colours.ink),
};

export interface Theme {
	styles: Readonly<Record<StyleName, TextStyle>>;
	/** Points of paper for each unit that everything else is given in: 1, and more in large print. */
	scale: number;
	/** Width and height of an upright page, in units. */
	page: readonly [number, number];
	margins: { top: number; right: number; bottom: number; left: number };
	/** From the page's lower edge to the top of its folio. */
	folio: number;
}

/** Cards and slips keep the size that they are cut to, and a poster is large already. */
const hasLargePrint = (document: PrintedDocument): boolean => !['cards', 'codes', 'poster'].includes(document);

export function createTheme({ pageSize, largePrint, document = 'report' }: Pick<ReportOptions, 'pageSize' | 'largePrint'> & Partial<Pick<ReportOptions, 'document'>>): Theme {
	const [width, height] = pageSizes[pageSize];
	if (largePrint && hasLargePrint(document)) {
		const page = [width / largePrintScale, height / largePrintScale] as const;
		return { styles: largePrintStyles, scale: largePrintScale, page, margins: { top: 36, right: 32, bottom: 46, left: 36 }, folio: 27 };
	}
	return { styles, scale: 1, page: [width, height], margins: { top: 54, right: 48, bottom: 62, left: 54 }, folio: 34 };
}
