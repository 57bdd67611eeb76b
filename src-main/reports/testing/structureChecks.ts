/**
 * What of the accessibility of a PDF a machine can check, on the file itself: our own subset of the conditions of the Matterhorn
 * Protocol 1.1 for PDF/UA-1, with its numbers where it has them. Passing is "checked for", never "certified".
 */
import { markedContent, readObjects, type PdfDict, type PdfObjects, type PdfValue } from './pdfObjects.ts';

export interface Checked {
	passed: string[];
	/** Each with what is wrong. */
	failed: string[];
}

interface Element {
	type: string;
	dict: PdfDict;
	reference: string;
	kids: Element[];
	/** Marks of this element's own, by page. */
	marks: { page: string; mcid: number }[];
	/** Annotations. */
	objects: PdfDict[];
	parent: Element | null;
}

const standard = new Set('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(' '));

export function checkStructure(bytes: Uint8Array, { language, title }: { language: string; title?: string }): Checked {
	const pdf = readObjects(bytes);
	const root = pdf.dict(pdf.trailer['/Root']);
	const tree = pdf.dict(root['/StructTreeRoot']);
	const elements = walk(pdf, tree);
	const flat = flatten(elements);
	const checked: Checked = { passed: [], failed: [] };
	const check = (what: string, wrong: readonly string[]) => (wrong.length === 0 ? checked.passed.push(what) : checked.failed.push(`${what}: ${wrong.slice(0, 5).join('; ')}${wrong.length > 5 ? ` and ${wrong.length - 5} more` : ''}`));
	const holds = (what: string, is: boolean, wrong: string) => check(what, is ? [] : [wrong]);

	const metadata = pdf.stream(root['/Metadata']);
	const info = pdf.dict(pdf.trailer['/Info']);
	holds('06-001 the file has metadata', metadata.includes('<x:xmpmeta'), 'no XMP');
	holds('05-001 the metadata says which part of PDF/UA', /pdfuaid:part(="1"|>1<)/.test(metadata), 'no pdfuaid:part');
	holds('06-003 the metadata has the title', /<dc:title>[\s\S]*<rdf:li[^>]*>[^<]+/.test(metadata), 'no dc:title');
	holds('the file’s own fields have the title', text(pdf.at(info['/Title'])) !== '' && (title === undefined || text(pdf.at(info['/Title'])) === title), `“${text(pdf.at(info['/Title']))}”`);
	holds('07-001 the title is shown', pdf.dict(root['/ViewerPreferences'])['/DisplayDocTitle'] === true, 'DisplayDocTitle is not true');
	holds('11-006 the language is said', text(pdf.at(root['/Lang'])) === language, `“${text(pdf.at(root['/Lang']))}” is not ${language}`);
	holds('00-001 the file is marked', pdf.dict(root['/MarkInfo'])['/Marked'] === true, 'MarkInfo');
	holds('nothing in the tags is said to be doubtful', pdf.dict(root['/MarkInfo'])['/Suspects'] !== true, 'Suspects');
	holds('26-001 nothing keeps a screen reader out', pdf.trailer['/Encrypt'] === undefined, 'encrypted');
	holds('the structure has one Document at its root', elements.length === 1 && elements[0]!.type === 'Document', elements.map(({ type }) => type).join(', '));

	check('02-001 every element is of a standard type', flat.filter(({ type }) => !standard.has(type)).map(({ type }) => type));
	check('every element knows its parent', flat.filter(({ dict, parent }) => dict['/P'] !== (parent?.reference ?? text(root['/StructTreeRoot']))).map(({ type }) => type));
	check('no element is empty', flat.filter(({ kids, marks, objects, type }) => kids.length + marks.length + objects.length === 0 && type !== 'TD' && type !== 'TH').map(describe));
	checkHeadings(flat, check);
	checkLists(flat, check);
	checkTables(flat, pdf, check);
	checkFigures(flat, pdf, check);
	checkLinks(flat, pdf, check);
	checkContent(flat, pdf, tree, check);
	checkFonts(pdf, check);
	checkOutline(pdf, root, check);
	return checked;
}

type Check = (what: string, wrong: readonly string[]) => void;

function checkHeadings(flat: readonly Element[], check: Check): void {
	const levels = flat.filter(({ type }) => /^H[1-6]$/.test(type)).map(({ type }) => Number(type[1]));
	check('14-002 the first heading is of the first level', levels[0] === 1 ? [] : [`H${levels[0]}`]);
	check('14-003 no level of headings is skipped', levels.flatMap((level, index) => (index > 0 && level > levels[index - 1]! + 1 ? [`H${level} after H${levels[index - 1]}`] : [])));
	check('14-007 headings are numbered throughout', flat.some(({ type }) => type === 'H') ? ['H beside H1'] : []);
}

function checkLists(flat: readonly Element[], check: Check): void {
	const within = (type: string, allowed: readonly string[]) => flat.filter((element) => element.type === type).flatMap(({ kids }) => kids.filter((kid) => !allowed.includes(kid.type)).map((kid) => `${kid.type} in ${type}`));
	check('09-005 lists hold items and nothing else', [...within('L', ['LI', 'Caption', 'L']), ...within('LI', ['Lbl', 'LBody'])]);
	check('items stand in lists', flat.filter(({ type, parent }) => type === 'LI' && parent?.type !== 'L').map(describe));
	check('labels and bodies stand in items', flat.filter(({ type, parent }) => (type === 'LBody' || type === 'Lbl') && parent?.type !== 'LI').map(describe));
}

function checkTables(flat: readonly Element[], pdf: PdfObjects, check: Check): void {
	const within = (type: string, allowed: readonly string[]) => flat.filter((element) => element.type === type).flatMap(({ kids }) => kids.filter((kid) => !allowed.includes(kid.type)).map((kid) => `${kid.type} in ${type}`));
	check('09-004 tables hold rows, and rows hold cells', [...within('Table', ['THead', 'TBody', 'TFoot', 'TR', 'Caption']), ...within('THead', ['TR']), ...within('TBody', ['TR']), ...within('TR', ['TH', 'TD'])]);
	check('cells stand in rows', flat.filter(({ type, parent }) => (type === 'TD' || type === 'TH') && parent?.type !== 'TR').map(describe));
	const tables = flat.filter(({ type }) => type === 'Table');
	check('all rows of a table have as many cells', tables.flatMap((table) => {
		const counts = new Set(flatten(table.kids).filter(({ type }) => type === 'TR').map(({ kids }) => kids.length));
		return counts.size > 1 ? [[...counts].join(' and ')] : [];
	}));
	check('every table has headers', tables.filter((table) => !flatten(table.kids).some(({ type }) => type === 'TH')).map(describe));
	check('15-003 every header says what it heads', flat.filter(({ type, dict }) => type === 'TH' && attribute(pdf, dict, '/Scope') === null).map(describe));
}

function checkFigures(flat: readonly Element[], pdf: PdfObjects, check: Check): void {
	const figures = flat.filter(({ type }) => type === 'Figure');
	check('13-004 every figure has a text in its place', figures.filter(({ dict }) => text(pdf.at(dict['/Alt'])).trim() === '').map(describe));
	check('every figure says where it stands', figures.filter(({ dict }) => {
		const box = attribute(pdf, dict, '/BBox');
		const [left, bottom, right, top] = Array.isArray(box) ? (box as number[]) : [];
		return !(left! < right! && bottom! < top!);
	}).map(describe));
}

function checkLinks(flat: readonly Element[], pdf: PdfObjects, check: Check): void {
	const tagged = new Set(flat.filter(({ type }) => type === 'Link').flatMap(({ objects }) => objects));
	const annotations = pdf.pages.flatMap((page) => pdf.list(page['/Annots']).map((annotation) => pdf.dict(annotation)));
	const links = annotations.filter((annotation) => annotation['/Subtype'] === '/Link');
	check('28-011 every link is in a Link', links.filter((link) => !tagged.has(link)).map((link) => text(pdf.at(link['/Contents']))));
	check('28-012 every link says where it leads', links.filter((link) => text(pdf.at(link['/Contents'])).trim() === '').map((link) => JSON.stringify(link['/A'] ?? link['/Dest'])));
	check('28-010 every annotation is known to the structure', annotations.filter((annotation) => typeof annotation['/StructParent'] !== 'number').map((annotation) => text(annotation['/Subtype'])));
	check('links lead to the web, to mail, or to a page', links.flatMap((link) => {
		const action = pdf.dict(link['/A']);
		if (action['/S'] === '/URI') return /^(https?|mailto):/.test(text(pdf.at(action['/URI']))) ? [] : [text(pdf.at(action['/URI']))];
		return link['/Dest'] !== undefined || action['/S'] === '/GoTo' ? [] : [JSON.stringify(action)];
	}));
	check('29-001 there is no script', pdf.all().some((object) => object['/S'] === '/JavaScript' || object['/JS'] !== undefined) ? ['JavaScript'] : []);
	check('28-009 pages with annotations are gone through in the order of the structure', pdf.pages.flatMap((page, index) => (pdf.list(page['/Annots']).length > 0 && page['/Tabs'] !== '/S' ? [`page ${index + 1}`] : [])));
}

/** Every mark of every page belongs to one element, and everything drawn is marked. */
function checkContent(flat: readonly Element[], pdf: PdfObjects, tree: PdfDict, check: Check): void {
	const owners = new Map<string, number>();
	for (const { marks } of flat) for (const { page, mcid } of marks) owners.set(`${page}/${mcid}`, (owners.get(`${page}/${mcid}`) ?? 0) + 1);
	const pageNames = new Map(pdf.pages.map((page) => [page, page]));
	const marked = [...pageNames.keys()].map((page) => markedContent(pdf.list(page['/Contents']).length > 0 ? pdf.list(page['/Contents']).map((part) => pdf.stream(part)).join('\n') : pdf.stream(page['/Contents'])));
	const each = (wrong: (page: (typeof marked)[number], index: number) => number) => marked.flatMap((page, index) => (wrong(page, index) > 0 ? [`page ${index + 1}: ${wrong(page, index)}`] : []));
	check('01-005 everything drawn is content or an artifact', each(({ unmarked }) => unmarked));
	check('01-003 no artifact is in content, and no content in an artifact', each(({ mixed }) => mixed));
	check('marks are begun and ended', each(({ unbalanced }) => unbalanced));
	const parents = numberTree(pdf, pdf.dict(tree['/ParentTree']));
	const referenceOf = (index: number): string => pageReferences(pdf)[index]!;
	check('every mark is in the structure, once', each(({ mcids }, index) => mcids.filter((mcid) => owners.get(`${referenceOf(index)}/${mcid}`) !== 1).length));
	check('every mark is numbered once on its page', each(({ mcids }) => mcids.length - new Set(mcids).size));
	check('every page leads from its marks back to the structure', pdf.pages.flatMap((page, index) => {
		const list = pdf.list(parents.get(Number(page['/StructParents'])));
		return marked[index]!.mcids.every((mcid) => typeof list[mcid] === 'string') ? [] : [`page ${index + 1}`];
	}));
	const drawn = new Set(marked.flatMap(({ mcids }, index) => mcids.map((mcid) => `${referenceOf(index)}/${mcid}`)));
	check('no element names content that is not there', [...owners.keys()].filter((key) => !drawn.has(key)));
	check('every page has content', each(({ mcids }) => (mcids.length === 0 ? 1 : 0)));
}

function checkFonts(pdf: PdfObjects, check: Check): void {
	const fonts = pdf.all().filter((object) => object['/Type'] === '/Font');
	const descriptors = pdf.all().filter((object) => object['/Type'] === '/FontDescriptor');
	check('31-009 every font is in the file', [...descriptors.filter((one) => !one['/FontFile'] && !one['/FontFile2'] && !one['/FontFile3']).map((one) => text(pdf.at(one['/FontName']))), ...(descriptors.length === 0 ? ['no fonts'] : [])]);
	check('31-027 every character can be read back', fonts.filter((font) => font['/Subtype'] === '/Type0' && font['/ToUnicode'] === undefined).map((font) => text(font['/BaseFont'])));
	check('only the used part of every font is in the file', descriptors.filter((one) => !/^\/[A-Z]{6}\+/.test(text(pdf.at(one['/FontName'])))).map((one) => text(pdf.at(one['/FontName']))));
}

function checkOutline(pdf: PdfObjects, root: PdfDict, check: Check): void {
	const items: PdfDict[] = [];
	const collect = (value: PdfValue | undefined) => {
		for (let item = pdf.dict(value); item['/Title'] !== undefined; item = pdf.dict(item['/Next'])) {
			items.push(item);
			collect(item['/First']);
		}
	};
	collect(pdf.dict(root['/Outlines'])['/First']);
	check('there are bookmarks', items.length > 0 ? [] : ['none']);
	const pages = new Set(pageReferences(pdf));
	check('every bookmark has a name and leads to a page', items.filter((item) => text(pdf.at(item['/Title'])).trim() === '' || !pages.has(text(pdf.list(item['/Dest'])[0]))).map((item) => text(pdf.at(item['/Title']))));
}

/** References of the pages, in their order. */
function pageReferences(pdf: PdfObjects): string[] {
	const found: string[] = [];
	const collect = (reference: PdfValue) => {
		const node = pdf.dict(reference);
		if (node['/Type'] === '/Page') found.push(text(reference));
		else for (const kid of pdf.list(node['/Kids'])) collect(kid);
	};
	collect(pdf.dict(pdf.trailer['/Root'])['/Pages'] ?? null);
	return found;
}

function numberTree(pdf: PdfObjects, node: PdfDict, found = new Map<number, PdfValue>()): Map<number, PdfValue> {
	const nums = pdf.list(node['/Nums']);
	for (let index = 0; index < nums.length; index += 2) found.set(Number(nums[index]), nums[index + 1]!);
	for (const kid of pdf.list(node['/Kids'])) numberTree(pdf, pdf.dict(kid), found);
	return found;
}

function walk(pdf: PdfObjects, tree: PdfDict): Element[] {
	const kidsOf = (value: PdfValue | undefined): PdfValue[] => (value === undefined ? [] : Array.isArray(pdf.at(value)) ? pdf.list(value) : [value]);
	const element = (reference: PdfValue, parent: Element | null): Element => {
		const dict = pdf.dict(reference);
		const own: Element = { type: text(dict['/S']).slice(1), dict, reference: text(reference), kids: [], marks: [], objects: [], parent };
		for (const kid of kidsOf(dict['/K'])) {
			const target = pdf.dict(kid);
			if (typeof pdf.at(kid) === 'number') own.marks.push({ page: text(dict['/Pg']), mcid: Number(pdf.at(kid)) });
			else if (target['/Type'] === '/MCR') own.marks.push({ page: text(target['/Pg'] ?? dict['/Pg']), mcid: Number(target['/MCID']) });
			else if (target['/Type'] === '/OBJR') own.objects.push(pdf.dict(target['/Obj']));
			else own.kids.push(element(kid, own));
		}
		return own;
	};
	return kidsOf(tree['/K']).map((kid) => element(kid, null));
}

const flatten = (elements: readonly Element[]): Element[] => elements.flatMap((element) => [element, ...flatten(element.kids)]);
const text = (value: PdfValue | undefined): string => (typeof value === 'string' ? value.replace(/^u:/, '') : '');
const describe = ({ type, parent }: Element): string => `${type} in ${parent?.type ?? 'the root'}`;

/** Attributes are one dictionary or several. */
function attribute(pdf: PdfObjects, dict: PdfDict, name: string): PdfValue {
	const owners = Array.isArray(pdf.at(dict['/A'])) ? pdf.list(dict['/A']) : [dict['/A'] ?? null];
	for (const owner of owners) {
		const value = pdf.dict(owner)[name];
		if (value !== undefined) return pdf.at(value);
	}
	return null;
}
