/** The words of the pages about worlds: one page for each, and the table that compares them. */
import type { ConePart, HorizonPart } from '../../../src-shared/schemas/worlds.ts';
import type { Dictionary } from './speech.ts';

export interface WorldWords {
	scenario: string;
	scenarios: string;
	numbered(number: number, of: number): string;
	storyOf(year: number): string;
	unwritten: string;
	headlineOf(year: number): string;
	fedBy: string;
	median(figure: string): string;
	contested: string;
	notVoted: string;
	notPlaced: string;
	weight(weight: number): string;
	implications: string;
	winners: string;
	losers: string;
	linksTo: string;
	ask: string;
	prompts(nextYear: number): readonly string[];
	horizons: Readonly<Record<HorizonPart, string>>;
	cone: Readonly<Record<ConePart, string>>;
	/** Of a small picture that shows where the world stands in its logic. */
	standsIn: { axes: string; horizons: string; cone: string };
	band: { base(year: number): string; fed(cards: string): string; empty: string; hills(cards: string): string };
	signposts: string;
	signpostColumns: { title: string; threshold: string; owner: string; soFar: string };
	counted(seen: number, of: number): string;
	seenOn(day: string): string;
	notYet: string;
	compared: string;
	comparedIntro: string;
	/** Of the two plausible worlds of the cone. */
	plausible(side: 'A' | 'B'): string;
	comparedColumns: { world: string; headline: string; drives: string; winners: string; losers: string; signposts: string };
}

export const worldWords: Dictionary<WorldWords> = {
	en: {
		scenario: 'Scenario', scenarios: 'Scenarios',
		numbered: (number, of) => `Scenario ${number} of ${of}`, storyOf: (year) => `A story of ${year}`, unwritten: 'This story is not written yet.', headlineOf: (year) => `A headline of ${year}`,
		fedBy: 'Fed by', median: (figure) => `median ${figure}`, contested: 'contested', notVoted: 'not voted', notPlaced: 'not placed', weight: (weight) => `weight ${weight} of 3`,
		implications: 'What follows for us', winners: 'Who wins', losers: 'Who loses', linksTo: 'Addresses in this story', ask: 'Ask yourselves',
		prompts: (year) => ['Which of our plans still works here?', `What would we wish we had started in ${year}?`, 'Who in this world is worse off than today?'],
		horizons: { declines: 'Horizon 1: what declines', bridges: 'Horizon 2: what bridges', emerges: 'Horizon 3: what emerges' },
		cone: { probable: 'Probable: likely to happen', plausible: 'Plausible: could happen', possible: 'Possible: might happen', preferable: 'Preferable: what we want' }, plausible: (side) => `Plausible ${side}: could happen`,
		standsIn: { axes: 'Its place in the two by two:', horizons: 'Its place in the three horizons:', cone: 'Its place in the futures cone:' },
		band: { base: (year) => `The ten years, with ${year} marked.`, fed: (cards) => `The cards that feed this scenario stand at their dates: ${cards}.`, empty: 'No card that feeds it is on the canvas.', hills: (cards) => `The hills are the room’s votes on when these cards will matter: ${cards}.` },
		signposts: 'Signposts that this world is arriving', signpostColumns: { title: 'What we would see', threshold: 'When it counts', owner: 'Watched by', soFar: 'So far' },
		counted: (seen, of) => `${seen} of ${of}`, seenOn: (day) => `Seen on ${day}`, notYet: 'Not yet',
		compared: 'The worlds side by side', comparedIntro: 'What tells the worlds apart, in short. Each has a page of its own.',
		comparedColumns: { world: 'World', headline: 'Headline', drives: 'What drives it', winners: 'Who wins', losers: 'Who loses', signposts: 'Signposts' },
	},
	fr: {
		scenario: 'Scénario', scenarios: 'Scénarios',
		numbered: (number, of) => `Scénario ${number} sur ${of}`, storyOf: (year) => `Un récit de ${year}`, unwritten: 'Ce récit n’est pas encore écrit.', headlineOf: (year) => `Un titre de journal de ${year}`,
		fedBy: 'Nourri par', median: (figure) => `médiane ${figure}`, contested: 'controversé', notVoted: 'sans vote', notPlaced: 'non placée', weight: (weight) => `poids ${weight} sur 3`,
		implications: 'Ce qui en découle pour nous', winners: 'Qui y gagne', losers: 'Qui y perd', linksTo: 'Adresses de ce récit', ask: 'À vous de voir',
		prompts: (year) => ['Lesquels de nos projets fonctionnent encore ici\u202F?', `Qu’aurions-nous voulu commencer en ${year}\u202F?`, 'Qui, dans ce monde, vit moins bien qu’aujourd’hui\u202F?'],
		horizons: { declines: 'Horizon 1\u202F: ce qui décline', bridges: 'Horizon 2\u202F: ce qui fait le pont', emerges: 'Horizon 3\u202F: ce qui émerge' },
		cone: { probable: 'Probable\u202F: ce qui devrait arriver', plausible: 'Plausible\u202F: ce qui pourrait arriver', possible: 'Possible\u202F: ce qui n’est pas exclu', preferable: 'Préférable\u202F: ce que nous voulons' }, plausible: (side) => `Plausible ${side}\u202F: ce qui pourrait arriver`,
		standsIn: { axes: 'Sa place dans la matrice\u202F:', horizons: 'Sa place dans les trois horizons\u202F:', cone: 'Sa place dans le cône des futurs\u202F:' },
		band: { base: (year) => `Les dix années, avec ${year} marquée.`, fed: (cards) => `Les cartes qui nourrissent ce scénario sont à leur date\u202F: ${cards}.`, empty: 'Aucune carte qui le nourrit n’est sur la frise.', hills: (cards) => `Les collines sont les votes de la salle sur le moment où ces cartes compteront\u202F: ${cards}.` },
		signposts: 'Signaux que ce monde arrive', signpostColumns: { title: 'Ce que nous verrions', threshold: 'À partir de quand', owner: 'Suivi par', soFar: 'À ce jour' },
		counted: (seen, of) => `${seen} sur ${of}`, seenOn: (day) => `Vu le ${day}`, notYet: 'Pas encore',
		compared: 'Les mondes côte à côte', comparedIntro: 'Ce qui distingue les mondes, en bref. Chacun a sa propre page.',
		comparedColumns: { world: 'Monde', headline: 'Titre', drives: 'Ce qui le porte', winners: 'Qui y gagne', losers: 'Qui y perd', signposts: 'Signaux d’alerte' },
	},
	de: {
		scenario: 'Szenario', scenarios: 'Szenarien',
		numbered: (number, of) => `Szenario ${number} von ${of}`, storyOf: (year) => `Eine Geschichte aus dem Jahr ${year}`, unwritten: 'Diese Geschichte ist noch nicht geschrieben.', headlineOf: (year) => `Eine Schlagzeile aus dem Jahr ${year}`,
		fedBy: 'Gespeist von', median: (figure) => `Median ${figure}`, contested: 'umstritten', notVoted: 'nicht bewertet', notPlaced: 'nicht platziert', weight: (weight) => `Gewicht ${weight} von 3`,
		implications: 'Was für uns daraus folgt', winners: 'Wer gewinnt', losers: 'Wer verliert', linksTo: 'Adressen in dieser Geschichte', ask: 'Fragen an uns',
		prompts: (year) => ['Welcher unserer Pläne funktioniert hier noch?', `Was hätten wir gern schon ${year} begonnen?`, 'Wem geht es in dieser Welt schlechter als heute?'],
		horizons: { declines: 'Horizont 1: was zurückgeht', bridges: 'Horizont 2: was überbrückt', emerges: 'Horizont 3: was entsteht' },
		cone: { probable: 'Wahrscheinlich: es dürfte so kommen', plausible: 'Plausibel: es könnte so kommen', possible: 'Möglich: es ist nicht ausgeschlossen', preferable: 'Wünschenswert: so wollen wir es' }, plausible: (side) => `Plausibel ${side}: es könnte so kommen`,
		standsIn: { axes: 'Ihr Platz im Vierfelderbild:', horizons: 'Ihr Platz in den drei Horizonten:', cone: 'Ihr Platz im Zukunftskegel:' },
		band: { base: (year) => `Die zehn Jahre, ${year} ist markiert.`, fed: (cards) => `Die Karten, die dieses Szenario speisen, stehen an ihrem Datum: ${cards}.`, empty: 'Keine Karte, die es speist, steht auf der Zeitleiste.', hills: (cards) => `Die Hügel sind die Stimmen des Raums dazu, wann diese Karten wichtig werden: ${cards}.` },
		signposts: 'Woran wir merken, dass diese Welt kommt', signpostColumns: { title: 'Was wir sehen würden', threshold: 'Ab wann es zählt', owner: 'Beobachtet von', soFar: 'Bisher' },
		counted: (seen, of) => `${seen} von ${of}`, seenOn: (day) => `Gesehen am ${day}`, notYet: 'Noch nicht',
		compared: 'Die Welten im Vergleich', comparedIntro: 'Was die Welten unterscheidet, in Kürze. Jede hat ihre eigene Seite.',
		comparedColumns: { world: 'Welt', headline: 'Schlagzeile', drives: 'Was sie antreibt', winners: 'Wer gewinnt', losers: 'Wer verliert', signposts: 'Frühindikatoren' },
	},
	es: {
		scenario: 'Escenario', scenarios: 'Escenarios',
		numbered: (number, of) => `Escenario ${number} de ${of}`, storyOf: (year) => `Un relato de ${year}`, unwritten: 'Este relato aún no está escrito.', headlineOf: (year) => `Un titular de ${year}`,
		fedBy: 'Se alimenta de', median: (figure) => `mediana ${figure}`, contested: 'discutida', notVoted: 'sin votos', notPlaced: 'sin colocar', weight: (weight) => `peso ${weight} de 3`,
		implications: 'Qué significa para nosotros', winners: 'Quién gana', losers: 'Quién pierde', linksTo: 'Direcciones de este relato', ask: 'Pregúntense',
		prompts: (year) => ['¿Cuáles de nuestros planes siguen funcionando aquí?', `¿Qué nos gustaría haber empezado en ${year}?`, '¿Quién vive en este mundo peor que hoy?'],
		horizons: { declines: 'Horizonte 1: lo que decae', bridges: 'Horizonte 2: lo que hace de puente', emerges: 'Horizonte 3: lo que emerge' },
		cone: { probable: 'Probable: es de esperar', plausible: 'Plausible: podría ocurrir', possible: 'Posible: no se puede excluir', preferable: 'Preferible: lo que queremos' }, plausible: (side) => `Plausible ${side}: podría ocurrir`,
		standsIn: { axes: 'Su lugar en la matriz:', horizons: 'Su lugar en los tres horizontes:', cone: 'Su lugar en el cono de futuros:' },
		band: { base: (year) => `Los diez años, con ${year} señalado.`, fed: (cards) => `Las tarjetas que alimentan este escenario están en su fecha: ${cards}.`, empty: 'Ninguna tarjeta que lo alimenta está en la línea del tiempo.', hills: (cards) => `Las colinas son los votos de la sala sobre cuándo importarán estas tarjetas: ${cards}.` },
		signposts: 'Indicadores de que este mundo llega', signpostColumns: { title: 'Qué veríamos', threshold: 'Cuándo cuenta', owner: 'Lo vigila', soFar: 'Hasta ahora' },
		counted: (seen, of) => `${seen} de ${of}`, seenOn: (day) => `Visto el ${day}`, notYet: 'Todavía no',
		compared: 'Los mundos lado a lado', comparedIntro: 'Lo que distingue a los mundos, en breve. Cada uno tiene su propia página.',
		comparedColumns: { world: 'Mundo', headline: 'Titular', drives: 'Qué lo impulsa', winners: 'Quién gana', losers: 'Quién pierde', signposts: 'Indicadores' },
	},
};
