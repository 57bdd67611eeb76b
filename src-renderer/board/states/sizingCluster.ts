/** An edge or a corner of a cluster follows the pointer; the cluster goes on holding its cards. */
import type { Enter } from '../interaction.ts';
import type { ClusterSize } from '../structure/port.ts';
import { handful } from './handful.ts';

export const sizingCluster: Enter<'sizingCluster'> = (board, press) => {
	const { structure } = board.port;
	const { clusterId, edge } = press;
	const target = { clusterId, part: edge };
	let size: ClusterSize;
	return handful(board, press, {
		preview({ dx, dy, free }) {
			size = structure.clusterSizedTo(clusterId, edge, dx, dy, free);
			board.show({ structure: { clusterId, box: size.box, edge } });
		},
		drop: () => structure.sizeCluster(clusterId, size, 'pointer'),
		putBack: () => structure.putBack(target),
		isGone: () => !structure.isThere(target),
	});
};
