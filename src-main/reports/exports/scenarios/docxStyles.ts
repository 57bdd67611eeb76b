/** How the Word document looks: the report's face by its name, with a common one to stand in where it is not installed. */
import { LineRuleType, type IStylesOptions } from 'docx';
import { colours } from '../../theme.ts';

export const ink = colours.ink.slice(1);
export const ink2 = colours.ink2.slice(1);
const face = 'Atkinson Hyperlegible Next';

const xml = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Verdana has the widest letters that every office program knows: what is set in it is as easy to tell apart. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${xml}"><w:font w:name="${face}"><w:altName w:val="Verdana"/><w:panose1 w:val="020B0604030504040204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`;

const font = { ascii: face, hAnsi: face, eastAsia: 'Noto Sans CJK SC', cs: 'Arial' };
/** Half points. */
const style = (id: string, name: string, run: object, paragraph: object = {}) => ({ id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true, run, paragraph });

export const documentStyles = (language: string): IStylesOptions => ({
	default: {
		document: { run: { font, size: 24, color: ink, language: { value: language, eastAsia: 'zh-CN', bidirectional: 'ar-SA' } }, paragraph: { spacing: { line: 320, lineRule: LineRuleType.AUTO, after: 140 } } },
		title: { run: { font, size: 84, bold: true, color: ink }, paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO, after: 240 } } },
		heading1: { run: { font, size: 52, bold: true, color: ink }, paragraph: { spacing: { before: 360, after: 120 }, keepNext: true } },
		heading2: { run: { font, size: 28, bold: true, color: ink }, paragraph: { spacing: { before: 320, after: 80 }, keepNext: true } },
		heading3: { run: { font, size: 25, bold: true, color: ink }, paragraph: { spacing: { before: 240, after: 60 }, keepNext: true } },
		heading4: { run: { font, size: 24, bold: true, color: ink2 }, paragraph: { spacing: { before: 200, after: 60 }, keepNext: true } },
		hyperlink: { run: { color: '0A67D2', underline: {} } },
	},
	paragraphStyles: [
		style('Subtitle', 'Subtitle', { size: 32, color: ink2 }, { spacing: { after: 360 } }),
		style('Lead', 'Lead', { size: 30 }, { spacing: { after: 200 } }),
		style('Quiet', 'Quiet', { color: ink2, size: 23 }, { spacing: { after: 80 } }),
		style('Kicker', 'Kicker', { bold: true }, { spacing: { after: 40 } }),
		style('Headline', 'Headline', { bold: true, size: 27 }, { spacing: { after: 200 } }),
		style('CardName', 'Card name', { bold: true }, { spacing: { before: 200, after: 20 }, keepNext: true }),
		style('TableHead', 'Table head', { bold: true, size: 22 }, { spacing: { line: 280, lineRule: LineRuleType.AUTO, after: 0 } }),
		style('TableText', 'Table text', { size: 22 }, { spacing: { line: 280, lineRule: LineRuleType.AUTO, after: 0 } }),
	],
});
