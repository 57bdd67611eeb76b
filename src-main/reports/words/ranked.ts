/** The words of the ranked lists: what was asked, what each column says, and how to read them. */
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import type { NoConcordance } from '../../../src-shared/domain/kendall.ts';
import { commonWords } from './common.ts';
import { capitalised, type Dictionary } from './speech.ts';

interface Order {
	w: number;
	raters: number;
	chiSquare: number;
	df: number;
}

interface Moved {
	/** The round before; empty where it has no title. */
	title: string;
	/** Share of votes, from 0 to 1. */
	net: number;
	votes: number;
	isStable: boolean;
	cvChange: number | null;
}

export interface RankedWords {
	title: string;
	/** A heading: round, then criterion. */
	heading: (round: string, criterion: string) => string;
	rated: (people: readonly [number, number | null], criterion: ScaleCriterion) => string;
	timed: (people: readonly [number, number | null]) => string;
	dotted: (people: readonly [number, number | null], each: number | null, given: number) => string;
	approved: (people: readonly [number, number | null]) => string;
	columns: {
		votes: string; iqr: string; consensus: string; noVotes: string; middleHalf: string; noDates: string; span: (from: number, to: number) => string;
		dots: string; dotsBar: string; people: string; peopleSpoken: string; ofAllDots: string; shareOfYes: string; yes: string; no: string; unsure: string; approvalBar: string;
	};
	badgeAlt: (median: number, agreed: boolean) => string;
	fromTo: (from: string, to: string) => string;
	votesByYear: (votes: readonly string[]) => string;
	dotsAlt: (dots: number) => string;
	approvalAlt: (yes: number, unsure: number, no: number) => string;
	contested: string;
	howToRead: string;
	noneContested: string;
	/** After the name of a card. */
	splits: (low: number, high: number) => string;
	wide: (from: number, to: number) => string;
	moreContested: (n: number) => string;
	openBox: (contested: number) => string;
	reading: string;
	order: (order: Order) => string;
	noOrder: (why: NoConcordance['why']) => string;
	moved: (moved: Moved) => string;
	scoresNotUsed: string;
	timingReading: (endYear: number) => string;
	timingOrder: (w: number) => string;
	dotsReading: string;
	approvalReading: string;
}

const { en, fr, de, es } = commonWords;

/** The customary words (Schmidt 1997). */
const strengthOf = (w: number, [weak, moderate, strong]: readonly [string, string, string]) => (w >= 0.7 ? strong : w >= 0.5 ? moderate : weak);
const [votedFr, votedDe, votedEs] = [(n: number) => (n > 1 ? 'ont' : 'a'), (n: number) => (n === 1 ? 'hat' : 'haben'), (n: number) => (n === 1 ? 'votó' : 'votaron')];

const asked = {
	en: { relevancy: 'how relevant each card is to the question', impact: 'how far-reaching each card would be', uncertainty: 'how uncertain it is how each card turns out' },
	fr: { relevancy: 'la pertinence de chaque carte pour la question', impact: 'la portée de chaque carte', uncertainty: 'l’incertitude de l’issue de chaque carte' },
	de: { relevancy: 'wie relevant jede Karte für die Frage ist', impact: 'wie weit jede Karte reichen würde', uncertainty: 'wie unsicher der Ausgang jeder Karte ist' },
	es: { relevancy: 'lo relevante que es cada tarjeta para la pregunta', impact: 'el alcance que tendría cada tarjeta', uncertainty: 'lo incierto que es el desenlace de cada tarjeta' },
} as const;

export const rankedWords: Dictionary<RankedWords> = {
	en: {
		title: 'What the room thinks',
		heading: (round, criterion) => `${round}: ${criterion}`,
		rated: (people, criterion) => `${en.ofPeople(...people)} voted in secret on ${asked.en[criterion]}, from 1, ${en.scaleEnds[criterion][0]}, to 5, ${en.scaleEnds[criterion][1]}. Ranked by median, then mean.`,
		timed: (people) => `${en.ofPeople(...people)} voted in secret on when each card will matter. The soonest first, by median.`,
		dotted: (people, each, given) => `${en.ofPeople(...people)} voted in secret and at once, with dots${each === null ? '' : `, ${en.speech.inWords(each)} each`}: ${en.speech.figured(given, en.nouns.dot)} in all. Ranked by dots, then by people.`,
		approved: (people) => `${en.ofPeople(...people)} voted in secret: yes, no, or unsure. Ranked by the share of yes among those who decided, then by how many said yes.`,
		columns: {
			votes: 'Votes 1–5', iqr: 'IQR', consensus: 'Consensus', noVotes: 'no votes', middleHalf: 'Middle half', noDates: 'no dates', span: (from, to) => `${from} to ${to}`,
			dots: 'Dots', dotsBar: 'Dots as a bar', people: 'People', peopleSpoken: 'People who gave any', ofAllDots: 'Of all dots', shareOfYes: 'Share of yes', yes: 'Yes', no: 'No', unsure: 'Unsure', approvalBar: 'Yes, unsure and no as a bar',
		},
		badgeAlt: (median, agreed) => `${en.speech.figure(median)}, ${agreed ? en.agreed : en.contested}`,
		fromTo: (from, to) => `${from} to ${to}`,
		votesByYear: (votes) => `Votes by year, ${votes.join(', ')}.`,
		dotsAlt: (dots) => `${en.speech.figured(dots, en.nouns.dot)}.`,
		approvalAlt: (yes, unsure, no) => `${yes} yes, ${unsure} unsure, ${no} no.`,
		contested: 'Contested', howToRead: 'How to read it',
		noneContested: 'On no card do the votes lie far apart: every IQR is 1 or less.',
		splits: (low, high) => `splits the room: ${en.speech.counted(low, en.nouns.vote)} for 1 or 2, ${en.speech.counted(high, en.nouns.vote)} for 4 or 5.`,
		wide: (from, to) => `stays wide: the votes run from ${from} to ${to}.`,
		moreContested: (n) => `${capitalised(en.speech.inWords(n))} more ${n === 1 ? 'card is' : 'cards are'} contested too.`,
		openBox: (n) => (n === 1 ? 'An open box marks it.' : 'An open box marks each.'),
		reading: 'IQR is the middle half of the votes; above 1 is contested. Consensus runs from 0, split, to 1, agreed.',
		order: ({ w, raters, chiSquare, df }) => `Order agreement is ${strengthOf(w, ['weak', 'moderate', 'strong'])}: Kendall’s W ${en.speech.hundredths(w)} over the ${en.speech.inWords(raters)} people who rated every card (χ² ${en.speech.figure(chiSquare)}, df ${df}).`,
		noOrder: (why) => `Kendall’s W has no value: ${{ people: 'fewer than two people rated every card', cards: 'there are fewer than two cards to put in order', ties: 'everyone gave all cards the same rating, so there is no order to compare' }[why]}.`,
		moved: ({ title, net, votes, isStable, cvChange }) => `Since ${title || 'the round before'} ${en.speech.percent(net)} of ${en.speech.figured(votes, en.nouns.vote)} of people who voted both times moved: ${isStable ? 'stable' : 'not stable'}.${cvChange === null ? '' : ` The coefficient of variation changed by ${en.speech.hundredths(cvChange)} at most.`}`,
		scoresNotUsed: 'Scores in the documents were not used.',
		timingReading: (endYear) => `The bars are votes by year, the last of them “after ${endYear}, or never”. The line is the middle half of the dates and the dot their median; an arrow goes beyond ${endYear}.`,
		timingOrder: (w) => `The order of time is shared to Kendall’s W ${en.speech.hundredths(w)}.`,
		dotsReading: 'Dots and people are both told: ten dots of two people are not ten dots of ten.',
		approvalReading: 'In the bars yes is dark, unsure is grey, and no is white.',
	},
	fr: {
		title: 'Ce que pense la salle',
		heading: (round, criterion) => `${round}\u202F: ${criterion}`,
		rated: (people, criterion) => `${fr.ofPeople(...people)} ${votedFr(people[0])} voté à bulletin secret sur ${asked.fr[criterion]}, de 1, ${fr.scaleEnds[criterion][0]}, à 5, ${fr.scaleEnds[criterion][1]}. Classement par médiane, puis par moyenne.`,
		timed: (people) => `${fr.ofPeople(...people)} ${votedFr(people[0])} voté à bulletin secret sur le moment où chaque carte comptera. Les plus proches d’abord, par médiane.`,
		dotted: (people, each, given) => `${fr.ofPeople(...people)} ${votedFr(people[0])} voté à bulletin secret et en même temps, par gommettes${each === null ? '' : `, ${each === 1 ? 'une' : fr.speech.inWords(each)} par personne`}\u202F: ${fr.speech.figured(given, fr.nouns.dot)} en tout. Classement par gommettes, puis par personnes.`,
		approved: (people) => `${fr.ofPeople(...people)} ${votedFr(people[0])} voté à bulletin secret\u202F: oui, non ou indécis. Classement par part de oui parmi ceux qui ont tranché, puis par nombre de oui.`,
		columns: {
			votes: 'Votes 1–5', iqr: 'EIQ', consensus: 'Consensus', noVotes: 'aucun vote', middleHalf: 'Moitié centrale', noDates: 'aucune date', span: (from, to) => `${from} à ${to}`,
			dots: 'Gommettes', dotsBar: 'Gommettes en barre', people: 'Personnes', peopleSpoken: 'Personnes qui en ont donné', ofAllDots: 'Du total', shareOfYes: 'Part de oui', yes: 'Oui', no: 'Non', unsure: 'Indécis', approvalBar: 'Oui, indécis et non en barre',
		},
		badgeAlt: (median, agreed) => `${fr.speech.figure(median)}, ${agreed ? fr.agreed : fr.contested}`,
		fromTo: (from, to) => `${from} à ${to}`,
		votesByYear: (votes) => `Votes par année, ${votes.join(', ')}.`,
		dotsAlt: (dots) => `${fr.speech.figured(dots, fr.nouns.dot)}.`,
		approvalAlt: (yes, unsure, no) => `${yes} oui, ${unsure} indécis, ${no} non.`,
		contested: 'Désaccords', howToRead: 'Comment lire',
		noneContested: 'Sur aucune carte les votes ne sont éloignés\u202F: tous les EIQ valent 1 ou moins.',
		splits: (low, high) => `partage la salle\u202F: ${fr.speech.counted(low, fr.nouns.vote)} pour 1 ou 2, ${fr.speech.counted(high, fr.nouns.vote)} pour 4 ou 5.`,
		wide: (from, to) => `reste dispersée\u202F: les votes vont de ${from} à ${to}.`,
		moreContested: (n) => (n === 1 ? 'Une autre carte est aussi en désaccord.' : `${capitalised(fr.speech.inWords(n))} autres cartes sont aussi en désaccord.`),
		openBox: (n) => (n === 1 ? 'Une case vide la signale.' : 'Une case vide signale chacune.'),
		reading: 'L’EIQ est la moitié centrale des votes\u202F; au-dessus de 1, il y a désaccord. Le consensus va de 0, partagé, à 1, d’accord.',
		order: ({ w, raters, chiSquare, df }) => `L’accord sur l’ordre est ${strengthOf(w, ['faible', 'moyen', 'fort'])}\u202F: W de Kendall ${fr.speech.hundredths(w)} pour les ${fr.speech.inWords(raters)} personnes qui ont noté toutes les cartes (χ² ${fr.speech.figure(chiSquare)}, ddl ${df}).`,
		noOrder: (why) => `Le W de Kendall n’a pas de valeur\u202F: ${{ people: 'moins de deux personnes ont noté toutes les cartes', cards: 'il y a moins de deux cartes à ordonner', ties: 'chacun a donné la même note à toutes les cartes, il n’y a donc pas d’ordre à comparer' }[why]}.`,
		moved: ({ title, net, votes, isStable, cvChange }) => `Depuis ${title || 'le tour précédent'}, ${fr.speech.percent(net)} de ${fr.speech.figured(votes, fr.nouns.vote)} de personnes ayant voté les deux fois ont bougé\u202F: ${isStable ? 'stable' : 'instable'}.${cvChange === null ? '' : ` Le coefficient de variation a changé de ${fr.speech.hundredths(cvChange)} au plus.`}`,
		scoresNotUsed: 'Les notes des documents n’ont pas été utilisées.',
		timingReading: (endYear) => `Les barres sont les votes par année, la dernière étant «\u202Faprès ${endYear}, ou jamais\u202F». Le trait est la moitié centrale des dates et le point leur médiane\u202F; une flèche va au-delà de ${endYear}.`,
		timingOrder: (w) => `L’ordre dans le temps est partagé avec un W de Kendall de ${fr.speech.hundredths(w)}.`,
		dotsReading: 'Gommettes et personnes sont données toutes les deux\u202F: dix gommettes de deux personnes ne sont pas dix gommettes de dix.',
		approvalReading: 'Dans les barres, le oui est foncé, l’indécis gris et le non blanc.',
	},
	de: {
		title: 'Was der Raum denkt',
		heading: (round, criterion) => `${round}: ${criterion}`,
		rated: (people, criterion) => `${de.ofPeople(...people)} ${votedDe(people[0])} geheim darüber abgestimmt, ${asked.de[criterion]}, von 1, ${de.scaleEnds[criterion][0]}, bis 5, ${de.scaleEnds[criterion][1]}. Gereiht nach Median, dann nach Mittelwert.`,
		timed: (people) => `${de.ofPeople(...people)} ${votedDe(people[0])} geheim darüber abgestimmt, wann jede Karte wichtig wird. Die frühesten zuerst, nach Median.`,
		dotted: (people, each, given) => `${de.ofPeople(...people)} ${votedDe(people[0])} geheim und gleichzeitig Punkte vergeben${each === null ? '' : `, je ${each === 1 ? 'einen' : de.speech.inWords(each)}`}: zusammen ${de.speech.figured(given, de.nouns.dot)}. Gereiht nach Punkten, dann nach Personen.`,
		approved: (people) => `${de.ofPeople(...people)} ${votedDe(people[0])} geheim abgestimmt: ja, nein oder unentschieden. Gereiht nach dem Anteil Ja unter denen, die sich entschieden haben, dann nach der Zahl der Ja-Stimmen.`,
		columns: {
			votes: 'Stimmen 1–5', iqr: 'IQA', consensus: 'Konsens', noVotes: 'keine Stimmen', middleHalf: 'Mittlere Hälfte', noDates: 'keine Daten', span: (from, to) => `${from} bis ${to}`,
			dots: 'Punkte', dotsBar: 'Punkte als Balken', people: 'Personen', peopleSpoken: 'Personen, die welche gaben', ofAllDots: 'Von allen', shareOfYes: 'Anteil Ja', yes: 'Ja', no: 'Nein', unsure: 'Offen', approvalBar: 'Ja, unentschieden und Nein als Balken',
		},
		badgeAlt: (median, agreed) => `${de.speech.figure(median)}, ${agreed ? de.agreed : de.contested}`,
		fromTo: (from, to) => `${from} bis ${to}`,
		votesByYear: (votes) => `Stimmen nach Jahr, ${votes.join(', ')}.`,
		dotsAlt: (dots) => `${de.speech.figured(dots, de.nouns.dot)}.`,
		approvalAlt: (yes, unsure, no) => `${yes} ja, ${unsure} unentschieden, ${no} nein.`,
		contested: 'Umstritten', howToRead: 'Lesehilfe',
		noneContested: 'Bei keiner Karte liegen die Stimmen weit auseinander: Jeder IQA ist höchstens 1.',
		splits: (low, high) => `spaltet den Raum: ${de.speech.counted(low, de.nouns.vote)} für 1 oder 2, ${de.speech.counted(high, de.nouns.vote)} für 4 oder 5.`,
		wide: (from, to) => `bleibt breit: Die Stimmen reichen von ${from} bis ${to}.`,
		moreContested: (n) => (n === 1 ? 'Eine weitere Karte ist ebenfalls umstritten.' : `${capitalised(de.speech.inWords(n))} weitere Karten sind ebenfalls umstritten.`),
		openBox: (n) => (n === 1 ? 'Ein offenes Kästchen kennzeichnet sie.' : 'Ein offenes Kästchen kennzeichnet jede.'),
		reading: 'Der IQA ist die mittlere Hälfte der Stimmen; über 1 ist umstritten. Der Konsens reicht von 0, gespalten, bis 1, einig.',
		order: ({ w, raters, chiSquare, df }) => `Die Einigkeit über die Reihenfolge ist ${strengthOf(w, ['schwach', 'mäßig', 'stark'])}: Kendalls W ${de.speech.hundredths(w)} bei den ${de.speech.inWords(raters)} Personen, die jede Karte bewertet haben (χ² ${de.speech.figure(chiSquare)}, df ${df}).`,
		noOrder: (why) => `Kendalls W hat keinen Wert: ${{ people: 'Weniger als zwei Personen haben jede Karte bewertet', cards: 'Es gibt weniger als zwei Karten zu reihen', ties: 'Alle haben jeder Karte dieselbe Bewertung gegeben, also gibt es keine Reihenfolge zu vergleichen' }[why]}.`,
		moved: ({ title, net, votes, isStable, cvChange }) => `Seit ${title || 'der vorigen Runde'} haben sich ${de.speech.percent(net)} von ${de.speech.figured(votes, de.nouns.vote)} derer verschoben, die beide Male abgestimmt haben: ${isStable ? 'stabil' : 'nicht stabil'}.${cvChange === null ? '' : ` Der Variationskoeffizient änderte sich um höchstens ${de.speech.hundredths(cvChange)}.`}`,
		scoresNotUsed: 'Bewertungen in den Dokumenten wurden nicht verwendet.',
		timingReading: (endYear) => `Die Balken sind Stimmen nach Jahr, der letzte „nach ${endYear} oder nie“. Die Linie ist die mittlere Hälfte der Daten und der Punkt ihr Median; ein Pfeil führt über ${endYear} hinaus.`,
		timingOrder: (w) => `Über die zeitliche Reihenfolge besteht Einigkeit mit Kendalls W ${de.speech.hundredths(w)}.`,
		dotsReading: 'Punkte und Personen werden beide genannt: Zehn Punkte von zwei Personen sind nicht zehn Punkte von zehn.',
		approvalReading: 'In den Balken ist Ja dunkel, unentschieden grau und Nein weiß.',
	},
	es: {
		title: 'Lo que piensa la sala',
		heading: (round, criterion) => `${round}: ${criterion}`,
		rated: (people, criterion) => `${es.ofPeople(...people)} ${votedEs(people[0])} en secreto sobre ${asked.es[criterion]}, de 1, ${es.scaleEnds[criterion][0]}, a 5, ${es.scaleEnds[criterion][1]}. Orden por mediana y luego por media.`,
		timed: (people) => `${es.ofPeople(...people)} ${votedEs(people[0])} en secreto sobre cuándo importará cada tarjeta. Primero las más próximas, por mediana.`,
		dotted: (people, each, given) => `${es.ofPeople(...people)} ${votedEs(people[0])} en secreto y a la vez, con puntos${each === null ? '' : `, ${es.speech.inWords(each)} por persona`}: ${es.speech.figured(given, es.nouns.dot)} en total. Orden por puntos y luego por personas.`,
		approved: (people) => `${es.ofPeople(...people)} ${votedEs(people[0])} en secreto: sí, no o indeciso. Orden por proporción de síes entre quienes se decidieron y luego por número de síes.`,
		columns: {
			votes: 'Votos 1–5', iqr: 'RIC', consensus: 'Consenso', noVotes: 'sin votos', middleHalf: 'Mitad central', noDates: 'sin fechas', span: (from, to) => `${from} a ${to}`,
			dots: 'Puntos', dotsBar: 'Puntos como barra', people: 'Personas', peopleSpoken: 'Personas que dieron alguno', ofAllDots: 'Del total', shareOfYes: 'Proporción de síes', yes: 'Sí', no: 'No', unsure: 'Indecisos', approvalBar: 'Sí, indecisos y no como barra',
		},
		badgeAlt: (median, agreed) => `${es.speech.figure(median)}, ${agreed ? es.agreed : es.contested}`,
		fromTo: (from, to) => `${from} a ${to}`,
		votesByYear: (votes) => `Votos por año, ${votes.join(', ')}.`,
		dotsAlt: (dots) => `${es.speech.figured(dots, es.nouns.dot)}.`,
		approvalAlt: (yes, unsure, no) => `${yes} sí, ${unsure} indecisos, ${no} no.`,
		contested: 'En desacuerdo', howToRead: 'Cómo leerlo',
		noneContested: 'En ninguna tarjeta los votos están muy alejados: todos los RIC son de 1 o menos.',
		splits: (low, high) => `divide a la sala: ${es.speech.counted(low, es.nouns.vote)} para 1 o 2, ${es.speech.counted(high, es.nouns.vote)} para 4 o 5.`,
		wide: (from, to) => `sigue dispersa: los votos van de ${from} a ${to}.`,
		moreContested: (n) => (n === 1 ? 'Otra tarjeta también está en desacuerdo.' : `Otras ${es.speech.inWords(n)} tarjetas también están en desacuerdo.`),
		openBox: (n) => (n === 1 ? 'Una casilla vacía la señala.' : 'Una casilla vacía señala cada una.'),
		reading: 'El RIC es la mitad central de los votos; por encima de 1 hay desacuerdo. El consenso va de 0, dividido, a 1, de acuerdo.',
		order: ({ w, raters, chiSquare, df }) => `El acuerdo sobre el orden es ${strengthOf(w, ['débil', 'moderado', 'fuerte'])}: W de Kendall ${es.speech.hundredths(w)} entre las ${es.speech.inWords(raters)} personas que valoraron todas las tarjetas (χ² ${es.speech.figure(chiSquare)}, gl ${df}).`,
		noOrder: (why) => `La W de Kendall no tiene valor: ${{ people: 'menos de dos personas valoraron todas las tarjetas', cards: 'hay menos de dos tarjetas que ordenar', ties: 'todos dieron a todas las tarjetas la misma valoración, así que no hay orden que comparar' }[why]}.`,
		moved: ({ title, net, votes, isStable, cvChange }) => `Desde ${title || 'la ronda anterior'} cambió el ${es.speech.percent(net)} de ${es.speech.figured(votes, es.nouns.vote)} de quienes votaron las dos veces: ${isStable ? 'estable' : 'inestable'}.${cvChange === null ? '' : ` El coeficiente de variación cambió ${es.speech.hundredths(cvChange)} como máximo.`}`,
		scoresNotUsed: 'Las puntuaciones de los documentos no se han usado.',
		timingReading: (endYear) => `Las barras son los votos por año; la última, «después de ${endYear}, o nunca». La línea es la mitad central de las fechas y el punto su mediana; una flecha va más allá de ${endYear}.`,
		timingOrder: (w) => `El orden en el tiempo se comparte con una W de Kendall de ${es.speech.hundredths(w)}.`,
		dotsReading: 'Se dan los puntos y las personas: diez puntos de dos personas no son diez puntos de diez.',
		approvalReading: 'En las barras, el sí es oscuro, los indecisos grises y el no blanco.',
	},
};
