/** The worker thread in which the report is drawn, as in the app. */
import { register } from 'tsx/esm/api';
import { move, transferableSymbol, valueSymbol } from 'piscina';

const unregister = register();
const { drawSignals } = await import('./signalReport.ts');
await unregister();

export default async function draw(report) {
	const drawn = await drawSignals(report);
	return move({ [transferableSymbol]: [drawn.bytes.buffer], [valueSymbol]: drawn });
}
