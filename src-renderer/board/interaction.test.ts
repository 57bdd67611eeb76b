import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Hand } from './hand.ts';

const held = (hand: Hand) => hand.machine.view.preview!.to!.get('S1')!;
const onTheFloor = { x: -200, y: 400 };

describe('pointing', () => {
	test('a click selects the card and moves nothing', () => {
		const hand = new Hand().has('S1', 3.75).press('S1').release();
		expect([hand.board.selected, hand.board.written]).toEqual([['S1'], []]);
	});
	test('a hand that trembles by 3 pixels still clicks; 4 begin a drag', () => {
		const hand = new Hand().has('S1', 3.75).press('S1').move(3);
		expect(hand.state).toBe('pointing');
		expect(hand.move(1).state).toBe('dragging');
	});
	test('a click beside the cards selects nothing', () => {
		expect(new Hand().has('S1', 1).click('S1').click(Hand.point(5, 300)).board.selected).toEqual([]);
	});
	test('the right button is not for the machine', () => {
		expect(new Hand().has('S1', 1).press('S1', { button: 2 }).state).toBe('idle');
	});
	test('Escape, a lost pointer and a deleted card all end it', () => {
		const pressed = () => new Hand().has('S1', 1).press('S1');
		const escaped = pressed();
		escaped.keyDown('Escape');
		for (const hand of [escaped, pressed().lose(), pressed().vanishes('S1')]) expect(hand.state).toBe('idle');
	});
});

describe('dragging', () => {
	test('shows the date and lane it would get, and writes them once, on release', () => {
		const hand = new Hand().has('S1', 3.75).press('S1').move(30).move(41);
		expect([hand.preview, hand.board.written]).toEqual(['2030 Q4 Policy row 0', []]);
		hand.release();
		expect(hand.whereIs('S1')).toBe('2030 Q4 Policy row 0');
		expect(hand.board.written).toHaveLength(1);
		expect(hand.state).toBe('idle');
	});
	test('snaps the tab, not the pointer, to quarters', () => {
		const hand = new Hand().has('S1', 2).press('S1', { off: { x: 120, y: 5 } }).move(20);
		expect(hand.preview).toBe('2028 Q2 Policy row 0');
		expect(hand.machine.view.lift).toEqual({ x: 108 + 142 + 20, y: 34 + 9 + 22 });
	});
	test('with Alt held the date is free', () => {
		const hand = new Hand().has('S1', 2).press('S1').holdingAlt().move(7);
		expect(held(hand).at).toBeCloseTo(2 + 7 / 71);
		hand.machine.handle({ type: 'keyUp', key: 'Alt', cardId: null });
		expect(held(hand).at).toBe(2);
	});
	test('goes to the lane it is held over, and to a row of it that is free', () => {
		const hand = new Hand().has('S1', 2).has('C1', 2, 'Markets').press('S1').moveTo(Hand.point(2, 260));
		expect(hand.preview).toBe('2028 Q1 Markets row 1');
	});
	test('dropped outside the canvas it stays where it was', () => {
		const hand = new Hand().has('S1', 2).press('S1').moveTo(onTheFloor);
		expect(hand.preview).toBe('null');
		hand.release();
		expect([hand.whereIs('S1'), hand.board.written]).toEqual(['2028 Q1 Policy row 0', []]);
	});
	test('put down where it was taken, nothing is written', () => {
		expect(new Hand().has('S1', 2).press('S1').move(60).move(-60).release().board.written).toEqual([]);
	});
	test('Escape, a lost pointer and a window that loses its focus all return it', () => {
		const dragged = () => new Hand().has('S1', 2).press('S1').move(200, 100);
		const escaped = dragged();
		escaped.keyDown('Escape');
		for (const hand of [escaped, dragged().lose(), dragged().lose(null)]) {
			expect([hand.state, hand.whereIs('S1'), hand.board.written]).toEqual(['idle', '2028 Q1 Policy row 0', []]);
			expect(hand.machine.view.preview).toBe(null);
			hand.release();
			expect(hand.board.written).toEqual([]);
		}
	});
	test('a card deleted or taken off while it is dragged ends the drag and comes back nowhere', () => {
		const deleted = new Hand().has('S1', 2).press('S1').move(200).vanishes('S1').release();
		expect([deleted.state, deleted.board.written]).toEqual(['idle', []]);
		const takenOff = new Hand().has('S1', 2).press('S1').move(200);
		takenOff.board.cards.set('S1', null);
		takenOff.machine.handle({ type: 'recordsChanged' });
		expect(takenOff.state).toBe('idle');
		expect([deleted.board.said, takenOff.board.said]).toEqual([['goneMeanwhile'], ['goneMeanwhile']]);
	});
	test('another card that changes does not end it', () => {
		expect(new Hand().has('S1', 2).has('C1', 5).press('S1').move(200).vanishes('C1').state).toBe('dragging');
	});
	test('when the view moves under a still pointer, the preview follows the view', () => {
		const hand = new Hand().has('S1', 2).press('S1').move(10);
		hand.board.plot = { width: 1124, height: 768 };
		hand.machine.handle({ type: 'viewMoved' });
		expect(hand.preview).toBe('2027 Q3 Policy row 0');
	});
	test('other pointers do not move it', () => {
		const hand = new Hand().has('S1', 2).press('S1').move(71);
		hand.with('mouse', 7).move(300).release();
		expect([hand.state, hand.preview]).toEqual(['dragging', '2029 Q1 Policy row 0']);
	});
	test('the card keeps within the ten years', () => {
		const hand = new Hand().has('S1', 2).press('S1').moveTo({ x: 850, y: 60 });
		expect(held(hand).at).toBe(10);
		expect(held(hand.moveTo({ x: 90, y: 60 })).at).toBe(0);
	});
});

describe('carrying from the library', () => {
	const inLibrary = { x: -150, y: 300 };
	test('the tab’s centre is under the pointer, and the drop places it', () => {
		const hand = new Hand().has('T5').carry('T5', inLibrary);
		expect([hand.state, hand.preview]).toEqual(['carrying', 'null']);
		hand.moveTo(Hand.point(7.2, 30));
		expect(hand.preview).toBe('2033 Q2 Policy row 0');
		hand.release();
		expect([hand.whereIs('T5'), hand.board.carried]).toEqual(['2033 Q2 Policy row 0', 'dropped']);
	});
	test('let go outside, or returned by Escape, loss or the library itself, it goes back', () => {
		const carried = () => new Hand().has('T5').carry('T5', inLibrary).moveTo(Hand.point(7, 30));
		const escaped = carried();
		escaped.keyDown('Escape');
		const calledBack = carried();
		calledBack.machine.handle({ type: 'putBack' });
		for (const hand of [carried().moveTo(inLibrary).release(), escaped, calledBack, carried().lose(), carried().vanishes('T5')]) {
			expect([hand.state, hand.board.carried, hand.board.written]).toEqual(['idle', 'put back', []]);
		}
	});
	test('a card that does not exist is not taken', () => {
		expect(new Hand().carry('gone', inLibrary).board.carried).toBe('put back');
	});
	test('a card that is placed already is moved', () => {
		const hand = new Hand().has('S1', 1).carry('S1', inLibrary).moveTo(Hand.point(4, 30)).release();
		expect(hand.whereIs('S1')).toBe('2030 Q1 Policy row 0');
	});
});

describe('moving by keyboard', () => {
	test('Space picks the focused card up, arrows aim, Enter drops: one write', () => {
		const hand = new Hand().has('S1', 3.75).type('Space', 'S1');
		expect(hand.state).toBe('keyboardMoving');
		hand.type('ArrowRight Shift+ArrowRight ArrowDown');
		expect([hand.preview, hand.board.written]).toEqual(['2031 Q1 Markets row 0', []]);
		hand.type('Enter');
		expect([hand.whereIs('S1'), hand.board.written.length]).toEqual(['2031 Q1 Markets row 0', 1]);
	});
	test('Space drops as well, and does not pick the card up again', () => {
		const hand = new Hand().has('S1', 2).type('Space ArrowRight Space', 'S1');
		expect([hand.state, hand.whereIs('S1')]).toEqual(['idle', '2028 Q2 Policy row 0']);
	});
	test('Escape returns it', () => {
		const hand = new Hand().has('S1', 2).type('Space ArrowRight ArrowDown Escape', 'S1');
		expect([hand.state, hand.whereIs('S1'), hand.board.written]).toEqual(['idle', '2028 Q1 Policy row 0', []]);
	});
	test('a key that is held down does not drop what it just picked up', () => {
		const hand = new Hand().has('T5').carry('T5', null);
		hand.keyDown('Enter', null, { repeat: true });
		expect(hand.state).toBe('keyboardMoving');
	});
	test('a card from the library appears mid-view, and Enter drops it', () => {
		const hand = new Hand().has('T5').carry('T5', null);
		expect(hand.preview).toBe('2031 Q2 Markets row 2');
		hand.type('Enter');
		expect([hand.whereIs('T5'), hand.board.carried]).toEqual(['2031 Q2 Markets row 2', 'dropped']);
	});
	test('it goes back when it is deleted, called back, or pressed beside dates and lanes or with another button', () => {
		const held = () => new Hand().has('T5').has('S1', 1).carry('T5', null);
		const calledBack = held();
		calledBack.machine.handle({ type: 'putBack' });
		for (const hand of [calledBack, held().vanishes('T5'), held().press({ x: 40, y: 200 }), held().press('S1', { button: 2 })]) {
			expect([hand.board.carried, hand.board.written]).toEqual(['put back', []]);
		}
		expect(held().press('S1', { button: 1 }).state).toBe('panning');
	});
	test('a press drops it there: nobody has to drag', () => {
		const fromLibrary = new Hand().has('T5').carry('T5', null).click(Hand.point(7.2, 30));
		expect([fromLibrary.state, fromLibrary.whereIs('T5'), fromLibrary.board.carried, fromLibrary.board.writes]).toEqual(['idle', '2033 Q2 Policy row 0', 'dropped', 1]);
		const placed = new Hand().has('S1', 2).has('C1', 5).with('touch').type('Space', 'S1').click('C1');
		expect([placed.state, placed.whereIs('S1'), placed.whereIs('C1')]).toEqual(['idle', '2031 Q1 Policy row 1', '2031 Q1 Policy row 0']);
	});
	test('every aim is said', () => {
		const hand = new Hand().has('S1', 2).type('Space ArrowRight Enter', 'S1');
		expect(hand.board.said).toEqual(['pickedUp', '2028 Q2 Policy row 0', '2028 Q2 Policy row 0']);
	});
	test('keys that mean nothing here do nothing else either', () => {
		const hand = new Hand().has('S1', 2).type('Space', 'S1');
		expect([hand.keyDown('Tab'), hand.keyDown('Delete', 'S1')]).toEqual([true, true]);
		expect(hand.whereIs('S1')).toBe('2028 Q1 Policy row 0');
	});
});

describe('keys on a focused card', () => {
	test('arrows move it at once: a quarter, with Shift a year, up and down a lane', () => {
		const hand = new Hand().has('S1', 2).type('ArrowRight Shift+ArrowLeft ArrowDown ArrowDown ArrowUp', 'S1');
		expect(hand.whereIs('S1')).toBe('2027 Q2 Markets row 0');
		expect(hand.board.written.map(({ how }) => how)).toEqual(Array.from({ length: 5 }, () => 'step'));
	});
	test('at the edges nothing is written', () => {
		expect(new Hand().has('S1', 0).type('ArrowLeft ArrowUp', 'S1').board.written).toEqual([]);
		expect(new Hand().has('S1', 10, 'Technology').type('ArrowRight ArrowDown', 'S1').board.written).toEqual([]);
	});
	test('from a free date the first step goes to the next quarter', () => {
		expect(new Hand().has('S1', 2.1).type('ArrowRight', 'S1').whereIs('S1')).toBe('2028 Q2 Policy row 0');
		expect(new Hand().has('S1', 2.1).type('ArrowLeft', 'S1').whereIs('S1')).toBe('2028 Q1 Policy row 0');
	});
	test('Enter opens it, Delete takes it back to the library', () => {
		const hand = new Hand().has('S1', 2).type('Enter Delete', 'S1');
		expect([hand.board.selected, hand.whereIs('S1')]).toEqual([['S1'], 'null']);
	});
	test('Escape with nothing in the hand is left to others', () => {
		expect(new Hand().has('S1', 2).keyDown('Escape', 'S1')).toBe(false);
	});
});

describe('panning', () => {
	const zoomed = (hand: Hand) => {
		hand.board.setCamera({ zoom: 2, x: 200, y: 0 });
		return hand;
	};
	const cameraX = (hand: Hand) => hand.board.camera().x;
	test('held Space, the middle button and the hand tool pan, over cards too', () => {
		const space = zoomed(new Hand().has('S1', 3));
		space.keyDown(' ', 'S1');
		space.press('S1').move(-50).release().keyUp(' ', 'S1');
		const middle = zoomed(new Hand().has('S1', 3)).press('S1', { button: 1 }).move(-50).release();
		const tool = zoomed(new Hand().has('S1', 3)).type('h').press('S1').move(-50).release();
		for (const hand of [space, middle, tool]) {
			expect([hand.state, cameraX(hand), hand.board.written]).toEqual(['idle', 250, []]);
		}
	});
	test('V gives the selecting hand back', () => {
		expect(new Hand().has('S1', 3).type('h v').press('S1').state).toBe('pointing');
	});
	test('Escape returns to the view before; a lost pointer leaves it where it is', () => {
		const hand = zoomed(new Hand()).press(Hand.point(3, 300), { button: 1 }).move(-50);
		hand.keyDown('Escape');
		expect([hand.state, cameraX(hand)]).toEqual(['idle', 200]);
		expect(zoomed(new Hand()).press(Hand.point(3, 300), { button: 1 }).move(-50).lose().state).toBe('idle');
	});
	test('the canvas itself pans and zooms by keys', () => {
		const hand = zoomed(new Hand()).type('ArrowRight + - 0');
		expect([cameraX(hand), hand.board.said]).toEqual([272, ['zoom 1', 'zoom -1', 'zoom 0']]);
	});
});

describe('touch', () => {
	test('a finger on a card moves it, beside the cards it pans', () => {
		expect(new Hand().has('S1', 2).with('touch').press('S1').move(71).state).toBe('dragging');
		expect(new Hand().with('touch').press(Hand.point(4, 300)).move(71).state).toBe('panning');
	});
	test('a second finger returns the card and zooms about the fingers’ middle', () => {
		const hand = new Hand().has('S1', 2).with('touch', 1).press('S1').move(71);
		hand.with('touch', 2).press(Hand.point(8, 300));
		expect([hand.state, hand.whereIs('S1')]).toEqual(['pinching', '2028 Q1 Policy row 0']);
		hand.move(250, 0);
		expect(hand.board.camera().zoom).toBeGreaterThan(1.3);
		expect(hand.release().state).toBe('panning');
	});
	test('a second finger late in a drag does not make the view leap', () => {
		const hand = new Hand().has('S1', 2).with('touch', 1).press('S1').move(300, 200);
		const { x, y } = hand.board.anchorOf('S1')!;
		hand.with('touch', 2).press({ x: x + 500, y: y + 200 });
		hand.with('touch', 1).moveTo({ x: x + 300, y: y + 200 });
		expect(hand.board.camera()).toMatchObject({ zoom: 1, x: 0, y: 0 });
	});
	test('fingers as far apart as at first leave the zoom as it was', () => {
		const hand = new Hand().with('touch', 1).press({ x: 300, y: 300 });
		hand.with('touch', 2).press({ x: 500, y: 300 }).move(150).move(-150);
		expect(hand.board.camera().zoom).toBeCloseTo(1);
	});
	test('a pinch that is lost or escaped ends', () => {
		const pinched = () => new Hand().with('touch', 1).press({ x: 300, y: 300 }).with('touch', 2).press({ x: 500, y: 300 }).move(80);
		const escaped = pinched();
		escaped.keyDown('Escape');
		expect([escaped.state, escaped.board.camera().zoom]).toEqual(['idle', 1]);
		expect(pinched().lose().state).toBe('idle');
	});
});

test('whatever hands and keys do, Escape leaves every card placed, and at most one write per release or key', () => {
	const anyPoint = fc.record({ x: fc.integer({ min: -100, max: 1000 }), y: fc.integer({ min: -50, max: 900 }) });
	const anyKey = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', ' ', 'h', 'v', '+');
	const deed = fc.oneof(
		anyPoint.map((point) => (hand: Hand) => hand.moveTo(point)),
		anyPoint.map((point) => (hand: Hand) => hand.press(point)),
		fc.constantFrom('S1', 'C1').map((card) => (hand: Hand) => hand.press(card)),
		fc.constantFrom('S1', 'C1', null).chain((card) => anyKey.map((key) => (hand: Hand) => hand.keyDown(key, card))),
		fc.constantFrom('S1', null).map((card) => (hand: Hand) => hand.keyUp(' ', card)),
		fc.constant((hand: Hand) => hand.release()),
		fc.constant((hand: Hand) => hand.lose()),
		fc.constant((hand: Hand) => hand.with('touch', 2).press({ x: 400, y: 400 }).with('mouse', 1)),
	);
	fc.assert(fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
		const hand = new Hand().has('S1', 2).has('C1', 2);
		for (const act of deeds) {
			const before = hand.board.writes;
			act(hand);
			expect(hand.board.writes - before).toBeLessThanOrEqual(1);
		}
		hand.keyDown('Escape');
		hand.lose();
		expect([hand.state, hand.machine.view.preview, hand.machine.view.lift]).toEqual(['idle', null, null]);
		for (const place of hand.board.cards.values()) expect(place!.at).toBeGreaterThanOrEqual(0);
	}));
});
