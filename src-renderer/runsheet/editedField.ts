/** One undo step for what is typed into a field between entering and leaving it. */
import { newId } from '../../src-shared/domain/ids.ts';

export class EditedField {
	#stepId = newId();
	/** Call as the field gains focus. */
	begin = (): void => {
		this.#stepId = newId();
	};
	get stepId(): string {
		return this.#stepId;
	}
}
