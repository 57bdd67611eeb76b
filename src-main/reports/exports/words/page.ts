/** The words of the page that opens offline, and of the document for word processors, beside those of the report. */
import type { Dictionary } from '../../words/speech.ts';

export interface PageWords {
	contents: string;
	skip: string;
	/** Of a table or picture that is wider than the screen. */
	scrolls(name: string): string;
	made(day: string): string;
	quoted: string;
	cards: string;
	top: string;
}

export const pageWords: Dictionary<PageWords> = {
	en: { contents: 'Contents', skip: 'Skip to the report', scrolls: (name) => `${name}, scrolls sideways`, made: (day) => `Made with Longview on ${day}. This page holds everything it shows: it opens without a network.`, quoted: 'The line reads', cards: 'The cards', top: 'Back to the top' },
	fr: { contents: 'Sommaire', skip: 'Aller au rapport', scrolls: (name) => `${name}, défile latéralement`, made: (day) => `Fait avec Longview le ${day}. Cette page contient tout ce qu’elle montre : elle s’ouvre sans réseau.`, quoted: 'On y lit', cards: 'Les cartes', top: 'Retour en haut' },
	de: { contents: 'Inhalt', skip: 'Zum Bericht springen', scrolls: (name) => `${name}, lässt sich seitwärts rollen`, made: (day) => `Mit Longview erstellt am ${day}. Diese Seite enthält alles, was sie zeigt: Sie öffnet sich ohne Netz.`, quoted: 'Dort steht', cards: 'Die Karten', top: 'Nach oben' },
	es: { contents: 'Contenido', skip: 'Ir al informe', scrolls: (name) => `${name}, se desplaza hacia los lados`, made: (day) => `Hecho con Longview el ${day}. Esta página contiene todo lo que muestra: se abre sin red.`, quoted: 'Allí dice', cards: 'Las tarjetas', top: 'Volver arriba' },
};
