/** A cluster is taken by its name, and its cards come along. */
import type { Enter } from '../interaction.ts';
import type { ClusterMove } from '../structure/port.ts';
import { handful } from './handful.ts';

export const movingCluster: Enter<'movingCluster'> = (board, press) => {
	const { port } = board;
	const { clusterId } = press;
	const target = { clusterId, part: 'name' } as const;
	const hand = port.structure.clusterHand(clusterId);
	const [leader] = hand.keys();
	const anchor = leader === undefined ? null : port.anchorOf(leader);
	let move: ClusterMove | null = null;
	return handful(board, press, {
		preview({ point, dx, dy, free }) {
			const lift = anchor && { x: point.x + anchor.x - press.x, y: point.y + anchor.y - press.y };
			move = port.isInside(point) ? port.structure.clusterMovedTo(clusterId, hand, lift, dx, dy, free) : null;
			const preview = leader === undefined || !anchor ? null : { cardId: leader, from: hand, to: move?.to ?? null, hold: 'pointer' as const };
			board.show({ lift, preview, structure: move && { clusterId, box: move.box } });
		},
		drop() {
			if (move) port.structure.moveCluster(clusterId, move, 'pointer');
			else port.structure.putBack(target);
		},
		putBack: () => port.structure.putBack(target),
		isGone: () => !port.structure.isThere(target) || [...hand.keys()].some((id) => !port.placementOf(id)),
	});
};
