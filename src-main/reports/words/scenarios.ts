/** The words of a scenario's page. */
import { commonWords } from './common.ts';
import type { Dictionary } from './speech.ts';

export interface ScenarioWords {
	/** Of the bookmark that holds them. */
	bookmark: (count: number) => string;
	kicker: (index: number, count: number) => string;
	story: (year: number) => string;
	/** The ten years as a picture. @param cards codes with their dates. */
	bandAlt: (year: number, cards: readonly string[]) => string;
	notWritten: string;
	askYourselves: string;
	prompts: (nextYear: number) => readonly string[];
	fedBy: string;
	/** Of a card that feeds it: median and whether it is contested, or that nobody voted on it, and its date. */
	about: (vote: { median: number; agreed: boolean } | null, date: string | null) => string;
}

const { en, fr, de, es } = commonWords;

export const scenarioWords: Dictionary<ScenarioWords> = {
	en: {
		bookmark: (count) => (count === 1 ? 'Scenario' : 'Scenarios'),
		kicker: (index, count) => (count === 1 ? 'Scenario' : `Scenario ${index} of ${count}`),
		story: (year) => `A story of ${year}`,
		bandAlt: (year, cards) => `The ten years, with ${year} marked and ${cards.length > 0 ? `the cards that feed this scenario at their dates: ${cards.join(', ')}` : 'no card that feeds it yet'}.`,
		notWritten: 'This story is not written yet.',
		askYourselves: 'Ask yourselves',
		prompts: (year) => ['Which of our plans still works here?', `What would we wish we had started in ${year}?`, 'Who in this world is worse off than today?'],
		fedBy: 'Fed by',
		about: (vote, date) => `${vote ? `median ${en.speech.figure(vote.median)}${vote.agreed ? '' : ', contested'}` : en.notVoted}, ${date ?? en.notPlaced}`,
	},
	fr: {
		bookmark: (count) => (count === 1 ? 'Scénario' : 'Scénarios'),
		kicker: (index, count) => (count === 1 ? 'Scénario' : `Scénario ${index} sur ${count}`),
		story: (year) => `Un récit de ${year}`,
		bandAlt: (year, cards) => `Les dix années, avec ${year} marquée et ${cards.length > 0 ? `les cartes qui nourrissent ce scénario à leurs dates\u202F: ${cards.join(', ')}` : 'encore aucune carte qui le nourrit'}.`,
		notWritten: 'Ce récit n’est pas encore écrit.',
		askYourselves: 'À vous demander',
		prompts: (year) => ['Lequel de nos plans tient encore ici\u202F?', `Qu’aurions-nous aimé commencer en ${year}\u202F?`, 'Qui, dans ce monde, vit moins bien qu’aujourd’hui\u202F?'],
		fedBy: 'Nourri par',
		about: (vote, date) => `${vote ? `médiane ${fr.speech.figure(vote.median)}${vote.agreed ? '' : ', désaccord'}` : fr.notVoted}, ${date ?? fr.notPlaced}`,
	},
	de: {
		bookmark: (count) => (count === 1 ? 'Szenario' : 'Szenarien'),
		kicker: (index, count) => (count === 1 ? 'Szenario' : `Szenario ${index} von ${count}`),
		story: (year) => `Eine Geschichte aus dem Jahr ${year}`,
		bandAlt: (year, cards) => `Die zehn Jahre; ${year} ist markiert, dazu ${cards.length > 0 ? `die Karten, die dieses Szenario speisen, an ihren Daten: ${cards.join(', ')}` : 'noch keine Karte, die es speist'}.`,
		notWritten: 'Diese Geschichte ist noch nicht geschrieben.',
		askYourselves: 'Fragen Sie sich',
		prompts: (year) => ['Welcher unserer Pläne trägt hier noch?', `Womit hätten wir ${year} gern begonnen?`, 'Wem geht es in dieser Welt schlechter als heute?'],
		fedBy: 'Gespeist von',
		about: (vote, date) => `${vote ? `Median ${de.speech.figure(vote.median)}${vote.agreed ? '' : ', strittig'}` : de.notVoted}, ${date ?? de.notPlaced}`,
	},
	es: {
		bookmark: (count) => (count === 1 ? 'Escenario' : 'Escenarios'),
		kicker: (index, count) => (count === 1 ? 'Escenario' : `Escenario ${index} de ${count}`),
		story: (year) => `Un relato de ${year}`,
		bandAlt: (year, cards) => `Los diez años, con ${year} marcado y ${cards.length > 0 ? `las tarjetas que alimentan este escenario en sus fechas: ${cards.join(', ')}` : 'todavía ninguna tarjeta que lo alimente'}.`,
		notWritten: 'Este relato todavía no está escrito.',
		askYourselves: 'Para preguntarse',
		prompts: (year) => ['¿Cuál de nuestros planes sigue sirviendo aquí?', `¿Qué desearíamos haber empezado en ${year}?`, '¿Quién vive en este mundo peor que hoy?'],
		fedBy: 'Alimentado por',
		about: (vote, date) => `${vote ? `mediana ${es.speech.figure(vote.median)}${vote.agreed ? '' : ', en desacuerdo'}` : es.notVoted}, ${date ?? es.notPlaced}`,
	},
};
