import { describe, expect, test } from 'vitest';
import { Hand } from './hand.ts';

const three = () => new Hand().has('S1', 2).has('C1', 4, 'Markets').has('T1', 6, 'Technology');

describe('selecting', () => {
	test('Shift and a click add a card to the selection, and take it from it', () => {
		const hand = three().click('S1').holdingShift().click('C1').click('T1').click('S1');
		expect(hand.board.selected).toEqual(['C1', 'T1']);
	});
	test('a rectangle drawn beside the cards selects what it touches', () => {
		const hand = three().press(Hand.point(1, 5)).moveTo(Hand.point(5, 330));
		expect([hand.state, hand.board.selected]).toEqual(['marquee', ['S1', 'C1']]);
		hand.release();
		expect([hand.state, hand.board.selected, hand.machine.view.marquee]).toEqual(['idle', ['S1', 'C1'], null]);
	});
	test('with Shift it adds to what is selected', () => {
		const hand = three().click('T1').holdingShift().press(Hand.point(1, 5)).moveTo(Hand.point(3, 100)).release();
		expect(hand.board.selected).toEqual(['T1', 'S1']);
	});
	test('Escape or a lost pointer gives the selection before back', () => {
		const drawn = () => three().click('T1').press(Hand.point(1, 5)).moveTo(Hand.point(5, 330));
		const escaped = drawn();
		escaped.keyDown('Escape');
		for (const hand of [escaped, drawn().lose(), drawn().lose(null)]) expect([hand.state, hand.board.selected]).toEqual(['idle', ['T1']]);
	});
	test('a finger beside the cards pans and draws no rectangle', () => {
		expect(three().with('touch').press(Hand.point(1, 300)).move(60).state).toBe('panning');
	});
	test('Ctrl+A selects all, Escape lets go of them', () => {
		const hand = three();
		hand.keyDown('a', null, { ctrl: true });
		expect(hand.board.selected).toEqual(['S1', 'C1', 'T1']);
		expect([hand.keyDown('Escape'), hand.board.selected]).toEqual([true, []]);
	});
	test('Shift and Enter on a focused card do what Shift and a click do', () => {
		const hand = three().type('Enter', 'S1');
		hand.keyDown('Enter', 'C1', { shift: true });
		expect(hand.board.selected).toEqual(['S1', 'C1']);
	});
	test('a press on the count of a pile fans it out, and Escape closes it', () => {
		const hand = three();
		const { x, y } = hand.board.anchorOf('S1')!;
		hand.machine.handle({ type: 'pointerDown', pointerId: 1, pointerType: 'mouse', button: 0, x, y, target: { cardId: 'S1', isPile: true } });
		hand.machine.handle({ type: 'pointerUp', pointerId: 1, x, y });
		expect(hand.board.fanned).toBe('S1');
		expect([hand.keyDown('Escape'), hand.board.fanned]).toEqual([true, null]);
	});
});

describe('moving a group', () => {
	const grouped = () => {
		const hand = three();
		hand.board.selected = ['S1', 'C1'];
		return hand;
	};
	test('a selected card takes its selection along, in one write', () => {
		const hand = grouped().press('C1').move(71).release();
		expect([hand.whereIs('S1'), hand.whereIs('C1'), hand.whereIs('T1')]).toEqual(['2029 Q1 Policy row 0', '2031 Q1 Markets row 0', '2032 Q1 Technology row 0']);
		expect(hand.board.writes).toBe(1);
	});
	test('a card beside the selection moves alone', () => {
		const hand = grouped().press('T1').move(71).release();
		expect(hand.whereIs('S1')).toBe('2028 Q1 Policy row 0');
	});
	test('the group stops as a whole at the end of the horizon', () => {
		const hand = grouped().press('S1').moveTo({ x: 850, y: 65 }).release();
		expect([hand.whereIs('S1'), hand.whereIs('C1')]).toEqual(['2034 Q1 Policy row 0', '2036 Markets row 0']);
	});
	test('arrows on one of them move all, and Space picks all up', () => {
		const hand = grouped().type('ArrowRight', 'S1');
		expect([hand.whereIs('S1'), hand.whereIs('C1'), hand.board.writes]).toEqual(['2028 Q2 Policy row 0', '2030 Q2 Markets row 0', 1]);
		hand.type('Space Shift+ArrowLeft Enter', 'C1');
		expect([hand.whereIs('S1'), hand.whereIs('C1'), hand.board.writes]).toEqual(['2027 Q2 Policy row 0', '2029 Q2 Markets row 0', 2]);
	});
	test('Delete takes all of them back to the library', () => {
		const hand = grouped().type('Delete', 'S1');
		expect([hand.whereIs('S1'), hand.whereIs('C1'), hand.board.writes]).toEqual(['null', 'null', 1]);
	});
	test('one of them deleted meanwhile ends the drag, and nothing is written', () => {
		const hand = grouped().press('S1').move(71).vanishes('C1').release();
		expect([hand.state, hand.whereIs('S1'), hand.board.writes]).toEqual(['idle', '2028 Q1 Policy row 0', 0]);
	});
	test('several cards from the library drop one below the other', () => {
		const hand = new Hand().has('A').has('B').carry(['A', 'B'], { x: -100, y: 100 }).moveTo(Hand.point(3, 31)).release();
		expect([hand.whereIs('A'), hand.whereIs('B'), hand.board.writes]).toEqual(['2029 Q1 Policy row 0', '2029 Q1 Policy row 1', 1]);
	});
	test('several cards from the library are selected where they were dropped, by pointer or by key; those put back are not', () => {
		const carried = (from: { x: number; y: number } | null) => new Hand().has('A').has('B').carry(['A', 'B'], from);
		const dropped = carried({ x: -100, y: 100 }).moveTo(Hand.point(3, 31)).release();
		const keyed = carried(null);
		keyed.keyDown('Enter');
		for (const hand of [dropped, keyed]) expect([hand.board.selected, hand.board.carried]).toEqual([['A', 'B'], 'dropped']);
		expect(carried({ x: -100, y: 100 }).release().board.selected).toEqual([]);
	});
});

describe('locked cards', () => {
	const locked = () => {
		const hand = three();
		hand.board.locked.add('S1');
		return hand;
	};
	test('are moved by no hand and no key, and say why', () => {
		const hand = locked().press('S1').move(71).release().type('ArrowRight Space Delete', 'S1');
		expect([hand.state, hand.whereIs('S1'), hand.board.writes]).toEqual(['idle', '2028 Q1 Policy row 0', 0]);
		expect(new Set(hand.board.said)).toEqual(new Set(['locked']));
	});
	test('stay where they are when their selection moves', () => {
		const hand = locked();
		hand.board.selected = ['S1', 'C1'];
		hand.press('C1').move(71).release();
		expect([hand.whereIs('S1'), hand.whereIs('C1')]).toEqual(['2028 Q1 Policy row 0', '2031 Q1 Markets row 0']);
	});
	test('can be selected', () => {
		expect(locked().click('S1').board.selected).toEqual(['S1']);
	});
});

describe('lanes', () => {
	test('the edge below a lane makes it higher by rows, written once', () => {
		const hand = three().pressLane('Policy', 'edge').move(0, 60).move(0, 60);
		expect([hand.state, hand.board.writes]).toEqual(['sizingLane', 0]);
		hand.release();
		expect([hand.board.lanes[0]!.rows, hand.board.writes]).toEqual([6, 1]);
	});
	test('a lane is taken by its name and put elsewhere', () => {
		const hand = three().pressLane('Policy', 'name').moveTo({ x: 40, y: 760 });
		expect(hand.machine.view.lane).toEqual({ laneId: 'Policy', toIndex: 2 });
		hand.release();
		expect(hand.board.lanes.map(({ id }) => id)).toEqual(['Markets', 'Technology', 'Policy']);
	});
	test('a lane that is removed meanwhile is let go of, and another one is not', () => {
		for (const part of ['name', 'edge'] as const) {
			const hand = three().pressLane('Policy', part).move(0, 300);
			hand.board.lanes = hand.board.lanes.filter(({ id }) => id !== 'Markets');
			hand.machine.handle({ type: 'recordsChanged' });
			expect(hand.state).not.toBe('idle');
			hand.board.lanes = hand.board.lanes.filter(({ id }) => id !== 'Policy');
			hand.machine.handle({ type: 'recordsChanged' });
			expect([hand.state, hand.board.writes]).toEqual(['idle', 0]);
		}
	});
	test('when the view moves under a lane that is held, what letting go would do follows', () => {
		const hand = three().pressLane('Technology', 'name').moveTo({ x: 40, y: 40 });
		expect(hand.machine.view.lane).toMatchObject({ toIndex: 0 });
		hand.board.plot = { width: 768, height: 100 };
		hand.board.setCamera({ ...hand.board.camera(), y: 5000 });
		hand.machine.handle({ type: 'viewMoved' });
		expect(hand.machine.view.lane).not.toMatchObject({ toIndex: 0 });
	});
	test('Escape and a lost pointer leave the lanes as they were', () => {
		for (const part of ['name', 'edge'] as const) {
			const escaped = three().pressLane('Policy', part).move(0, 300);
			escaped.keyDown('Escape');
			for (const hand of [escaped, three().pressLane('Policy', part).move(0, 300).lose()]) {
				hand.release();
				expect([hand.state, hand.board.writes, hand.machine.view.lane]).toEqual(['idle', 0, null]);
			}
		}
	});
	test('a click on a name does nothing', () => {
		expect(three().pressLane('Policy', 'name').release().board.writes).toBe(0);
	});
});

test('F fits the selection in view', () => {
	const hand = three();
	hand.board.selected = ['S1', 'C1'];
	hand.type('f');
	expect(hand.board.camera().zoom).toBeGreaterThan(1);
});
