import { describe, expect, test } from 'vitest';
import { Hand } from '../hand.ts';
import { drawnCards } from '../scene.ts';
import { drawnById } from './frames.ts';
import { droppedInto } from './moves.ts';

const frame = (from: number, to: number, laneId = 'Policy') => ({ from, to, top: { laneId, height: 0 }, bottom: { laneId, height: 3 } });

/** Three cards, of which the first two are in a cluster. */
function clustered({ sized = false } = {}) {
	const hand = new Hand().has('S1', 2).has('C1', 2.5, 'Policy', 1).has('T1', 6, 'Technology');
	hand.board.structure.clusters.set('k', { id: 'k', workshopId: 'w', name: 'K', cardIds: ['S1', 'C1'], frame: frame(1, 5), ...(sized && { sized }) });
	return hand;
}
const members = (hand: Hand, id = 'k') => hand.board.structure.clusters.get(id)?.cardIds;
const named = { clusterId: 'k', part: 'name' } as const;

describe('moving a cluster', () => {
	test('takes its cards along in time and lane, at once, when it is let go', () => {
		const hand = clustered().pressOn(named).move(71, 256);
		expect([hand.state, hand.preview, hand.board.writes]).toEqual(['movingCluster', '2029 Q1 Markets row 0', 0]);
		expect(hand.machine.view.structure).toMatchObject({ clusterId: 'k' });
		hand.release();
		expect([hand.state, hand.board.writes]).toEqual(['idle', 1]);
		expect([hand.whereIs('S1'), hand.whereIs('C1'), hand.whereIs('T1')]).toEqual(['2029 Q1 Markets row 0', '2029 Q3 Markets row 1', '2032 Q1 Technology row 0']);
		expect(members(hand)).toEqual(['S1', 'C1']);
		expect(hand.board.structure.clusters.get('k')!.frame).toMatchObject({ from: 2, to: 6, top: { laneId: 'Markets' } });
	});
	test('without cards its frame alone goes', () => {
		const hand = clustered();
		hand.board.structure.clusters.set('e', { id: 'e', workshopId: 'w', name: 'E', cardIds: [], frame: frame(1, 3) });
		hand.pressOn({ clusterId: 'e', part: 'name' }).move(142, 256).release();
		expect(hand.board.structure.clusters.get('e')!.frame).toMatchObject({ from: 3, to: 5, top: { laneId: 'Markets' }, bottom: { laneId: 'Markets' } });
		expect(hand.whereIs('S1')).toBe('2028 Q1 Policy row 0');
	});
	test('a locked card stays', () => {
		const hand = clustered();
		hand.board.locked.add('C1');
		hand.pressOn(named).move(71).release();
		expect([hand.whereIs('S1'), hand.whereIs('C1')]).toEqual(['2029 Q1 Policy row 0', '2028 Q3 Policy row 1']);
	});
	test('Escape, a lost pointer, a drop outside and a cluster that is deleted meanwhile leave everything as it was', () => {
		const taken = () => clustered().pressOn(named).move(71, 256);
		const escaped = taken();
		escaped.keyDown('Escape');
		const outside = taken().moveTo({ x: 20, y: 400 }).release();
		for (const hand of [escaped, outside, taken().lose(), taken().lose(null), taken().goes('k'), taken().vanishes('S1')]) {
			expect([hand.state, hand.board.writes, hand.machine.view.structure]).toEqual(['idle', 0, null]);
			expect(hand.whereIs('C1')).toBe('2028 Q3 Policy row 1');
		}
	});
	test('by keys: arrows move it by a quarter, a year or a lane', () => {
		const hand = clustered();
		for (const [key, shift] of [['ArrowRight', false], ['ArrowRight', true], ['ArrowDown', false]] as const) hand.keyDown(key, null, { on: named, shift });
		expect([hand.whereIs('S1'), hand.whereIs('C1')]).toEqual(['2029 Q2 Markets row 0', '2029 Q4 Markets row 1']);
	});
});

describe('sizing a cluster', () => {
	test('its edge follows the pointer by quarters, and the cluster then keeps that size', () => {
		const hand = clustered({ sized: true }).pressOn({ clusterId: 'k', part: 'e' }).move(71);
		expect(hand.state).toBe('sizingCluster');
		hand.release();
		expect(hand.board.structure.clusters.get('k')).toMatchObject({ sized: true, frame: { to: 6 } });
		expect(hand.board.writes).toBe(1);
	});
	test('it goes on holding its cards', () => {
		const hand = clustered({ sized: true });
		const before = hand.board.structure.boxOf(named);
		hand.pressOn({ clusterId: 'k', part: 'nw' }).move(400, 300).release();
		const after = hand.board.structure.boxOf(named);
		expect(after.left).toBeGreaterThan(before.left);
		expect(after.left).toBeLessThan(20 + 2 * 71);
		expect(after.top).toBeLessThan(40);
	});
	test('by keys: with Alt the end moves by a quarter and the lower edge by a row', () => {
		const hand = clustered({ sized: true });
		hand.keyDown('ArrowRight', null, { on: named, alt: true });
		hand.keyDown('ArrowUp', null, { on: named, alt: true });
		const { frame: now } = hand.board.structure.clusters.get('k')!;
		expect([now.from, now.to, now.top.height]).toEqual([1, 5.25, 0]);
		expect(now.bottom.height).toBeCloseTo(2);
	});
	test('Escape gives it its size back', () => {
		const hand = clustered({ sized: true }).pressOn({ clusterId: 'k', part: 's' }).move(0, 90);
		hand.keyDown('Escape');
		hand.release();
		expect([hand.state, hand.board.writes, hand.board.structure.clusters.get('k')!.frame]).toEqual(['idle', 0, frame(1, 5)]);
	});
});

describe('who is in a cluster', () => {
	test('a card dropped in its frame joins it, and one that is dropped outside leaves it, with one write each', () => {
		const hand = clustered({ sized: true });
		hand.press('T1').moveTo(Hand.point(4, 120)).release();
		expect([members(hand), hand.board.writes]).toEqual([['S1', 'C1', 'T1'], 1]);
		hand.press('C1').moveTo(Hand.point(8, 600)).release();
		expect([members(hand), hand.board.writes]).toEqual([['S1', 'T1'], 2]);
	});
	test('held over a card in the frame, which gets a row of its own below, it joins as well', () => {
		const hand = clustered();
		const scene = hand.board.scene;
		const drawn = drawnById(drawnCards(scene));
		const below = new Map([['T1', { at: 2, laneId: 'Policy', height: 2 }]]);
		const clusters = [...hand.board.structure.clusters.values()];
		const over = drawn.get('S1')!;
		expect(droppedInto(scene, drawn, clusters, below).get('T1')).toBeNull();
		expect(droppedInto(scene, drawn, clusters, below, { x: over.left + 13, y: over.top + 20 }).get('T1')).toBe('k');
	});
	test('all its cards moved together take it along; some of them leave it', () => {
		const hand = clustered();
		hand.board.selected = ['S1', 'C1'];
		hand.press('S1').moveTo(Hand.point(6, 300)).release();
		expect(members(hand)).toEqual(['S1', 'C1']);
		hand.board.selected = [];
		hand.press('S1').moveTo(Hand.point(0, 700)).release();
		expect(members(hand)).toEqual(['C1']);
	});
	test('arrow keys move a card within its cluster, and carry none into another', () => {
		const hand = clustered();
		hand.type('ArrowDown ArrowDown', 'S1').type('ArrowUp ArrowUp', 'T1');
		expect(members(hand)).toEqual(['S1', 'C1']);
	});
	test('picked up by keyboard and dropped, it joins as with the pointer', () => {
		const hand = clustered({ sized: true }).has('B1', 1.5, 'Markets').type('Space ArrowUp Enter', 'B1');
		expect(members(hand)).toEqual(['S1', 'C1', 'B1']);
	});
	test('G groups the selection, or the focused card alone', () => {
		const hand = clustered();
		hand.board.selected = ['C1', 'T1'];
		hand.type('g', 'T1');
		expect(members(hand, 'cluster 2')).toEqual(['C1', 'T1']);
		hand.type('g', 'S1');
		expect(members(hand, 'cluster 3')).toEqual(['S1']);
	});
	test('Enter renames it, Delete removes it and leaves its cards', () => {
		const hand = clustered();
		hand.keyDown('Enter', null, { on: named });
		hand.keyDown('Delete', null, { on: named });
		expect([hand.board.structure.opened, hand.board.structure.clusters.size, hand.whereIs('S1')]).toEqual([['rename k'], 0, '2028 Q1 Policy row 0']);
	});
});

describe('drawing an influence', () => {
	const three = () => new Hand().has('S1', 1).has('C1', 4, 'Markets').has('T1', 7, 'Technology');

	test('from a card’s handle to the card where the pointer lets go', () => {
		const hand = three().pressOn({ fromId: 'S1' });
		const { x, y } = hand.board.anchorOf('C1')!;
		hand.moveTo({ x: x + 30, y });
		expect([hand.state, hand.machine.view.structure]).toMatchObject(['linking', { fromId: 'S1', toId: 'C1' }]);
		hand.release();
		expect([hand.state, hand.board.structure.influences]).toEqual(['idle', [{ fromId: 'S1', toId: 'C1' }]]);
	});
	test('on nothing, on itself, with Escape, a lost pointer or a deleted card none is drawn', () => {
		const drawn = () => three().pressOn({ fromId: 'S1' }).move(60, 260);
		const escaped = drawn();
		escaped.keyDown('Escape');
		const itself = three().pressOn({ fromId: 'S1' }).move(30).move(-10).release();
		for (const hand of [drawn().release(), itself, escaped, drawn().lose(), drawn().vanishes('S1')]) {
			expect([hand.state, hand.board.structure.influences, hand.machine.view.structure]).toEqual(['idle', [], null]);
			expect(hand.board.said.at(-1)).toBe('S1 givenUp');
		}
	});
	test('by keys: L begins it, arrows choose a card and Enter draws it', () => {
		const hand = three();
		hand.keyDown('l', 'S1');
		expect([hand.state, hand.board.said.at(-1)]).toEqual(['choosingTarget', 'S1 begun']);
		hand.type('ArrowRight ArrowRight');
		expect(hand.machine.view.structure).toMatchObject({ fromId: 'S1', toId: 'T1' });
		hand.type('ArrowRight ArrowLeft Enter');
		expect([hand.state, hand.board.structure.influences]).toEqual(['idle', [{ fromId: 'S1', toId: 'T1' }]]);
	});
	test('a click on the handle and then on a card draws it without dragging', () => {
		const hand = three().pressOn({ fromId: 'S1' }).release();
		expect(hand.state).toBe('choosingTarget');
		hand.press('T1');
		expect([hand.state, hand.board.structure.influences]).toEqual(['idle', [{ fromId: 'S1', toId: 'T1' }]]);
	});
	test('begun by key it is given up by Escape, a press beside the cards, or with the card', () => {
		const begun = () => {
			const hand = three();
			hand.keyDown('l', 'S1');
			return hand;
		};
		const escaped = begun();
		escaped.keyDown('Escape');
		for (const hand of [escaped, begun().press(Hand.point(5, 700)), begun().vanishes('S1'), begun().lose(null)]) {
			expect([hand.state, hand.board.structure.influences]).toEqual(['idle', []]);
		}
		const aimed = begun();
		aimed.type('ArrowRight').vanishes('C1').type('Enter');
		expect([aimed.state, aimed.board.structure.influences, aimed.machine.view.structure]).toMatchObject(['choosingTarget', [], { toId: null }]);
	});
	test('a focused arrow opens with Enter, goes with Delete, and arrow keys lead to the next', () => {
		const hand = three();
		for (const key of ['Enter', 'ArrowDown', 'ArrowLeft', 'Delete']) hand.keyDown(key, null, { on: { influenceId: 'i' } });
		expect(hand.board.structure.opened).toEqual(['influence i', 'i 1', 'i -1', 'remove i']);
	});
});

describe('notes', () => {
	function noted() {
		const hand = new Hand().has('S1', 2);
		hand.board.structure.notes.set('n', { id: 'n', workshopId: 'w', text: 'Ask', at: 3, laneId: 'Markets', height: 1 });
		return hand;
	}
	const at = (hand: Hand) => hand.board.structure.notes.get('n');

	test('follow the pointer freely and are written once, where they are let go', () => {
		const hand = noted().pressOn({ noteId: 'n' }).move(20, 30);
		expect([hand.state, hand.board.writes]).toEqual(['movingNote', 0]);
		hand.move(16, 0).release();
		expect([hand.board.writes, at(hand)!.at, at(hand)!.laneId]).toEqual([1, 3.51, 'Markets']);
		expect(at(hand)!.height).toBeGreaterThan(1.4);
	});
	test('stay with Escape, a lost pointer, a drop outside, or when they are deleted meanwhile', () => {
		const held = () => noted().pressOn({ noteId: 'n' }).move(90, 90);
		const escaped = held();
		escaped.keyDown('Escape');
		for (const hand of [escaped, held().lose(), held().moveTo({ x: 900, y: 20 }).release()]) expect([hand.state, at(hand)!.at, hand.board.writes]).toEqual(['idle', 3, 0]);
		const gone = held().goes('n');
		expect([gone.state, gone.board.writes]).toEqual(['idle', 0]);
	});
	test('by keys: arrows move them by a quarter or a lane, Enter edits, Delete removes', () => {
		const hand = noted();
		for (const key of ['ArrowLeft', 'ArrowDown', 'Enter']) hand.keyDown(key, null, { on: { noteId: 'n' } });
		expect([at(hand)!.at, at(hand)!.laneId, hand.board.structure.opened]).toEqual([2.75, 'Technology', ['edit n']]);
		hand.keyDown('Delete', null, { on: { noteId: 'n' } });
		expect(at(hand)).toBeUndefined();
	});
	test('S writes one beside the focused card, or in sight', () => {
		const hand = noted().type('s', 'S1').type('s');
		expect(hand.board.structure.opened).toEqual(['note beside S1', 'note beside null']);
	});
});

test('1, 2 and 3 say the horizon of the focused card, or of the selection it is in', () => {
	const hand = new Hand().has('S1', 1).has('C1', 4).has('T1', 7).type('2', 'T1');
	hand.board.selected = ['S1', 'C1'];
	hand.type('3', 'C1');
	expect(Object.fromEntries(hand.board.structure.horizons)).toEqual({ T1: 2, C1: 3, S1: 3 });
	expect(hand.keyDown('2')).toBe(false);
});

test('nothing of it is in the way of dragging a card', () => {
	const hand = clustered().press('T1').move(71).release();
	expect([hand.state, hand.whereIs('T1'), hand.machine.view.structure]).toEqual(['idle', '2033 Q1 Technology row 0', null]);
});
