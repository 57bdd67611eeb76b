/** The words of the summary. */
import { commonWords } from './common.ts';
import { capitalised, type Dictionary } from './speech.ts';

/** From the first to the last date of what is placed, and in how many of how many lanes. */
export interface Placed {
	cards: number;
	first: string;
	last: string;
	lanes: number;
	ofLanes: number;
}

export interface Voted {
	voted: number;
	peopleInRoom: number | null;
	cards: number;
	rounds: number;
}

export interface SummaryWords {
	title: string;
	read: (documents: number, cards: number) => string;
	placed: (placed: Placed) => string;
	notVoted: string;
	voted: (voted: Voted) => string;
	/** Rounds that nobody may see yet. */
	hidden: (rounds: number) => string;
	scenarios: (count: number, titles: readonly string[]) => string;
	labels: { documents: (n: number) => string; cards: (n: number) => string; placed: string; people: (n: number) => string; scenarios: (n: number) => string };
	mattersMost: string;
	notOfOneMind: string;
	moreContested: (n: number) => string;
	theScenarios: (n: number) => string;
	/** After its title. */
	story: (year: number, codes: readonly string[], more: number) => string;
}

const { en, fr, de, es } = commonWords;

/** "a, b and 3 more" with the language's own words for the rest. */
const withRest = (codes: readonly string[], more: number, listed: (items: readonly string[]) => string, rest: string) => (more > 0 ? `${codes.join(', ')} ${rest}` : listed(codes));

export const summaryWords: Dictionary<SummaryWords> = {
	en: {
		title: 'Summary',
		read: (documents, cards) => {
			const [read, used] = [en.speech.counted(documents, en.nouns.document), en.speech.counted(cards, en.nouns.card)];
			if (cards === 0) return documents === 0 ? 'The workshop uses no documents and no cards yet.' : `The workshop reads ${read} and uses no cards yet.`;
			return documents === 0 ? `The workshop uses ${used}, all made by hand.` : `The workshop reads ${read} and uses ${used}.`;
		},
		placed: ({ cards, first, last, lanes, ofLanes }) => {
			if (cards === 0) return 'Nothing stands on the canvas yet.';
			if (cards === 1) return `One card stands on the canvas, at ${first}.`;
			const where = lanes === ofLanes ? en.speech.counted(lanes, en.nouns.lane) : `${en.speech.inWords(lanes)} of ${en.speech.counted(ofLanes, en.nouns.lane)}`;
			return `${capitalised(en.speech.counted(cards, en.nouns.card))} stand on the canvas, ${first === last ? `all at ${first}` : `from ${first} to ${last}`}, in ${where}.`;
		},
		notVoted: 'The room has not voted yet.',
		voted: ({ voted, peopleInRoom, cards, rounds }) => `${en.ofPeople(voted, peopleInRoom)} voted on ${en.speech.counted(cards, en.nouns.card)} in ${en.speech.counted(rounds, en.nouns.round)}.`,
		hidden: (rounds) => `${capitalised(en.speech.counted(rounds, en.nouns.round))} ${rounds === 1 ? 'is' : 'are'} not revealed yet, so ${rounds === 1 ? 'its' : 'their'} results are not in this report.`,
		scenarios: (count, titles) => (count === 0 ? 'There are no scenarios yet.' : `${capitalised(en.speech.counted(count, en.nouns.scenario))} came of it: ${en.speech.listed(titles)}${count > titles.length ? ' and others' : ''}.`),
		labels: { documents: (n) => (n === 1 ? 'document read' : 'documents read'), cards: (n) => (n === 1 ? 'card used' : 'cards used'), placed: 'on the canvas', people: (n) => (n === 1 ? 'person voted' : 'people voted'), scenarios: (n) => (n === 1 ? 'scenario' : 'scenarios') },
		mattersMost: 'What matters most to the room', notOfOneMind: 'Where the room is not of one mind',
		moreContested: (n) => `${capitalised(en.speech.inWords(n))} more contested ${n === 1 ? 'card' : 'cards'} in the ranked list.`,
		theScenarios: (n) => (n === 1 ? 'The scenario' : 'The scenarios'),
		story: (year, codes, more) => `, a story of ${year}, ${codes.length === 0 ? 'fed by no cards yet' : `fed by ${withRest(codes, more, en.speech.listed, `and ${more} more`)}`}.`,
	},
	fr: {
		title: 'Synthèse',
		read: (documents, cards) => {
			const [read, used] = [fr.speech.counted(documents, fr.nouns.document), fr.speech.counted(cards, fr.nouns.card)];
			if (cards === 0) return documents === 0 ? 'L’atelier n’utilise encore ni document ni carte.' : `L’atelier lit ${read} et n’utilise encore aucune carte.`;
			return documents === 0 ? `L’atelier utilise ${used}, ${cards === 1 ? 'faite' : 'toutes faites'} à la main.` : `L’atelier lit ${read} et utilise ${used}.`;
		},
		placed: ({ cards, first, last, lanes, ofLanes }) => {
			if (cards === 0) return 'Rien ne figure encore sur la frise.';
			if (cards === 1) return `Une carte figure sur la frise, à ${first}.`;
			const where = lanes === ofLanes ? `dans ${fr.speech.counted(lanes, fr.nouns.lane)}` : `dans ${fr.speech.inWords(lanes)} des ${fr.speech.inWords(ofLanes)} couloirs`;
			return `${capitalised(fr.speech.counted(cards, fr.nouns.card))} figurent sur la frise, ${first === last ? `toutes à ${first}` : `de ${first} à ${last}`}, ${where}.`;
		},
		notVoted: 'La salle n’a pas encore voté.',
		voted: ({ voted, peopleInRoom, cards, rounds }) => `${fr.ofPeople(voted, peopleInRoom)} ${voted > 1 ? 'ont' : 'a'} voté sur ${fr.speech.counted(cards, fr.nouns.card)} en ${fr.speech.counted(rounds, fr.nouns.round)}.`,
		hidden: (rounds) => (rounds === 1 ? 'Un tour n’est pas encore dévoilé\u202F; ses résultats ne figurent pas dans ce rapport.' : `${capitalised(fr.speech.inWords(rounds))} tours ne sont pas encore dévoilés\u202F; leurs résultats ne figurent pas dans ce rapport.`),
		scenarios: (count, titles) => (count === 0 ? 'Il n’y a pas encore de scénario.' : `${capitalised(fr.speech.counted(count, fr.nouns.scenario))} en ${count === 1 ? 'est né' : 'sont nés'}\u202F: ${fr.speech.listed(titles)}${count > titles.length ? ' et d’autres' : ''}.`),
		labels: { documents: (n) => (n === 1 ? 'document lu' : 'documents lus'), cards: (n) => (n === 1 ? 'carte utilisée' : 'cartes utilisées'), placed: 'sur la frise', people: (n) => (n === 1 ? 'personne a voté' : 'personnes ont voté'), scenarios: (n) => (n === 1 ? 'scénario' : 'scénarios') },
		mattersMost: 'Ce qui compte le plus pour la salle', notOfOneMind: 'Là où la salle n’est pas d’accord',
		moreContested: (n) => (n === 1 ? 'Une autre carte en désaccord dans le classement.' : `${capitalised(fr.speech.inWords(n))} autres cartes en désaccord dans le classement.`),
		theScenarios: (n) => (n === 1 ? 'Le scénario' : 'Les scénarios'),
		story: (year, codes, more) => `, un récit de ${year}, ${codes.length === 0 ? 'qu’aucune carte ne nourrit encore' : `nourri par ${withRest(codes, more, fr.speech.listed, `et ${more} ${more === 1 ? 'autre' : 'autres'}`)}`}.`,
	},
	de: {
		title: 'Zusammenfassung',
		read: (documents, cards) => {
			const [read, used] = [de.speech.counted(documents, de.nouns.document), de.speech.counted(cards, de.nouns.card)];
			if (cards === 0) return documents === 0 ? 'Der Workshop nutzt noch keine Dokumente und keine Karten.' : `Der Workshop liest ${read} und nutzt noch keine Karten.`;
			return documents === 0 ? `Der Workshop nutzt ${used}, ${cards === 1 ? 'von Hand gemacht' : 'alle von Hand gemacht'}.` : `Der Workshop liest ${read} und nutzt ${used}.`;
		},
		placed: ({ cards, first, last, lanes, ofLanes }) => {
			if (cards === 0) return 'Auf der Zeitleiste steht noch nichts.';
			if (cards === 1) return `Auf der Zeitleiste steht eine Karte, bei ${first}.`;
			const where = lanes === ofLanes ? (lanes === 1 ? 'einer Bahn' : de.speech.counted(lanes, de.nouns.lane)) : `${lanes === 1 ? 'einer' : de.speech.inWords(lanes)} von ${de.speech.counted(ofLanes, de.nouns.lane)}`;
			return `Auf der Zeitleiste stehen ${de.speech.counted(cards, de.nouns.card)}, ${first === last ? `alle bei ${first}` : `von ${first} bis ${last}`}, in ${where}.`;
		},
		notVoted: 'Der Raum hat noch nicht abgestimmt.',
		voted: ({ voted, peopleInRoom, cards, rounds }) => `${de.ofPeople(voted, peopleInRoom)} ${voted === 1 ? 'hat' : 'haben'} in ${rounds === 1 ? 'einer Runde' : de.speech.counted(rounds, de.nouns.round)} über ${de.speech.counted(cards, de.nouns.card)} abgestimmt.`,
		hidden: (rounds) => (rounds === 1 ? 'Eine Runde ist noch nicht aufgedeckt; ihre Ergebnisse stehen nicht in diesem Bericht.' : `${capitalised(de.speech.counted(rounds, de.nouns.round))} sind noch nicht aufgedeckt; ihre Ergebnisse stehen nicht in diesem Bericht.`),
		scenarios: (count, titles) => (count === 0 ? 'Es gibt noch keine Szenarien.' : `Daraus ${count === 1 ? 'ist ein Szenario' : `sind ${de.speech.counted(count, de.nouns.scenario)}`} entstanden: ${de.speech.listed(titles)}${count > titles.length ? ' und weitere' : ''}.`),
		labels: { documents: (n) => (n === 1 ? 'Dokument gelesen' : 'Dokumente gelesen'), cards: (n) => (n === 1 ? 'Karte genutzt' : 'Karten genutzt'), placed: 'auf der Zeitleiste', people: (n) => (n === 1 ? 'Person stimmte ab' : 'Personen stimmten ab'), scenarios: (n) => (n === 1 ? 'Szenario' : 'Szenarien') },
		mattersMost: 'Was dem Raum am wichtigsten ist', notOfOneMind: 'Worin der Raum sich nicht einig ist',
		moreContested: (n) => (n === 1 ? 'Eine weitere umstrittene Karte steht in der Rangliste.' : `${capitalised(de.speech.inWords(n))} weitere umstrittene Karten stehen in der Rangliste.`),
		theScenarios: (n) => (n === 1 ? 'Das Szenario' : 'Die Szenarien'),
		story: (year, codes, more) => `, eine Geschichte aus dem Jahr ${year}, ${codes.length === 0 ? 'noch von keiner Karte gespeist' : `gespeist von ${withRest(codes, more, de.speech.listed, `und ${more} weiteren`)}`}.`,
	},
	es: {
		title: 'Resumen',
		read: (documents, cards) => {
			const [read, used] = [es.speech.counted(documents, es.nouns.document), es.speech.counted(cards, es.nouns.card)];
			if (cards === 0) return documents === 0 ? 'El taller todavía no usa documentos ni tarjetas.' : `El taller lee ${read} y todavía no usa ninguna tarjeta.`;
			return documents === 0 ? `El taller usa ${used}, ${cards === 1 ? 'hecha' : 'todas hechas'} a mano.` : `El taller lee ${read} y usa ${used}.`;
		},
		placed: ({ cards, first, last, lanes, ofLanes }) => {
			if (cards === 0) return 'Todavía no hay nada en la línea del tiempo.';
			if (cards === 1) return `Hay una tarjeta en la línea del tiempo, en ${first}.`;
			const where = lanes === ofLanes ? es.speech.counted(lanes, es.nouns.lane) : `${lanes === 1 ? 'uno' : es.speech.inWords(lanes)} de ${es.speech.counted(ofLanes, es.nouns.lane)}`;
			return `Hay ${es.speech.counted(cards, es.nouns.card)} en la línea del tiempo, ${first === last ? `todas en ${first}` : `de ${first} a ${last}`}, en ${where}.`;
		},
		notVoted: 'La sala todavía no ha votado.',
		voted: ({ voted, peopleInRoom, cards, rounds }) => `${es.ofPeople(voted, peopleInRoom)} ${voted === 1 ? 'votó' : 'votaron'} sobre ${es.speech.counted(cards, es.nouns.card)} en ${es.speech.counted(rounds, es.nouns.round)}.`,
		hidden: (rounds) => (rounds === 1 ? 'Una ronda todavía no se ha revelado; sus resultados no figuran en este informe.' : `${capitalised(es.speech.inWords(rounds))} rondas todavía no se han revelado; sus resultados no figuran en este informe.`),
		scenarios: (count, titles) => (count === 0 ? 'Todavía no hay escenarios.' : `De ello ${count === 1 ? 'salió' : 'salieron'} ${es.speech.counted(count, es.nouns.scenario)}: ${es.speech.listed(titles)}${count > titles.length ? ' y otros' : ''}.`),
		labels: { documents: (n) => (n === 1 ? 'documento leído' : 'documentos leídos'), cards: (n) => (n === 1 ? 'tarjeta usada' : 'tarjetas usadas'), placed: 'en la línea del tiempo', people: (n) => (n === 1 ? 'persona votó' : 'personas votaron'), scenarios: (n) => (n === 1 ? 'escenario' : 'escenarios') },
		mattersMost: 'Lo que más importa a la sala', notOfOneMind: 'En qué no está de acuerdo la sala',
		moreContested: (n) => (n === 1 ? 'Otra tarjeta en desacuerdo figura en la clasificación.' : `Otras ${es.speech.inWords(n)} tarjetas en desacuerdo figuran en la clasificación.`),
		theScenarios: (n) => (n === 1 ? 'El escenario' : 'Los escenarios'),
		story: (year, codes, more) => `, un relato de ${year}, ${codes.length === 0 ? 'que ninguna tarjeta alimenta todavía' : `alimentado por ${withRest(codes, more, es.speech.listed, `y ${more} más`)}`}.`,
	},
};
