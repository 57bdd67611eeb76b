/** How a reference to a card is drawn in the text: its glyph and its code of now, as a chip that opens it. */
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { kindNames } from '../kinds.ts';
import { labelOf, type RichCards } from './cards.ts';
import { cardAttribute } from './schema.ts';

const svg = 'http://www.w3.org/2000/svg';

export class CardViews {
	#views = new Set<CardView>();
	#cards: () => RichCards;

	constructor(cards: () => RichCards) {
		this.#cards = cards;
	}

	create = (node: Node): NodeView => {
		const view = new CardView(node, this.#cards, () => this.#views.delete(view));
		this.#views.add(view);
		return view;
	};

	/** A card has got another code, another name, or has gone. */
	redraw(): void {
		for (const view of this.#views) view.draw();
	}
}

class CardView implements NodeView {
	readonly dom = document.createElement('span');
	#node: Node;
	#cards: () => RichCards;
	#end: () => void;

	constructor(node: Node, cards: () => RichCards, end: () => void) {
		this.#node = node;
		this.#cards = cards;
		this.#end = end;
		this.draw();
	}

	draw(): void {
		const id = this.#node.attrs['id'] as string;
		const label = this.#node.attrs['label'] as string;
		const card = this.#cards().face(id);
		const shown = card ? labelOf(card) : label || 'A card';
		const name = card ? `${kindNames[card.kind]}${card.code === null ? '' : ` ${card.code}`}: ${card.name}` : `${shown}: this card is not in the library any more`;
		this.dom.className = `ref ${card ? `k-${card.kind}` : 'is-gone'}`;
		this.dom.setAttribute(cardAttribute, id);
		this.dom.setAttribute('role', 'img');
		this.dom.setAttribute('aria-label', name);
		this.dom.dataset['name'] = name;
		this.dom.replaceChildren(...(card ? [glyph(card.kind)] : []), shown);
	}

	update(node: Node): boolean {
		if (node.type !== this.#node.type) return false;
		this.#node = node;
		this.draw();
		return true;
	}
	ignoreMutation = (): boolean => true;
	destroy = (): void => this.#end();
}

function glyph(kind: string): SVGElement {
	const picture = document.createElementNS(svg, 'svg');
	picture.setAttribute('class', 'glyph');
	picture.setAttribute('aria-hidden', 'true');
	const use = document.createElementNS(svg, 'use');
	use.setAttribute('href', `#g-${kind}`);
	picture.append(use);
	return picture;
}
