import { afterEach, beforeEach, expect, test } from 'vitest';
import { markByHand } from './byHand.ts';

let canvas: HTMLElement;
let [first, second] = [document.createElement('button'), document.createElement('button')];
let end: () => void;

beforeEach(() => {
	canvas = document.body.appendChild(document.createElement('div'));
	canvas.tabIndex = -1;
	[first, second] = [document.createElement('button'), document.createElement('button')];
	canvas.append(first, second);
	end = markByHand(canvas);
});
afterEach(() => {
	end();
	canvas.remove();
});

const press = (element: HTMLElement) => element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
const key = (name: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key: name }));
const marked = () => [canvas, ...canvas.querySelectorAll<HTMLElement>('*')].filter((element) => element.hasAttribute('data-by-hand'));

test('what gets the focus by a press is marked, and nothing else', () => {
	press(first);
	first.focus();
	expect(marked()).toEqual([first]);
	second.focus();
	expect(marked(), 'a script gives the focus on after the press').toEqual([second]);
	second.blur();
	expect(marked()).toEqual([]);
});

test('a press where the focus already is marks it, and one elsewhere does not', () => {
	first.focus();
	press(second);
	expect(marked()).toEqual([]);
	press(first);
	expect(marked()).toEqual([first]);
});

test('the next key takes the mark away, and what gets the focus after it has none', () => {
	press(first);
	first.focus();
	key('Shift');
	expect(marked(), 'a key that goes with presses says nothing').toEqual([first]);
	key('ArrowRight');
	expect(marked()).toEqual([]);
	second.focus();
	expect(marked()).toEqual([]);
});

test('a field is never marked', () => {
	const field = canvas.appendChild(document.createElement('input'));
	press(field);
	field.focus();
	expect(marked()).toEqual([]);
});
