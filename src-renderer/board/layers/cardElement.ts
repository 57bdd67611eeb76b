/**
 * A card's element, made by hand: a thousand of them are there at once, and a component for each would be a thousand times
 * its effects. It says nothing until it comes into sight, and what is written on a card is made when the card is first seen
 * large enough to be read.
 */
import type { BoardItem, Face } from '../items.ts';
import { glyphSize, type CardMeasures, type Detail } from '../measures.ts';
import { badgeName, type Badge } from '../words.ts';

/** What the room and the hand make of a card. */
export interface Look {
	badge: Badge | undefined;
	/** What the room says of its date, in words; its whisker is drawn elsewhere. */
	timing: string | undefined;
	isDimmed: boolean;
	isSelected: boolean;
	isTabStop: boolean;
	/** In the hand: only its outline stays here. */
	isOrigin: boolean;
	/** How many cards lie under it. */
	count: number;
}

export const plainLook: Look = { badge: undefined, timing: undefined, isDimmed: false, isSelected: false, isTabStop: false, isOrigin: false, count: 0 };

export class CardElement {
	/** What stands at the card's place. The browser recalculates the style of this bare element when it moves, not the card's. */
	readonly spot = document.createElement('div');
	readonly button = document.createElement('button');
	item: BoardItem;
	look = plainLook;
	#isAwake = false;
	#hasFace = false;
	#isDescribed = false;

	constructor(item: BoardItem) {
		this.item = item;
		this.spot.className = 'spot';
		// Until it is told where it stands.
		this.spot.style.display = 'none';
		this.button.type = 'button';
		this.button.tabIndex = -1;
		this.spot.append(this.button);
	}

	/** Comes into sight, or goes out of it. */
	set isShown(isShown: boolean) {
		if (isShown && !this.#isAwake) {
			this.#isAwake = true;
			this.#write();
		}
		this.spot.style.display = isShown ? '' : 'none';
	}

	show(item: BoardItem, look: Look): void {
		const isOther = item !== this.item;
		this.item = item;
		const before = this.look;
		this.look = look;
		if (before.isTabStop !== look.isTabStop) this.button.tabIndex = look.isTabStop ? 0 : -1;
		if (!this.#isAwake) return;
		if (isOther) {
			const detail = this.#isDescribed ? 'full' : this.#hasFace ? 'card' : 'glyph';
			this.#hasFace = this.#isDescribed = false;
			this.button.replaceChildren();
			this.face(detail);
		}
		if (isOther || before.badge !== look.badge || before.timing !== look.timing || before.count !== look.count || before.isDimmed !== look.isDimmed || before.isOrigin !== look.isOrigin || before.isSelected !== look.isSelected) this.#write();
	}

	/** Writes the face as far as this detail needs it. What is written stays, and its lane's level says what of it is shown. */
	face(detail: Detail): void {
		if (detail === 'glyph') return;
		const { button, item } = this;
		if (!this.#hasFace) button.prepend(...faceOf(item));
		this.#hasFace = true;
		const isDescribed = detail === 'full' && item.description !== null;
		if (isDescribed === this.#isDescribed) return;
		this.#isDescribed = isDescribed;
		if (isDescribed) describe(button, item);
		this.#name();
	}

	#name(): void {
		this.button.setAttribute('aria-label', labelOf(this.item, this.look, this.#isDescribed));
	}

	#write(): void {
		const { button, item } = this;
		const { badge, count, isDimmed, isOrigin, isSelected } = this.look;
		const classes = ['card', `k-${item.kind}`];
		if (badge) classes.push('is-voted');
		if (isDimmed) classes.push('is-disabled');
		if (isSelected) classes.push('is-selected');
		if (isOrigin) classes.push('is-origin');
		if (count > 0) classes.push('is-stack');
		if (item.isHidden) classes.push('is-hidden');
		button.className = classes.join(' ');
		this.spot.classList.toggle('is-selected', isSelected);
		button.dataset['cardId'] = item.id;
		button.title = item.name;
		this.#name();
		button.setAttribute('aria-pressed', String(isSelected));
		this.#mark('badge', badge && String(badge.median), badge && !badge.agreed ? 'is-contested' : '');
		this.#mark('lock', item.isLocked ? '' : undefined);
		this.#mark('horizon', item.horizon === null ? undefined : `H${item.horizon}`, `is-h${item.horizon}`);
		this.#mark('more', count > 0 ? `+${count}` : undefined);
	}

	/** Small signs at the card's edge: pictures of what its name says in words, so their text is no text of the card. */
	#mark(kind: 'badge' | 'horizon' | 'lock' | 'more', text: string | undefined, also = ''): void {
		const known = this.button.querySelector<HTMLElement>(`:scope > .${kind}`);
		if (text === undefined) {
			known?.remove();
			return;
		}
		const mark = known ?? this.button.appendChild(document.createElement('b'));
		mark.className = `${kind} ${also}`.trim();
		mark.dataset['text'] = text;
		mark.setAttribute('aria-hidden', 'true');
	}
}

/** The name holds all that is written on the card, in its order. */
function labelOf(item: BoardItem, { badge, timing, count, isDimmed }: Pick<Look, 'badge' | 'timing' | 'count' | 'isDimmed'>, isDescribed: boolean): string {
	const { label, name, description } = item;
	const written = isDescribed && description !== null ? (isBeginning(item) ? description : `${name}, ${description}`) : name;
	const parts = [label.replace(`, ${name}, `, () => `, ${written}, `)];
	if (badge) parts.push(badgeName(badge));
	if (item.horizon !== null) parts.push(`horizon H${item.horizon}`);
	if (timing !== undefined) parts.push(timing);
	if (item.isLocked) parts.push('locked');
	if (item.isHidden) parts.push('hidden');
	if (isDimmed) parts.push('filtered out');
	if (count > 0) parts.push(`${count} more under it`);
	return parts.join(', ');
}

/** What a lane's cards show, as classes of the lane: few and exact, since each that changes has the cards that it means styled anew. */
export function levelOf({ detail, width }: Pick<CardMeasures, 'detail' | 'width'>): string {
	if (detail !== 'glyph') return detail === 'tab' ? 'is-small is-tab' : `is-${detail}`;
	const size = glyphSize({ width });
	return size === 13 ? 'is-small is-glyph' : `is-small is-glyph is-${size}`;
}

/** Tab with glyph and code, and the title. */
export function faceOf({ code, name, nameIsMade }: Face): HTMLElement[] {
	const tab = made('span', 'tab');
	// The space keeps what is read of the card in words.
	tab.append(made('b', code.length > 3 ? 'code is-long' : 'code', code), ' ');
	const text = made('span', 'text');
	text.append(made('span', nameIsMade ? 'title is-made' : 'title', name));
	return [tab, text];
}

/** A made name is the beginning of the description: where there is room, that is shown in its place. */
function describe(button: HTMLElement, face: Face): void {
	const { description } = face;
	const text = button.querySelector('.text');
	const title = text?.firstElementChild;
	if (description === null || !text || !title || title.nextSibling) return;
	const isInstead = isBeginning(face);
	if (isInstead) title.classList.add('is-short');
	text.append(' ', made('span', isInstead ? 'title is-made is-long' : 'description', description));
}

const isBeginning = ({ name, nameIsMade, description }: Face): boolean =>
	nameIsMade && description !== null && description.startsWith(name.replace(/(…|\.\.\.)$/, '').trimEnd());

function made(tag: string, className: string, text?: string): HTMLElement {
	const element = document.createElement(tag);
	element.className = className;
	if (text !== undefined) element.textContent = text;
	return element;
}
