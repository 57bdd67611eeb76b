/** The words of the tables that leave as CSV and XLSX: their columns and sheets. */
import type { Stand } from '../../../../src-shared/domain/reasonSides.ts';
import { contestedWords, standKey } from '../../words/contested.ts';
import type { Dictionary } from '../../words/speech.ts';

export interface TableWords {
	round: string;
	criterion: string;
	q1: string;
	q3: string;
	mean: string;
	agreement: string;
	votesFor(value: number | string): string;
	canvasYear: string;
	horizon: string;
	file: string;
	line: string;
	reason: string;
	standsAt: string;
	reasonsSheet: string;
	reasonsShuffled: string;
	stands: Readonly<Record<'before' | 'after' | 'yes' | 'no', string>>;
	formulas: string;
	/** The sheet of what people judged of drivers, and where it is a list, whom a state acts on and how strongly. */
	impactSheet: string;
	actedOn: string;
	strength: string;
}

export const tableWords: Dictionary<TableWords> = {
	en: {
		round: 'Round', criterion: 'Criterion', q1: 'Lower quartile', q3: 'Upper quartile', mean: 'Mean', agreement: 'Agreement', votesFor: (value) => `Votes for ${value}`,
		canvasYear: 'Year on the canvas', horizon: 'Horizon', file: 'Source file', line: 'Source line', reason: 'Reason', standsAt: 'Where its writer stands', reasonsSheet: 'Reasons',
		reasonsShuffled: 'Reasons of revealed rounds, as they were written, without names and shuffled.',
		stands: { before: 'Why sooner', after: 'Why later', yes: 'Why yes', no: 'Why no' }, formulas: 'Nothing here is a formula: figures are figures, and everything that people wrote is text.',
		impactSheet: 'Cross-impact', actedOn: 'Acts on the driver', strength: 'Strength',
	},
	fr: {
		round: 'Tour', criterion: 'Critère', q1: 'Quartile inférieur', q3: 'Quartile supérieur', mean: 'Moyenne', agreement: 'Accord', votesFor: (value) => `Votes pour ${value}`,
		canvasYear: 'Année sur la frise', horizon: 'Horizon', file: 'Fichier source', line: 'Ligne source', reason: 'Raison', standsAt: 'Position de son auteur', reasonsSheet: 'Raisons',
		reasonsShuffled: 'Raisons des tours dévoilés, telles qu’écrites, sans noms et mélangées.',
		stands: { before: 'Pourquoi plus tôt', after: 'Pourquoi plus tard', yes: 'Pourquoi oui', no: 'Pourquoi non' }, formulas: 'Rien ici n’est une formule : les chiffres sont des chiffres, et tout ce que des personnes ont écrit est du texte.',
		impactSheet: 'Impacts croisés', actedOn: 'Agit sur le moteur', strength: 'Force',
	},
	de: {
		round: 'Runde', criterion: 'Kriterium', q1: 'Unteres Quartil', q3: 'Oberes Quartil', mean: 'Mittelwert', agreement: 'Einigkeit', votesFor: (value) => `Stimmen für ${value}`,
		canvasYear: 'Jahr auf der Zeitleiste', horizon: 'Horizont', file: 'Quelldatei', line: 'Quellzeile', reason: 'Begründung', standsAt: 'Wo steht, wer sie schrieb', reasonsSheet: 'Begründungen',
		reasonsShuffled: 'Begründungen aus aufgedeckten Runden, wie sie geschrieben wurden, ohne Namen und gemischt.',
		stands: { before: 'Warum früher', after: 'Warum später', yes: 'Warum ja', no: 'Warum nein' }, formulas: 'Nichts hier ist eine Formel: Zahlen sind Zahlen, und alles, was Menschen geschrieben haben, ist Text.',
		impactSheet: 'Cross-Impact', actedOn: 'Wirkt auf den Treiber', strength: 'Stärke',
	},
	es: {
		round: 'Ronda', criterion: 'Criterio', q1: 'Cuartil inferior', q3: 'Cuartil superior', mean: 'Media', agreement: 'Acuerdo', votesFor: (value) => `Votos para ${value}`,
		canvasYear: 'Año en la línea del tiempo', horizon: 'Horizonte', file: 'Archivo de origen', line: 'Línea de origen', reason: 'Razón', standsAt: 'Dónde está quien la escribió', reasonsSheet: 'Razones',
		reasonsShuffled: 'Razones de rondas reveladas, tal como se escribieron, sin nombres y mezcladas.',
		stands: { before: 'Por qué antes', after: 'Por qué después', yes: 'Por qué sí', no: 'Por qué no' }, formulas: 'Nada aquí es una fórmula: las cifras son cifras, y todo lo que escribieron las personas es texto.',
		impactSheet: 'Impactos cruzados', actedOn: 'Actúa sobre el factor', strength: 'Fuerza',
	},
};

/** What stands before the reasons of one side, in any criterion. */
export function standName(language: keyof typeof tableWords, stand: Stand): string {
	const own = tableWords[language].stands;
	return stand in own ? own[stand as keyof typeof own] : contestedWords[language].stands[standKey(stand)];
}
