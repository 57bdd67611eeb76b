import { expect, test } from 'vitest';
import { safeAddress } from './links.ts';

test('only addresses of the web and of mail become links, in letters that a PDF can hold', () => {
	expect(safeAddress(' https://example.org/a b?q=ß ')).toBe('https://example.org/a%20b?q=%C3%9F');
	expect(safeAddress('https://exämple.org')).toBe('https://xn--exmple-cua.org/');
	expect(safeAddress('mailto:a@example.org')).toBe('mailto:a@example.org');
	for (const address of [
		'javascript:alert(1)',
		'file:///etc/passwd',
		'JAVASCRIPT:alert(1)',
		'example.org',
		'',
		'data:text/html,x',
	]) {
		expect(safeAddress(address)).toBeNull();
	}
});
