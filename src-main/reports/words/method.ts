/** The words of the section on method. */
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import type { Ways } from '../../../src-shared/domain/ways.ts';
import type { Criterion } from '../../../src-shared/schemas/records.ts';
import { commonWords } from './common.ts';
import type { Dictionary } from './speech.ts';

/** A round as its sentence tells of it. */
export interface RoundTold {
	title: string;
	cards: number;
	criteria: readonly Criterion[];
	/** Null for an earlier round of a series, whose votes a later one stands in for. */
	turnout: { voted: number; peopleInRoom: number | null } | null;
	day: string | null;
	/** The round whose cards it asked about again. */
	again: string | null;
}

export type Measure = readonly [name: string, says: string, source: string];

export interface MethodWords {
	title: string;
	what: string;
	inThisWorkshop: string;
	facts: Record<'workshop' | 'question' | 'horizon' | 'votes' | 'turnout' | 'rounds' | 'scale' | 'ways' | 'groups' | 'anonymity' | 'scores' | 'scenarios', string>;
	noQuestion: string;
	horizon: (from: number, to: number, lanes: number) => string;
	scores: string;
	scenarios: string;
	anonymity: string;
	turnout: (voted: number, peopleInRoom: number | null) => string;
	round: (told: RoundTold) => string;
	rated: (scales: readonly { criterion: ScaleCriterion }[]) => string;
	timing: (from: number, to: number) => string;
	dots: (each: number | null) => string;
	approval: string;
	cannotSay: string;
	ways: (rounds: readonly { title: string; ways: Ways }[]) => string;
	groups: (names: readonly string[], fewest: number) => string;
	howCounted: string;
	figure: string;
	whatItSays: string;
	measures: Record<'median' | 'consensus' | 'kendall' | 'timing' | 'stability' | 'dots' | 'approval', Measure>;
	notRight: string;
}

const { en, fr, de, es } = commonWords;

const scaled = (asked: Record<ScaleCriterion, string>, ends: Record<ScaleCriterion, readonly [string, string]>) =>
	({ criterion }: { criterion: ScaleCriterion }) => `${asked[criterion]} (1 ${ends[criterion][0]}, 5 ${ends[criterion][1]})`;

/** "9 by phone, 2 on paper"; ways that nobody came are left out. */
const cameBy = (phone: string, paper: string, seat: string) => (ways: Ways): string =>
	([[ways.phone, phone], [ways.paper, paper], [ways['hot seat'], seat]] as const).flatMap(([people, how]) => (people > 0 ? [`${people} ${how}`] : [])).join(', ');

/** How many came each way: once where it was alike in all rounds, else round by round. */
function inSecret(rounds: readonly { title: string; ways: Ways }[], came: (ways: Ways) => string, secret: string, each: string, colon: string): string {
	const said = rounds.map(({ title, ways }) => ({ title, words: came(ways) })).filter(({ words }) => words !== '');
	if (said.length === 0) return `${secret}.`;
	if (said.every(({ words }) => words === said[0]!.words)) return `${secret}${said.length > 1 ? `, ${each}` : ''}${colon}${said[0]!.words}.`;
	return `${secret}. ${said.map(({ title, words }) => `${title}${colon}${words}`).join('. ')}.`;
}

const sources = {
	median: 'Hyndman & Fan 1996', rayens: 'Rayens & Hahn 2000', consensus: 'Tastle & Wierman 2007', kendall: 'Kendall & Babington Smith 1939',
	stability: 'Scheibe, Skutsch & Schofer 1975; Kalaian & Kasim 2012', dots: 'Diceman 2018', approval: 'Brams & Fishburn 1978',
} as const;

const asked = {
	en: { relevancy: 'relevancy to the question', impact: 'impact', uncertainty: 'uncertainty of the outcome' },
	fr: { relevancy: 'sa pertinence pour la question', impact: 'son impact', uncertainty: 'l’incertitude de son issue' },
	de: { relevancy: 'Relevanz für die Frage', impact: 'Wirkung', uncertainty: 'Unsicherheit des Ausgangs' },
	es: { relevancy: 'su relevancia para la pregunta', impact: 'su impacto', uncertainty: 'la incertidumbre de su desenlace' },
} as const;

export const methodWords: Dictionary<MethodWords> = {
	en: {
		title: 'Method', what: 'What', inThisWorkshop: 'In this workshop',
		facts: { workshop: 'Workshop', question: 'Question', horizon: 'Horizon', votes: 'Votes', turnout: 'Turnout', rounds: 'Rounds', scale: 'Scale', ways: 'How votes were cast', groups: 'Groups', anonymity: 'Anonymity', scores: 'Scores in the documents', scenarios: 'Scenarios' },
		noQuestion: 'No scoping question was written.',
		horizon: (from, to, lanes) => `Ten years, ${from} to ${to}, in ${en.speech.counted(lanes, en.nouns.lane)}.`,
		scores: 'Some documents carry a relevancy that a machine gave. It is not a vote, and no figure in this report uses it.',
		scenarios: 'They are stories of what could be, written to test decisions against. They say nothing about what is likely.',
		anonymity: 'No names are asked. A vote carries a random mark in place of its voter, and this report shows counts only.',
		turnout: (voted, people) => `${en.ofPeople(voted, people)} voted.${people === null ? ' The people in the room were not counted.' : ''}`,
		round: ({ title, cards, criteria, turnout, day, again }) =>
			`${title}: ${en.speech.counted(cards, en.nouns.card)}, by ${en.speech.listed(criteria.map((criterion) => en.byCriterion[criterion]))}${turnout ? `, ${en.ofPeople(turnout.voted, turnout.peopleInRoom)} voted` : ', an earlier round of the same series'}${day ? `, ${day}` : ''}.${again === null ? '' : ` It asked again about cards of ${again}, whose answers people were shown.`}`,
		rated: (scales) => `Each card was rated for ${en.speech.listed(scales.map(scaled(asked.en, en.scaleEnds)))}.`,
		timing: (from, to) => `For timing people gave a date from ${from} to ${to}, or “after it, or never”, which ranks last.`,
		dots: (each) => `With dots each person ${each === null ? 'gave some' : `had ${en.speech.inWords(each)}`} to the cards that matter most.`,
		approval: 'With yes or no people said whether to go on with a card; the share of yes is of those who decided.',
		cannotSay: '“I can’t say” is an answer too and is counted apart.',
		ways: (rounds) => `${inSecret(rounds, cameBy('by phone', 'on paper', 'on the facilitator’s computer, one after another'), 'In secret', 'in each round', ': ')} Results were hidden until each round was closed and revealed.`,
		groups: (names, fewest) => `People could say that they belong to ${en.speech.listed(names)}. Groups with fewer than ${en.speech.inWords(fewest)} answers are never shown apart; this report shows none.`,
		howCounted: 'How the figures are counted', figure: 'Figure', whatItSays: 'What it says',
		measures: {
			median: ['Median, IQR', 'The middle vote, and the width of the middle half. IQR of 1 or less on five points counts as agreed, above 1 as contested.', `${sources.median}, type 7; ${sources.rayens}`],
			consensus: ['Consensus', 'From 0, split between the ends, to 1, all of one mind.', sources.consensus],
			kendall: ['Kendall’s W', 'How far people put the cards in the same order, from 0 to 1, with correction for ties. Only people who rated every card count.', sources.kendall],
			timing: ['Dates', 'Median and middle half of the room’s dates; a quartile that lies beyond the last date is “after it, or never”.', `${sources.median}, type 7`],
			stability: ['Votes moved', 'Of people who voted in both rounds: the share of votes by which the bars differ. Under 15% is stable. With 30 people or more also how far the coefficient of variation changed.', sources.stability],
			dots: ['Dots', 'How many dots a card was given, and by how many people.', sources.dots],
			approval: ['Share of yes', 'Of those who said yes or no; who is unsure is counted apart.', sources.approval],
		},
		notRight: 'Agreement is not the same as being right. The bars show the spread behind each figure.',
	},
	fr: {
		title: 'Méthode', what: 'Élément', inThisWorkshop: 'Dans cet atelier',
		facts: { workshop: 'Atelier', question: 'Question', horizon: 'Horizon', votes: 'Votes', turnout: 'Participation', rounds: 'Tours', scale: 'Échelle', ways: 'Modes de vote', groups: 'Groupes', anonymity: 'Anonymat', scores: 'Notes dans les documents', scenarios: 'Scénarios' },
		noQuestion: 'Aucune question de cadrage n’a été rédigée.',
		horizon: (from, to, lanes) => `Dix années, de ${from} à ${to}, en ${fr.speech.counted(lanes, fr.nouns.lane)}.`,
		scores: 'Certains documents portent une note de pertinence donnée par une machine. Ce n’est pas un vote, et aucun chiffre de ce rapport ne l’utilise.',
		scenarios: 'Ce sont des récits de ce qui pourrait être, écrits pour mettre des décisions à l’épreuve. Ils ne disent rien de ce qui est probable.',
		anonymity: 'Aucun nom n’est demandé. Un vote porte une marque aléatoire à la place de son auteur, et ce rapport ne montre que des totaux.',
		turnout: (voted, people) => `${fr.ofPeople(voted, people)} ${voted > 1 ? 'ont' : 'a'} voté.${people === null ? ' Les personnes présentes n’ont pas été comptées.' : ''}`,
		round: ({ title, cards, criteria, turnout, day, again }) =>
			`${title}\u202F: ${fr.speech.counted(cards, fr.nouns.card)}, par ${fr.speech.listed(criteria.map((criterion) => fr.byCriterion[criterion]))}${turnout ? `, ${fr.ofPeople(turnout.voted, turnout.peopleInRoom)} ${turnout.voted > 1 ? 'ont' : 'a'} voté` : ', un tour antérieur de la même série'}${day ? `, ${day}` : ''}.${again === null ? '' : ` Il a reposé la question pour des cartes de ${again}, dont les réponses avaient été montrées.`}`,
		rated: (scales) => `Chaque carte a été notée pour ${fr.speech.listed(scales.map(scaled(asked.fr, fr.scaleEnds)))}.`,
		timing: (from, to) => `Pour l’échéance, on donnait une date de ${from} à ${to}, ou «\u202Faprès, ou jamais\u202F», qui est classé en dernier.`,
		dots: (each) => `Avec les gommettes, chaque personne en ${each === null ? 'donnait' : `avait ${fr.speech.inWords(each)} à donner`} aux cartes qui comptent le plus.`,
		approval: 'Par oui ou non, on disait s’il faut poursuivre avec une carte\u202F; la part de oui porte sur ceux qui ont tranché.',
		cannotSay: '«\u202FJe ne peux pas dire\u202F» est aussi une réponse\u202F; elle est comptée à part.',
		ways: (rounds) => `${inSecret(rounds, cameBy('par téléphone', 'sur papier', 'sur l’ordinateur de l’animateur, l’un après l’autre'), 'À bulletin secret', 'à chaque tour', '\u202F: ')} Les résultats sont restés cachés jusqu’à la clôture et au dévoilement de chaque tour.`,
		groups: (names, fewest) => `On pouvait indiquer son appartenance\u202F: ${fr.speech.listed(names)}. Les groupes de moins de ${fr.speech.inWords(fewest)} réponses ne sont jamais montrés à part\u202F; ce rapport n’en montre aucun.`,
		howCounted: 'Comment les chiffres sont calculés', figure: 'Chiffre', whatItSays: 'Ce qu’il dit',
		measures: {
			median: ['Médiane, EIQ', 'Le vote du milieu, et la largeur de la moitié centrale (écart interquartile). Sur cinq points, un EIQ de 1 ou moins vaut accord, au-dessus de 1 désaccord.', `${sources.median}, type 7\u202F; ${sources.rayens}`],
			consensus: ['Consensus', 'De 0, partagé entre les extrêmes, à 1, tous du même avis.', sources.consensus],
			kendall: ['W de Kendall', 'Dans quelle mesure les cartes sont mises dans le même ordre, de 0 à 1, avec correction des ex æquo. Ne comptent que ceux qui ont noté toutes les cartes.', sources.kendall],
			timing: ['Dates', 'Médiane et moitié centrale des dates de la salle\u202F; un quartile au-delà de la dernière date vaut «\u202Faprès, ou jamais\u202F».', `${sources.median}, type 7`],
			stability: ['Votes déplacés', 'Pour ceux qui ont voté aux deux tours\u202F: la part des votes dont les barres diffèrent. Moins de 15\u202F% est stable. À partir de 30 personnes, aussi la variation du coefficient de variation.', sources.stability.replace(';', '\u202F;')],
			dots: ['Gommettes', 'Combien de gommettes une carte a reçues, et de combien de personnes.', sources.dots],
			approval: ['Part de oui', 'Parmi ceux qui ont dit oui ou non\u202F; les indécis sont comptés à part.', sources.approval],
		},
		notRight: 'Être d’accord ne veut pas dire avoir raison. Les barres montrent la dispersion derrière chaque chiffre.',
	},
	de: {
		title: 'Methode', what: 'Was', inThisWorkshop: 'In diesem Workshop',
		facts: { workshop: 'Workshop', question: 'Frage', horizon: 'Horizont', votes: 'Abstimmung', turnout: 'Beteiligung', rounds: 'Runden', scale: 'Skala', ways: 'Wie abgestimmt wurde', groups: 'Gruppen', anonymity: 'Anonymität', scores: 'Bewertungen in den Dokumenten', scenarios: 'Szenarien' },
		noQuestion: 'Es wurde keine Leitfrage geschrieben.',
		horizon: (from, to, lanes) => `Zehn Jahre, ${from} bis ${to}, in ${lanes === 1 ? 'einer Bahn' : de.speech.counted(lanes, de.nouns.lane)}.`,
		scores: 'Manche Dokumente tragen eine Relevanz, die eine Maschine vergeben hat. Sie ist keine Stimme, und keine Zahl in diesem Bericht beruht darauf.',
		scenarios: 'Sie sind Geschichten von dem, was sein könnte, geschrieben, um Entscheidungen daran zu prüfen. Sie sagen nichts darüber, was wahrscheinlich ist.',
		anonymity: 'Nach Namen wird nicht gefragt. Eine Stimme trägt anstelle der Person ein zufälliges Kennzeichen, und dieser Bericht zeigt nur Summen.',
		turnout: (voted, people) => `${de.ofPeople(voted, people)} ${voted === 1 ? 'hat' : 'haben'} abgestimmt.${people === null ? ' Die Personen im Raum wurden nicht gezählt.' : ''}`,
		round: ({ title, cards, criteria, turnout, day, again }) =>
			`${title}: ${de.speech.counted(cards, de.nouns.card)}, nach ${de.speech.listed(criteria.map((criterion) => de.byCriterion[criterion]))}${turnout ? `, ${de.ofPeople(turnout.voted, turnout.peopleInRoom)} ${turnout.voted === 1 ? 'hat' : 'haben'} abgestimmt` : ', eine frühere Runde derselben Reihe'}${day ? `, ${day}` : ''}.${again === null ? '' : ` Sie fragte erneut nach Karten aus ${again}, deren Antworten gezeigt worden waren.`}`,
		rated: (scales) => `Jede Karte wurde bewertet nach ${de.speech.listed(scales.map(scaled(asked.de, de.scaleEnds)))}.`,
		timing: (from, to) => `Zum Zeitpunkt wurde ein Datum von ${from} bis ${to} angegeben oder „danach oder nie“, das zuletzt gereiht wird.`,
		dots: (each) => `Beim Punkten ${each === null ? 'vergab jede Person Punkte' : `hatte jede Person ${de.speech.counted(each, de.nouns.dot)}`} für die Karten, auf die es am meisten ankommt.`,
		approval: 'Mit Ja oder Nein wurde gesagt, ob eine Karte weiterverfolgt werden soll; der Anteil der Ja-Stimmen gilt unter denen, die sich entschieden haben.',
		cannotSay: '„Kann ich nicht sagen“ ist auch eine Antwort und wird gesondert gezählt.',
		ways: (rounds) => `${inSecret(rounds, cameBy('mit dem Telefon', 'auf Papier', 'am Rechner der Moderation, nacheinander'), 'Geheim', 'in jeder Runde', ': ')} Die Ergebnisse blieben verborgen, bis jede Runde geschlossen und aufgedeckt war.`,
		groups: (names, fewest) => `Man konnte angeben, wozu man gehört: ${de.speech.listed(names)}. Gruppen mit weniger als ${de.speech.inWords(fewest)} Antworten werden nie einzeln gezeigt; dieser Bericht zeigt keine.`,
		howCounted: 'Wie die Zahlen entstehen', figure: 'Zahl', whatItSays: 'Was sie sagt',
		measures: {
			median: ['Median, IQA', 'Die mittlere Stimme und die Breite der mittleren Hälfte (Interquartilsabstand). Auf fünf Punkten gilt ein IQA bis 1 als einig, darüber als umstritten.', `${sources.median}, Typ 7; ${sources.rayens}`],
			consensus: ['Konsens', 'Von 0, zwischen den Enden gespalten, bis 1, alle einer Meinung.', sources.consensus],
			kendall: ['Kendalls W', 'Wie weit die Karten in dieselbe Reihenfolge gebracht wurden, von 0 bis 1, mit Korrektur für Gleichstände. Es zählt nur, wer jede Karte bewertet hat.', sources.kendall],
			timing: ['Zeitpunkte', 'Median und mittlere Hälfte der Daten, die der Raum nannte; ein Quartil jenseits des letzten Datums heißt „danach oder nie“.', `${sources.median}, Typ 7`],
			stability: ['Verschobene Stimmen', 'Bei denen, die in beiden Runden abgestimmt haben: der Anteil der Stimmen, um den sich die Balken unterscheiden. Unter 15\u00A0% ist stabil. Ab 30 Personen auch, wie weit sich der Variationskoeffizient geändert hat.', sources.stability],
			dots: ['Punkte', 'Wie viele Punkte eine Karte bekam, und von wie vielen Personen.', sources.dots],
			approval: ['Anteil Ja', 'Unter denen, die Ja oder Nein gesagt haben; Unentschiedene werden gesondert gezählt.', sources.approval],
		},
		notRight: 'Einigkeit heißt nicht, recht zu haben. Die Balken zeigen die Streuung hinter jeder Zahl.',
	},
	es: {
		title: 'Método', what: 'Qué', inThisWorkshop: 'En este taller',
		facts: { workshop: 'Taller', question: 'Pregunta', horizon: 'Horizonte', votes: 'Votos', turnout: 'Participación', rounds: 'Rondas', scale: 'Escala', ways: 'Cómo se votó', groups: 'Grupos', anonymity: 'Anonimato', scores: 'Puntuaciones en los documentos', scenarios: 'Escenarios' },
		noQuestion: 'No se escribió ninguna pregunta guía.',
		horizon: (from, to, lanes) => `Diez años, de ${from} a ${to}, en ${es.speech.counted(lanes, es.nouns.lane)}.`,
		scores: 'Algunos documentos llevan una relevancia que dio una máquina. No es un voto, y ninguna cifra de este informe la utiliza.',
		scenarios: 'Son relatos de lo que podría ser, escritos para poner a prueba las decisiones. No dicen nada sobre lo que es probable.',
		anonymity: 'No se piden nombres. Un voto lleva una marca aleatoria en lugar de la persona, y este informe solo muestra recuentos.',
		turnout: (voted, people) => `${es.ofPeople(voted, people)} ${voted === 1 ? 'votó' : 'votaron'}.${people === null ? ' No se contó a las personas de la sala.' : ''}`,
		round: ({ title, cards, criteria, turnout, day, again }) =>
			`${title}: ${es.speech.counted(cards, es.nouns.card)}, por ${es.speech.listed(criteria.map((criterion) => es.byCriterion[criterion]))}${turnout ? `, ${es.ofPeople(turnout.voted, turnout.peopleInRoom)} ${turnout.voted === 1 ? 'votó' : 'votaron'}` : ', una ronda anterior de la misma serie'}${day ? `, ${day}` : ''}.${again === null ? '' : ` Volvió a preguntar por tarjetas de ${again}, cuyas respuestas se habían mostrado.`}`,
		rated: (scales) => `Cada tarjeta se valoró por ${es.speech.listed(scales.map(scaled(asked.es, es.scaleEnds)))}.`,
		timing: (from, to) => `Para el plazo se daba una fecha de ${from} a ${to}, o «después, o nunca», que queda en último lugar.`,
		dots: (each) => `Con los puntos, cada persona ${each === null ? 'dio algunos' : `tenía ${es.speech.inWords(each)}`} para las tarjetas que más importan.`,
		approval: 'Con sí o no se dijo si conviene seguir con una tarjeta; la proporción de síes es de quienes se decidieron.',
		cannotSay: '«No sé decirlo» también es una respuesta y se cuenta aparte.',
		ways: (rounds) => `${inSecret(rounds, cameBy('por teléfono', 'en papel', 'en el ordenador de quien facilita, por turnos'), 'En secreto', 'en cada ronda', ': ')} Los resultados estuvieron ocultos hasta que cada ronda se cerró y se reveló.`,
		groups: (names, fewest) => `Se podía indicar a qué grupo se pertenece: ${es.speech.listed(names)}. Los grupos con menos de ${es.speech.inWords(fewest)} respuestas nunca se muestran aparte; este informe no muestra ninguno.`,
		howCounted: 'Cómo se calculan las cifras', figure: 'Cifra', whatItSays: 'Qué dice',
		measures: {
			median: ['Mediana, RIC', 'El voto central y la anchura de la mitad central (rango intercuartílico). En cinco puntos, un RIC de 1 o menos cuenta como acuerdo; por encima de 1, como desacuerdo.', `${sources.median}, tipo 7; ${sources.rayens}`],
			consensus: ['Consenso', 'De 0, dividido entre los extremos, a 1, todos de acuerdo.', sources.consensus],
			kendall: ['W de Kendall', 'Hasta qué punto se puso las tarjetas en el mismo orden, de 0 a 1, con corrección de empates. Solo cuenta quien valoró todas las tarjetas.', sources.kendall],
			timing: ['Fechas', 'Mediana y mitad central de las fechas de la sala; un cuartil más allá de la última fecha es «después, o nunca».', `${sources.median}, tipo 7`],
			stability: ['Votos que cambiaron', 'De quienes votaron en ambas rondas: la proporción de votos en que difieren las barras. Menos del 15\u00A0% es estable. Con 30 personas o más, también cuánto cambió el coeficiente de variación.', sources.stability],
			dots: ['Puntos', 'Cuántos puntos recibió una tarjeta, y de cuántas personas.', sources.dots],
			approval: ['Proporción de síes', 'De quienes dijeron sí o no; los indecisos se cuentan aparte.', sources.approval],
		},
		notRight: 'Estar de acuerdo no es lo mismo que tener razón. Las barras muestran la dispersión que hay detrás de cada cifra.',
	},
};
