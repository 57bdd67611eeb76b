/** What several sections say: kinds, criteria, how many voted, what has no name. */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import type { Future } from '../../../src-shared/domain/overlays.ts';
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import type { Year } from '../../../src-shared/domain/timing.ts';
import type { Kind } from '../../../src-shared/schemas/document.ts';
import type { Criterion, Horizon } from '../../../src-shared/schemas/records.ts';
import type { PrintedDocument } from '../../../src-shared/schemas/report.ts';
import { nouns } from './nouns.ts';
import { speech, type Dictionary, type Speech } from './speech.ts';

export interface CommonWords {
	speech: Speech;
	nouns: (typeof nouns)['en' | 'fr' | 'de' | 'es'];
	/** What a document is, as its footer and its properties say. */
	documents: Record<PrintedDocument, string>;
	/** Of a workshop's papers, where no organisation is named. */
	author: string;
	untitledWorkshop: string;
	untitledScenario: string;
	unnamedCard: string;
	unnamedLane: string;
	unnamedCluster: string;
	aRound: string;
	kinds: Record<Kind, string>;
	kindsMany: Record<Kind, string>;
	criteria: Record<Criterion, string>;
	/** Within a sentence. */
	byCriterion: Record<Criterion, string>;
	/** What 1 and 5 mean. */
	scaleEnds: Record<ScaleCriterion, readonly [low: string, high: string]>;
	/** "after 2036, or never", within a sentence. */
	afterOrNever: (endYear: number) => string;
	/** "5 of 8 people". */
	ofPeople: (voted: number, peopleInRoom: number | null) => string;
	agreed: string;
	contested: string;
	/** "Median 4, agreed." */
	medianAlt: (median: number, agreed: boolean) => string;
	votesAlt: (counts: readonly number[]) => string;
	notVoted: string;
	notPlaced: string;
	columns: { card: string; code: string; kind: string; lane: string; date: string; rank: string; n: string; cannotSay: string; median: string; source: string };
	dayOfWorkshop: (day: string) => string;
	horizons: Record<Horizon, string>;
	futures: Record<Future, string>;
}

const most = (voted: number, peopleInRoom: number) => Math.max(voted, peopleInRoom);

export const commonWords: Dictionary<CommonWords> = {
	en: {
		speech: speech.en, nouns: nouns.en,
		documents: { report: 'Scenario report', cards: 'Signal cards', 'scenario-sheets': 'Scenario sheets', ballot: 'Paper ballot', questions: 'Question sheet', poster: 'Wall poster', codes: 'Codes to join' },
		author: 'Longview workshop',
		untitledWorkshop: 'Untitled workshop', untitledScenario: 'Untitled scenario', unnamedCard: 'Unnamed card', unnamedLane: 'Unnamed lane', unnamedCluster: 'Unnamed cluster', aRound: 'A round',
		kinds: { signal: 'Signal', concern: 'Concern', behavior: 'Behavior', technology: 'Technology', issue: 'Issue' },
		kindsMany: { signal: 'Signals', concern: 'Concerns', behavior: 'Behaviors', technology: 'Technologies', issue: 'Issues' },
		criteria: { relevancy: 'Relevancy', impact: 'Impact', uncertainty: 'Uncertainty', timing: 'Timing', dots: 'Dots', approval: 'Yes or no' },
		byCriterion: { relevancy: 'relevancy', impact: 'impact', uncertainty: 'uncertainty', timing: 'timing', dots: 'dots', approval: 'yes or no' },
		scaleEnds: { relevancy: ['not relevant', 'decisive'], impact: ['changes little', 'changes everything'], uncertainty: ['settled', 'wide open'] },
		afterOrNever: (endYear) => `after ${endYear}, or never`,
		ofPeople: (voted, room) => (room === null ? speech.en.figured(voted, nouns.en.person) : `${voted} of ${speech.en.figured(most(voted, room), nouns.en.person)}`),
		agreed: 'agreed', contested: 'contested',
		medianAlt: (median, agreed) => `Median ${speech.en.figure(median)}, ${agreed ? 'agreed' : 'contested'}.`,
		votesAlt: (counts) => `Votes from 1 to 5: ${counts.join(', ')}.`,
		notVoted: 'not voted', notPlaced: 'not placed',
		columns: { card: 'Card', code: 'Code', kind: 'Kind', lane: 'Lane', date: 'Date', rank: 'Rank', n: 'Number of votes', cannotSay: 'Can’t say', median: 'Median', source: 'Source' },
		dayOfWorkshop: (day) => `The day of the workshop, ${day}`,
		horizons: { 1: 'H1 today’s system', 2: 'H2 transition', 3: 'H3 emerging' },
		futures: { possible: 'possible', plausible: 'plausible', probable: 'probable', preferable: 'preferable' },
	},
	fr: {
		speech: speech.fr, nouns: nouns.fr,
		documents: { report: 'Rapport de scénarios', cards: 'Cartes de signaux', 'scenario-sheets': 'Fiches de scénarios', ballot: 'Bulletin papier', questions: 'Feuille de questions', poster: 'Affiche murale', codes: 'Codes d’accès' },
		author: 'Atelier Longview',
		untitledWorkshop: 'Atelier sans titre', untitledScenario: 'Scénario sans titre', unnamedCard: 'Carte sans nom', unnamedLane: 'Couloir sans nom', unnamedCluster: 'Groupe sans nom', aRound: 'Un tour',
		kinds: { signal: 'Signal', concern: 'Préoccupation', behavior: 'Comportement', technology: 'Technologie', issue: 'Enjeu' },
		kindsMany: { signal: 'Signaux', concern: 'Préoccupations', behavior: 'Comportements', technology: 'Technologies', issue: 'Enjeux' },
		criteria: { relevancy: 'Pertinence', impact: 'Impact', uncertainty: 'Incertitude', timing: 'Échéance', dots: 'Gommettes', approval: 'Oui ou non' },
		byCriterion: { relevancy: 'pertinence', impact: 'impact', uncertainty: 'incertitude', timing: 'échéance', dots: 'gommettes', approval: 'oui ou non' },
		scaleEnds: { relevancy: ['pas pertinent', 'décisif'], impact: ['change peu', 'change tout'], uncertainty: ['joué d’avance', 'tout reste ouvert'] },
		afterOrNever: (endYear) => `après ${endYear}, ou jamais`,
		ofPeople: (voted, room) => `${speech.fr.figured(voted, nouns.fr.person)}${room === null ? '' : ` sur ${most(voted, room)}`}`,
		agreed: 'accord', contested: 'controversé',
		medianAlt: (median, agreed) => `Médiane ${speech.fr.figure(median)}, ${agreed ? 'accord' : 'controversé'}.`,
		votesAlt: (counts) => `Votes de 1 à 5\u202F: ${counts.join(', ')}.`,
		notVoted: 'sans vote', notPlaced: 'non placée',
		columns: { card: 'Carte', code: 'Code', kind: 'Type', lane: 'Couloir', date: 'Date', rank: 'Rang', n: 'Nombre de votes', cannotSay: 'Sans avis', median: 'Médiane', source: 'Source' },
		dayOfWorkshop: (day) => `Le jour de l’atelier, ${day}`,
		horizons: { 1: 'H1 système actuel', 2: 'H2 transition', 3: 'H3 émergent' },
		futures: { possible: 'possible', plausible: 'plausible', probable: 'probable', preferable: 'souhaitable' },
	},
	de: {
		speech: speech.de, nouns: nouns.de,
		documents: { report: 'Szenariobericht', cards: 'Signalkarten', 'scenario-sheets': 'Szenarioblätter', ballot: 'Stimmzettel', questions: 'Fragebogen', poster: 'Wandplakat', codes: 'Zugangscodes' },
		author: 'Longview-Workshop',
		untitledWorkshop: 'Workshop ohne Titel', untitledScenario: 'Szenario ohne Titel', unnamedCard: 'Karte ohne Namen', unnamedLane: 'Bahn ohne Namen', unnamedCluster: 'Gruppe ohne Namen', aRound: 'Eine Runde',
		kinds: { signal: 'Signal', concern: 'Bedenken', behavior: 'Verhalten', technology: 'Technologie', issue: 'Streitfrage' },
		kindsMany: { signal: 'Signale', concern: 'Bedenken', behavior: 'Verhaltensweisen', technology: 'Technologien', issue: 'Streitfragen' },
		criteria: { relevancy: 'Relevanz', impact: 'Wirkung', uncertainty: 'Unsicherheit', timing: 'Zeitpunkt', dots: 'Punkte', approval: 'Ja oder nein' },
		byCriterion: { relevancy: 'Relevanz', impact: 'Wirkung', uncertainty: 'Unsicherheit', timing: 'Zeitpunkt', dots: 'Punkten', approval: 'Ja oder Nein' },
		scaleEnds: { relevancy: ['nicht relevant', 'entscheidend'], impact: ['ändert wenig', 'ändert alles'], uncertainty: ['ausgemacht', 'völlig offen'] },
		afterOrNever: (endYear) => `nach ${endYear} oder nie`,
		ofPeople: (voted, room) => (room === null ? speech.de.figured(voted, nouns.de.person) : `${voted} von ${speech.de.figured(most(voted, room), nouns.de.person)}`),
		agreed: 'einig', contested: 'umstritten',
		medianAlt: (median, agreed) => `Median ${speech.de.figure(median)}, ${agreed ? 'einig' : 'umstritten'}.`,
		votesAlt: (counts) => `Stimmen von 1 bis 5: ${counts.join(', ')}.`,
		notVoted: 'nicht bewertet', notPlaced: 'nicht platziert',
		columns: { card: 'Karte', code: 'Code', kind: 'Art', lane: 'Bahn', date: 'Datum', rank: 'Rang', n: 'Zahl der Stimmen', cannotSay: 'Weiß nicht', median: 'Median', source: 'Quelle' },
		dayOfWorkshop: (day) => `Der Tag des Workshops, ${day}`,
		horizons: { 1: 'H1 heutiges System', 2: 'H2 Übergang', 3: 'H3 Entstehendes' },
		futures: { possible: 'möglich', plausible: 'plausibel', probable: 'wahrscheinlich', preferable: 'wünschenswert' },
	},
	es: {
		speech: speech.es, nouns: nouns.es,
		documents: { report: 'Informe de escenarios', cards: 'Tarjetas de señales', 'scenario-sheets': 'Hojas de escenarios', ballot: 'Papeleta', questions: 'Hoja de preguntas', poster: 'Cartel de pared', codes: 'Códigos de acceso' },
		author: 'Taller de Longview',
		untitledWorkshop: 'Taller sin título', untitledScenario: 'Escenario sin título', unnamedCard: 'Tarjeta sin nombre', unnamedLane: 'Carril sin nombre', unnamedCluster: 'Grupo sin nombre', aRound: 'Una ronda',
		kinds: { signal: 'Señal', concern: 'Preocupación', behavior: 'Comportamiento', technology: 'Tecnología', issue: 'Cuestión' },
		kindsMany: { signal: 'Señales', concern: 'Preocupaciones', behavior: 'Comportamientos', technology: 'Tecnologías', issue: 'Cuestiones' },
		criteria: { relevancy: 'Relevancia', impact: 'Impacto', uncertainty: 'Incertidumbre', timing: 'Plazo', dots: 'Puntos', approval: 'Sí o no' },
		byCriterion: { relevancy: 'relevancia', impact: 'impacto', uncertainty: 'incertidumbre', timing: 'plazo', dots: 'puntos', approval: 'sí o no' },
		scaleEnds: { relevancy: ['no es relevante', 'es decisivo'], impact: ['cambia poco', 'lo cambia todo'], uncertainty: ['está decidido', 'está abierto'] },
		afterOrNever: (endYear) => `después de ${endYear}, o nunca`,
		ofPeople: (voted, room) => (room === null ? speech.es.figured(voted, nouns.es.person) : `${voted} de ${speech.es.figured(most(voted, room), nouns.es.person)}`),
		agreed: 'acuerdo', contested: 'discutida',
		medianAlt: (median, agreed) => `Mediana ${speech.es.figure(median)}, ${agreed ? 'acuerdo' : 'discutida'}.`,
		votesAlt: (counts) => `Votos de 1 a 5: ${counts.join(', ')}.`,
		notVoted: 'sin votos', notPlaced: 'sin ubicar',
		columns: { card: 'Tarjeta', code: 'Código', kind: 'Tipo', lane: 'Carril', date: 'Fecha', rank: 'Puesto', n: 'Número de votos', cannotSay: 'No sabe', median: 'Mediana', source: 'Fuente' },
		dayOfWorkshop: (day) => `El día del taller, ${day}`,
		horizons: { 1: 'H1 sistema actual', 2: 'H2 transición', 3: 'H3 emergente' },
		futures: { possible: 'posible', plausible: 'plausible', probable: 'probable', preferable: 'deseable' },
	},
};

/** A year that the room gave, as a date of the canvas: what stands for a year is its first day. */
export function yearName({ speech: { quarter }, afterOrNever }: CommonWords, baseYear: number, year: Year): string {
	if (year === 'later') return afterOrNever(baseYear + horizonYears);
	return year < baseYear ? String(Math.floor(year)) : quarter(baseYear, year - baseYear);
}
