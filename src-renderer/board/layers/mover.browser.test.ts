import { afterEach, beforeEach, expect, test } from 'vitest';
import { Mover } from './mover.ts';

let element: HTMLElement;
let mover: Mover;

beforeEach(() => {
	element = document.body.appendChild(document.createElement('div'));
	mover = new Mover(element);
});
afterEach(() => {
	mover.stop();
	element.remove();
});

const place = () => getComputedStyle(element).transform;
const at = (x: number) => `matrix(1, 0, 0, 1, ${x}, 0)`;
const isAnimated = () => element.getAnimations().length > 0;

test('a layer stands where it is first put without an animation', () => {
	mover.to('translateX(10px)');
	expect(place()).toBe(at(10));
	expect(isAnimated()).toBe(false);
});

test('each move is seen at once, and once the last has come to rest nothing animates and the style says where it is', async () => {
	for (const x of [10, 20, 30]) {
		mover.to(`translateX(${x}px)`);
		expect(place()).toBe(at(x));
	}
	expect(element.getAnimations()).toHaveLength(1);
	await expect.poll(isAnimated).toBe(false);
	expect(element.style.transform).toBe('translateX(30px)');
	expect(place()).toBe(at(30));
});

test('a layer that is drawn anew drops the animation and keeps to its style', () => {
	mover.to('translateX(10px)');
	mover.to('translateX(20px)');
	mover.put('translateX(5px)');
	expect(isAnimated()).toBe(false);
	expect(place()).toBe(at(5));
});

test('a layer that is empty, not displayed or gone comes to rest as others do', async () => {
	const hidden = document.body.appendChild(document.createElement('div'));
	hidden.style.display = 'none';
	const gone = document.createElement('div');
	const movers = [new Mover(hidden), new Mover(gone)];
	for (const one of movers) {
		one.to('translateX(10px)');
		one.to('translateX(20px)');
	}
	await expect.poll(() => [hidden.style.transform, gone.style.transform]).toEqual(['translateX(20px)', 'translateX(20px)']);
	hidden.style.display = '';
	expect(getComputedStyle(hidden).transform).toBe(at(20));
	hidden.remove();
});

test('a move that is stopped is not settled later', async () => {
	const other = new Mover(document.createElement('div'));
	mover.to('translateX(10px)');
	mover.to('translateX(20px)');
	other.to('none');
	other.to('translateX(1px)');
	mover.stop();
	await expect.poll(isAnimated).toBe(false);
	expect(place()).toBe(at(10));
	other.stop();
});

test('there is no motion between two places, so that reduced motion has nothing to take away', () => {
	mover.to('translateX(10px)');
	mover.to('translateX(200px)');
	const [animation] = element.getAnimations();
	const frames = (animation!.effect as KeyframeEffect).getKeyframes().map(({ transform }) => transform);
	expect(frames).toEqual(['translateX(200px)', 'translateX(200px)']);
	animation!.currentTime = 1;
	expect(place()).toBe(at(200));
});
