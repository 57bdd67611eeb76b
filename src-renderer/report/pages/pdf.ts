/**
 * A PDF's pages as pictures, made by pdf.js in the thread that this runs in: a worker, where there is no document. Letters are
 * drawn as outlines there, since a worker has no fonts of the page's own.
 */
import { getDocument, type PDFDocumentProxy } from 'unpdf/pdfjs';
import { framesAndPlaces, linksOf, refKey } from './spots.ts';
import type { Spot } from './messages.ts';

export interface PdfPages {
	/** Points, page by page. */
	sizes: readonly (readonly [width: number, height: number])[];
	/** @param page from 1. @param width pixels. */
	render(page: number, width: number): Promise<ImageBitmap>;
	/** @param page from 1. @returns its links within the document and its named frames, in their order in the file. */
	spots(page: number): Promise<Spot[]>;
	close(): Promise<void>;
}

interface CanvasAndContext {
	canvas: OffscreenCanvas | null;
	context: OffscreenCanvasRenderingContext2D | null;
}

class OffscreenCanvasFactory {
	create(width: number, height: number): CanvasAndContext {
		const canvas = new OffscreenCanvas(width, height);
		return { canvas, context: canvas.getContext('2d') };
	}
	reset(entry: CanvasAndContext, width: number, height: number): void {
		if (entry.canvas) Object.assign(entry.canvas, { width, height });
	}
	destroy(entry: CanvasAndContext): void {
		Object.assign(entry, { canvas: null, context: null });
	}
}

/** The report uses none of what these are for; pdf.js makes them from elements, which a worker has not. */
class NoFilterFactory {
	addFilter = () => 'none';
	addHCMFilter = () => 'none';
	addAlphaFilter = () => 'none';
	addLuminosityFilter = () => 'none';
	addHighlightHCMFilter = () => 'none';
	addKnockoutFilter = () => 'none';
	destroy = () => undefined;
}

/** @param bytes are taken over. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
	const options = {
		data: bytes, disableFontFace: true, useSystemFonts: false, isEvalSupported: false, useWasm: false, enableXfa: false, verbosity: 0,
		CanvasFactory: OffscreenCanvasFactory, FilterFactory: NoFilterFactory,
	};
	const pdf = await getDocument(options as never).promise;
	const { sizes, pageOf } = await pagesOf(pdf);
	let named: ReturnType<typeof framesAndPlaces> | null = null;
	return {
		sizes,
		async spots(number) {
			const { frames, places } = (named ??= framesAndPlaces((await pdf.getDestinations()) as Record<string, unknown>, pageOf, sizes));
			const page = await pdf.getPage(number);
			return [...(frames.get(number) ?? []), ...linksOf(await page.getAnnotations({ intent: 'display' }), places, sizes[number - 1]![1])];
		},
		async render(number, width) {
			const page = await pdf.getPage(number);
			const viewport = page.getViewport({ scale: width / sizes[number - 1]![0] });
			const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height));
			const canvasContext = canvas.getContext('2d', { alpha: false }) as unknown as CanvasRenderingContext2D;
			await page.render({ canvas: canvas as unknown as HTMLCanvasElement, canvasContext, viewport, background: '#ffffff' }).promise;
			page.cleanup();
			return canvas.transferToImageBitmap();
		},
		close: () => pdf.destroy(),
	};
}

async function pagesOf(pdf: PDFDocumentProxy): Promise<{ sizes: [number, number][]; pageOf: Map<string, number> }> {
	const sizes: [number, number][] = [];
	const pageOf = new Map<string, number>();
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const { width, height } = page.getViewport({ scale: 1 });
		sizes.push([width, height]);
		if (page.ref) pageOf.set(refKey(page.ref), number);
	}
	return { sizes, pageOf };
}
