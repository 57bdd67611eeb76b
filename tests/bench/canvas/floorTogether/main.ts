/** The floor for cards moved together: hand-written DOM that lays them on a layer of their own and moves that layer. */
import { fitCamera, register, scene, COLOURS } from 'peers-scene';
import { asOne, nearest } from '../together.ts';
import './floor.css';

const app = document.getElementById('app')!;
const layer = (): HTMLElement => {
	const element = document.createElement('div');
	element.className = 'world';
	app.append(element);
	return element;
};
const [world, lift] = [layer(), layer()];
lift.style.willChange = 'transform';
const style = document.createElement('style');
style.textContent = COLOURS.map((colour, index) => `.c${index}{background:${colour}}`).join('');
document.head.append(style);

const places = scene.cards.map(({ x, y }) => ({ x, y }));
const cards = scene.cards.map(({ x, y, title, votes, colour }, index) => {
	const card = document.createElement('div');
	card.className = `card c${colour}`;
	card.dataset['index'] = String(index);
	Object.assign(card.style, { left: `${x}px`, top: `${y}px` });
	const [name, badge] = [document.createElement('span'), document.createElement('span')];
	[name.className, badge.className] = ['t', 'b'];
	[name.textContent, badge.textContent] = [title, String(votes)];
	card.append(name, badge);
	return card;
});
world.append(...cards);

const camera = fitCamera();
world.style.transform = `translate(${camera.tx}px,${camera.ty}px) scale(${camera.zoom})`;
const onScreen = ({ x, y }: { x: number; y: number }) => ({ x: (x + 80) * camera.zoom + camera.tx, y: (y + 40) * camera.zoom + camera.ty });
const group = nearest(places.map(onScreen));

let from: { x: number; y: number } | null = null;
let moved = { x: 0, y: 0 };
let isQueued = false;
function apply(): void {
	isQueued = false;
	lift.style.transform = `translate(${camera.tx + moved.x}px,${camera.ty + moved.y}px) scale(${camera.zoom})`;
}
apply();
app.addEventListener('pointerdown', (event) => {
	const card = (event.target as Element).closest<HTMLElement>('.card');
	if (!card || !group.includes(Number(card.dataset['index']))) return;
	from = { x: event.clientX, y: event.clientY };
	lift.append(...group.map((index) => cards[index]!));
	app.setPointerCapture(event.pointerId);
});
app.addEventListener('pointermove', (event) => {
	if (!from) return;
	moved = { x: event.clientX - from.x, y: event.clientY - from.y };
	if (!isQueued) requestAnimationFrame(apply);
	isQueued = true;
});
app.addEventListener('pointerup', () => {
	if (!from) return;
	from = null;
	for (const index of group) {
		const place = places[index]!;
		place.x += moved.x / camera.zoom;
		place.y += moved.y / camera.zoom;
		Object.assign(cards[index]!.style, { left: `${place.x}px`, top: `${place.y}px` });
	}
	world.append(...group.map((index) => cards[index]!));
	moved = { x: 0, y: 0 };
	apply();
});

await register({ peer: 'floor-together', camera: () => ({ ...camera }), fit: () => undefined, zoom100: () => undefined, cardPos: asOne(group, (index) => ({ ...places[index]! })) });
