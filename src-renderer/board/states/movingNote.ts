/** A note follows the pointer. */
import type { Enter } from '../interaction.ts';
import type { NoteMove } from '../structure/port.ts';
import { handful } from './handful.ts';

export const movingNote: Enter<'movingNote'> = (board, press) => {
	const { port } = board;
	const { noteId } = press;
	let move: NoteMove | null = null;
	return handful(board, press, {
		preview({ point, dx, dy, free }) {
			move = port.isInside(point) ? port.structure.noteMovedTo(noteId, dx, dy, free) : null;
			board.show({ structure: move && { noteId, box: move.box } });
		},
		drop() {
			if (move) port.structure.moveNote(noteId, move, 'pointer');
			else port.structure.putBack({ noteId });
		},
		putBack: () => port.structure.putBack({ noteId }),
		isGone: () => !port.structure.isThere({ noteId }),
	});
};
