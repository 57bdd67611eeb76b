/** The words of the map of impact and uncertainty, and of the two axes that come of it. */
import { nouns } from './nouns.ts';
import { speech, type Dictionary } from './speech.ts';

export interface UncertaintyWords {
	title: string;
	intro(voters: number): string;
	fewCards(cards: number, enough: number): string;
	fewVoters(voters: number, enough: number): string;
	impact: string;
	uncertainty: string;
	low: string;
	high: string;
	corner: string;
	alt(cards: readonly string[]): string;
	crosses: string;
	legend: string;
	columns: { card: string; impact: string; uncertainty: string; votes: string; critical: string };
	quartiles(median: string, q1: string, q3: string): string;
	chosen: string;
	proposed: string;
}

export interface AxesWords {
	title: string;
	intro: string;
	across: string;
	up: string;
	poles(low: string, high: string): string;
	correlation: { good: string; workable: string; alike: string; opposed: string };
	figures(rho: string, n: number): string;
	unknown: string;
	empty: string;
	outside(worlds: readonly string[]): string;
	alt(across: string, up: string): string;
	quarter(across: string, up: string, world: string): string;
}

export const uncertaintyWords: Dictionary<UncertaintyWords> = {
	en: {
		title: 'Impact and uncertainty',
		intro: (voters) => `Each card stands at the room’s medians, by up to ${speech.en.figured(voters, nouns.en.person)}. Uncertain means that nobody knows how it turns out, not that it is improbable. What is high on both is a critical uncertainty.`,
		fewCards: (cards, enough) => `Only ${speech.en.counted(cards, nouns.en.card)} ${cards === 1 ? 'was' : 'were'} rated on both; fewer than ${speech.en.inWords(enough)} leave little to choose from.`,
		fewVoters: (voters, enough) => `Only ${speech.en.counted(voters, nouns.en.person)} voted; the medians of fewer than ${speech.en.inWords(enough)} say little.`,
		impact: 'Impact', uncertainty: 'Uncertainty', low: 'low', high: 'high', corner: 'Critical uncertainties',
		alt: (cards) => `Map of the cards by uncertainty, from left to right, and impact, from the bottom to the top. High on both: ${cards.length === 0 ? 'none' : speech.en.listed(cards)}. The table that follows has all of them.`,
		crosses: 'A cross spans the middle half of the votes both ways. Cards with the same medians stand beside each other, with a line to their place.', legend: 'Thick edge and star: chosen by people as a critical uncertainty',
		columns: { card: 'Card', impact: 'Impact', uncertainty: 'Uncertainty', votes: 'Votes', critical: 'Critical' }, quartiles: (median, q1, q3) => `${median} (${q1} to ${q3})`, chosen: '★ chosen', proposed: 'high on both',
	},
	fr: {
		title: 'Impact et incertitude',
		intro: (voters) => `Chaque carte est placée aux médianes de la salle, jusqu’à ${speech.fr.figured(voters, nouns.fr.person)}. Incertain veut dire que l’issue est inconnue, non qu’elle est improbable. Ce qui est haut sur les deux est une incertitude critique.`,
		fewCards: (cards, enough) => `${cards === 1 ? 'Une seule carte a été évaluée' : `Seules ${cards} cartes ont été évaluées`} sur les deux\u202F; moins de ${speech.fr.inWords(enough)} laissent peu de choix.`,
		fewVoters: (voters, enough) => `${voters === 1 ? 'Une seule personne a voté' : `Seules ${voters} personnes ont voté`}\u202F; les médianes de moins de ${speech.fr.inWords(enough)} disent peu.`,
		impact: 'Impact', uncertainty: 'Incertitude', low: 'faible', high: 'fort', corner: 'Incertitudes critiques',
		alt: (cards) => `Carte selon l’incertitude, de gauche à droite, et l’impact, de bas en haut. Haut sur les deux\u202F: ${cards.length === 0 ? 'aucune' : speech.fr.listed(cards)}. Le tableau qui suit les donne toutes.`,
		crosses: 'Une croix couvre la moitié centrale des votes dans les deux sens. Les cartes de mêmes médianes sont côte à côte, avec un trait vers leur place.', legend: 'Bord épais et étoile\u202F: choisie comme incertitude critique',
		columns: { card: 'Carte', impact: 'Impact', uncertainty: 'Incertitude', votes: 'Votes', critical: 'Critique' }, quartiles: (median, q1, q3) => `${median} (${q1} à ${q3})`, chosen: '★ choisie', proposed: 'haut sur les deux',
	},
	de: {
		title: 'Wirkung und Ungewissheit',
		intro: (voters) => `Jede Karte steht bei den Medianen des Raums, von bis zu ${speech.de.figured(voters, nouns.de.person)}. Ungewiss heißt, dass niemand den Ausgang kennt, nicht dass es unwahrscheinlich ist. Was bei beidem hoch liegt, ist eine kritische Ungewissheit.`,
		fewCards: (cards, enough) => `Nur ${speech.de.counted(cards, nouns.de.card)} ${cards === 1 ? 'wurde' : 'wurden'} nach beidem bewertet; weniger als ${speech.de.inWords(enough)} lassen wenig Auswahl.`,
		fewVoters: (voters, enough) => `Nur ${speech.de.counted(voters, nouns.de.person)} ${voters === 1 ? 'hat' : 'haben'} abgestimmt; Mediane von weniger als ${speech.de.inWords(enough)} sagen wenig.`,
		impact: 'Wirkung', uncertainty: 'Ungewissheit', low: 'gering', high: 'hoch', corner: 'Kritische Ungewissheiten',
		alt: (cards) => `Karten nach Ungewissheit, von links nach rechts, und Wirkung, von unten nach oben. Bei beidem hoch: ${cards.length === 0 ? 'keine' : speech.de.listed(cards)}. Die Tabelle danach nennt alle.`,
		crosses: 'Ein Kreuz zeigt die mittlere Hälfte der Stimmen in beide Richtungen. Karten mit gleichen Medianen stehen nebeneinander, mit einem Strich zu ihrem Platz.', legend: 'Dicker Rand und Stern: von Menschen als kritische Ungewissheit gewählt',
		columns: { card: 'Karte', impact: 'Wirkung', uncertainty: 'Ungewissheit', votes: 'Stimmen', critical: 'Kritisch' }, quartiles: (median, q1, q3) => `${median} (${q1} bis ${q3})`, chosen: '★ gewählt', proposed: 'bei beidem hoch',
	},
	es: {
		title: 'Impacto e incertidumbre',
		intro: (voters) => `Cada tarjeta está en las medianas de la sala, de hasta ${speech.es.figured(voters, nouns.es.person)}. Incierto quiere decir que nadie sabe cómo acabará, no que sea improbable. Lo que es alto en ambos es una incertidumbre crítica.`,
		fewCards: (cards, enough) => `Solo ${speech.es.counted(cards, nouns.es.card)} se ${cards === 1 ? 'valoró' : 'valoraron'} en ambos; menos de ${speech.es.inWords(enough)} dejan poco que elegir.`,
		fewVoters: (voters, enough) => `Solo ${speech.es.counted(voters, nouns.es.person)} ${voters === 1 ? 'votó' : 'votaron'}; las medianas de menos de ${speech.es.inWords(enough)} dicen poco.`,
		impact: 'Impacto', uncertainty: 'Incertidumbre', low: 'bajo', high: 'alto', corner: 'Incertidumbres críticas',
		alt: (cards) => `Mapa de las tarjetas por incertidumbre, de izquierda a derecha, e impacto, de abajo arriba. Altas en ambos: ${cards.length === 0 ? 'ninguna' : speech.es.listed(cards)}. La tabla que sigue las tiene todas.`,
		crosses: 'Una cruz abarca la mitad central de los votos en ambos sentidos. Las tarjetas con las mismas medianas están juntas, con una línea hasta su lugar.', legend: 'Borde grueso y estrella: elegida como incertidumbre crítica',
		columns: { card: 'Tarjeta', impact: 'Impacto', uncertainty: 'Incertidumbre', votes: 'Votos', critical: 'Crítica' }, quartiles: (median, q1, q3) => `${median} (${q1} a ${q3})`, chosen: '★ elegida', proposed: 'alta en ambos',
	},
};

export const axesWords: Dictionary<AxesWords> = {
	en: {
		title: 'The two axes', intro: 'The worlds of this report differ by two critical uncertainties. Each can end at either of two poles, which makes four worlds.',
		across: 'From left to right', up: 'From the bottom to the top', poles: (low, high) => `from ${speech.en.quoted(low)} to ${speech.en.quoted(high)}`,
		correlation: {
			good: 'A good pair: the votes on the two hardly move together.', workable: 'A workable pair: the votes on the two move together a little.',
			alike: 'Take care: the votes on the two move together, so two of the four worlds may be nearly empty.', opposed: 'Take care: the votes on the two move against each other, so two of the four worlds may be nearly empty.',
		},
		figures: (rho, n) => `Spearman’s ρ of their uncertainty is ${rho}, over ${speech.en.figured(n, nouns.en.person)} who rated both.`, unknown: 'Whether the votes on the two move together cannot be said: too few people rated both in one revealed round, or all alike.',
		empty: 'No world is named here', outside: (worlds) => `Outside of the four: ${speech.en.listed(worlds)}.`,
		alt: (across, up) => `Four worlds in a square of two axes. ${across}. ${up}.`, quarter: (across, up, world) => `${across} and ${up}: ${world}`,
	},
	fr: {
		title: 'Les deux axes', intro: 'Les mondes de ce rapport diffèrent par deux incertitudes critiques. Chacune peut finir à l’un de deux pôles, ce qui fait quatre mondes.',
		across: 'De gauche à droite', up: 'De bas en haut', poles: (low, high) => `de ${speech.fr.quoted(low)} à ${speech.fr.quoted(high)}`,
		correlation: {
			good: 'Une bonne paire\u202F: les votes sur les deux ne varient guère ensemble.', workable: 'Une paire utilisable\u202F: les votes sur les deux varient un peu ensemble.',
			alike: 'Attention\u202F: les votes sur les deux varient ensemble, deux des quatre mondes risquent d’être presque vides.', opposed: 'Attention\u202F: les votes sur les deux varient en sens contraire, deux des quatre mondes risquent d’être presque vides.',
		},
		figures: (rho, n) => `Le ρ de Spearman de leur incertitude est ${rho}, sur ${speech.fr.figured(n, nouns.fr.person)} ayant évalué les deux.`, unknown: 'On ne peut dire si les votes sur les deux varient ensemble\u202F: trop peu de personnes ont évalué les deux dans un tour révélé, ou toutes pareil.',
		empty: 'Aucun monde n’est nommé ici', outside: (worlds) => `Hors des quatre\u202F: ${speech.fr.listed(worlds)}.`,
		alt: (across, up) => `Quatre mondes dans un carré de deux axes. ${across}. ${up}.`, quarter: (across, up, world) => `${across} et ${up}\u202F: ${world}`,
	},
	de: {
		title: 'Die zwei Achsen', intro: 'Die Welten dieses Berichts unterscheiden sich in zwei kritischen Ungewissheiten. Jede kann an einem von zwei Polen enden; das ergibt vier Welten.',
		across: 'Von links nach rechts', up: 'Von unten nach oben', poles: (low, high) => `von ${speech.de.quoted(low)} bis ${speech.de.quoted(high)}`,
		correlation: {
			good: 'Ein gutes Paar: Die Stimmen zu beiden bewegen sich kaum gemeinsam.', workable: 'Ein brauchbares Paar: Die Stimmen zu beiden bewegen sich etwas gemeinsam.',
			alike: 'Vorsicht: Die Stimmen zu beiden bewegen sich gemeinsam, zwei der vier Welten sind vielleicht fast leer.', opposed: 'Vorsicht: Die Stimmen zu beiden bewegen sich gegeneinander, zwei der vier Welten sind vielleicht fast leer.',
		},
		figures: (rho, n) => `Spearmans ρ ihrer Ungewissheit ist ${rho}, über ${speech.de.figured(n, nouns.de.person)}, die beide bewertet ${n === 1 ? 'hat' : 'haben'}.`, unknown: 'Ob sich die Stimmen zu beiden gemeinsam bewegen, lässt sich nicht sagen: Zu wenige haben beide in einer aufgedeckten Runde bewertet, oder alle gleich.',
		empty: 'Hier ist keine Welt benannt', outside: (worlds) => `Außerhalb der vier: ${speech.de.listed(worlds)}.`,
		alt: (across, up) => `Vier Welten in einem Quadrat aus zwei Achsen. ${across}. ${up}.`, quarter: (across, up, world) => `${across} und ${up}: ${world}`,
	},
	es: {
		title: 'Los dos ejes', intro: 'Los mundos de este informe difieren en dos incertidumbres críticas. Cada una puede acabar en uno de dos polos, y eso hace cuatro mundos.',
		across: 'De izquierda a derecha', up: 'De abajo arriba', poles: (low, high) => `de ${speech.es.quoted(low)} a ${speech.es.quoted(high)}`,
		correlation: {
			good: 'Un buen par: los votos sobre ambas apenas se mueven juntos.', workable: 'Un par utilizable: los votos sobre ambas se mueven algo juntos.',
			alike: 'Atención: los votos sobre ambas se mueven juntos y dos de los cuatro mundos pueden quedar casi vacíos.', opposed: 'Atención: los votos sobre ambas se mueven en sentido contrario y dos de los cuatro mundos pueden quedar casi vacíos.',
		},
		figures: (rho, n) => `La ρ de Spearman de su incertidumbre es ${rho}, con ${speech.es.figured(n, nouns.es.person)} que valoraron ambas.`, unknown: 'No se puede decir si los votos sobre ambas se mueven juntos: muy pocas personas valoraron ambas en una ronda revelada, o todas igual.',
		empty: 'Aquí no hay ningún mundo con nombre', outside: (worlds) => `Fuera de los cuatro: ${speech.es.listed(worlds)}.`,
		alt: (across, up) => `Cuatro mundos en un cuadrado de dos ejes. ${across}. ${up}.`, quarter: (across, up, world) => `${across} y ${up}: ${world}`,
	},
};
