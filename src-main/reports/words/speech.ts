/**
 * How each language of the report counts, lists, dates and quotes. The words themselves stand section by section in the
 * dictionaries beside this file: one `Dictionary` each, whose four entries have the same shape.
 */
import { dateLabel } from '../../../src-shared/domain/horizon.ts';
import { reportLanguages, type ReportLanguage } from '../../../src-shared/schemas/worlds.ts';

/** The same words in every language; `paper.say(dictionary)` is the one of the report that is being drawn. */
export type Dictionary<Words> = Readonly<Record<ReportLanguage, Words>>;

export interface Noun {
	/** "no cards", "one card", and what stands after a number: "card" after a figure of one, "cards". */
	none: string;
	one: string;
	single: string;
	many: string;
}

export interface Speech {
	language: ReportLanguage;
	/** Numbers from two to ten in words. */
	inWords(n: number): string;
	/** "no cards", "one card", "12 cards". */
	counted(n: number, noun: Noun): string;
	/** "1 card", "4 documents": in figures, for labels. */
	figured(n: number, noun: Noun): string;
	/** "a", "a and b", "a, b and c". */
	listed(items: readonly string[]): string;
	/** At most two decimals, and none that say nothing: 4, 4.5, 1.25. */
	figure(value: number): string;
	/** Exactly two decimals: 0.70. */
	hundredths(value: number): string;
	/** A share from 0 to 1 in whole percent: "45%". */
	percent(share: number): string;
	/** "+2", "−3", "0". */
	signed(value: number): string;
	/** "14 May 2026", where the computer is; a date that is none, as it stands. */
	day(iso: string): string;
	/** A date as exact as a source gives it: "2023", "December 2023", "17 December 2023". */
	partialDate(text: string): string;
	/** A time on the canvas: "2029 Q4"; its very end is the end year. @param at in years from the base year. */
	quarter(baseYear: number, at: number): string;
	/** In the quotation marks of the language, with the spaces that it puts within them. */
	quoted(text: string): string;
	/** "Question: what for?" with the space that the language puts before a colon. */
	labelled(label: string, text: string): string;
}

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

interface Customs {
	locale: string;
	numerals: readonly string[];
	quotes: readonly [string, string];
	colon: string;
	quarter(year: number, quarter: number): string;
	/** Of the first day of a month, where the language says it apart. */
	day?(formatted: string): string;
}

const customs: Readonly<Record<ReportLanguage, Customs>> = {
	en: {
		locale: 'en-GB', numerals: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
		quotes: ['“', '”'], colon: ': ', quarter: (year, quarter) => `${year} Q${quarter}`,
	},
	fr: {
		locale: 'fr-FR', numerals: ['aucun', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
		quotes: ['«\u202F', '\u202F»'], colon: '\u202F: ', quarter: (year, quarter) => `T${quarter} ${year}`,
		day: (formatted) => formatted.replace(/^1 /, '1er '),
	},
	de: {
		locale: 'de-DE', numerals: ['kein', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
		quotes: ['„', '“'], colon: ': ', quarter: (year, quarter) => `Q${quarter} ${year}`,
	},
	es: {
		locale: 'es-ES', numerals: ['ningún', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
		quotes: ['«', '»'], colon: ': ', quarter: (year, quarter) => `T${quarter} ${year}`,
	},
};

function createSpeech(language: ReportLanguage): Speech {
	const { locale, numerals, quotes, colon, quarter, day: ownDay = (formatted: string) => formatted } = customs[language];
	const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
	const exact = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
	const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
	const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
	const plurals = new Intl.PluralRules(locale);
	const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
	const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });
	const figure = (value: number) => numbers.format(Math.round(value * 100) / 100 || 0);
	const inWords = (n: number) => numerals[n] ?? figure(n);
	const day = (iso: string) => {
		const date = new Date(iso.length === 10 ? `${iso}T12:00:00` : iso);
		return Number.isNaN(date.getTime()) ? iso : ownDay(days.format(date));
	};
	return {
		language,
		inWords,
		counted: (n, noun) => (n === 0 ? noun.none : n === 1 ? noun.one : `${inWords(n)} ${noun.many}`),
		figured: (n, noun) => `${figure(n)}\u00A0${plurals.select(n) === 'one' ? noun.single : noun.many}`,
		listed: (items) => lists.format(items),
		figure,
		hundredths: (value) => exact.format(value),
		percent: (share) => shares.format(share),
		signed: (value) => (value > 0 ? `+${figure(value)}` : value < 0 ? `−${figure(-value)}` : '0'),
		day,
		partialDate(text) {
			if (/^\d{4}-\d{2}$/.test(text)) return months.format(new Date(`${text}-15T12:00:00`));
			return /^\d{4}-\d{2}-\d{2}/.test(text) ? day(text) : text;
		},
		quarter(baseYear, at) {
			const [year, part] = dateLabel(baseYear, at).split(' Q');
			return part === undefined ? year! : quarter(Number(year), Number(part));
		},
		quoted: (text) => `${quotes[0]}${text}${quotes[1]}`,
		labelled: (label, text) => `${label}${colon}${text}`,
	};
}

export const speech = Object.fromEntries(reportLanguages.map((language) => [language, createSpeech(language)])) as Readonly<Record<ReportLanguage, Speech>>;
