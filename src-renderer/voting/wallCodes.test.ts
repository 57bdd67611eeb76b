import { expect, test } from 'vitest';
import { spacedCode } from '../../src-shared/domain/spacedCode.ts';
import { scannedAddress, typedAddress, wifiText } from './wallCodes.ts';

test('the code of a wireless network escapes what the format takes for its own', () => {
	expect(wifiText({ network: 'Longview', password: 'amber-ridge-42' })).toBe('WIFI:T:WPA;S:Longview;P:amber-ridge-42;;');
	expect(wifiText({ network: 'Café; "Rue, 5": \\o/', password: 'a;b' })).toBe('WIFI:T:WPA;S:Café\\; \\"Rue\\, 5\\"\\: \\\\o/;P:a\\;b;;');
	expect(wifiText({ network: 'Open', password: '' })).toBe('WIFI:T:nopass;S:Open;;');
	expect(wifiText({ network: 'cafe', password: '12345678' })).toBe('WIFI:T:WPA;S:"cafe";P:"12345678";;');
});

test('a code is read in two breaths, and an address as it is typed', () => {
	expect(['7K42QF', 'K7QM2XPA'].map(spacedCode)).toEqual(['7K4 2QF', 'K7QM 2XPA']);
	expect(typedAddress({ address: '192.168.8.20', port: 4600 })).toBe('192.168.8.20:4600');
	expect(typedAddress({ address: '192.168.8.20', port: 80 })).toBe('192.168.8.20');
	expect(typedAddress({ address: 'fe80::1', port: 4600 })).toBe('[fe80::1]:4600');
});

test('the wall of a strict room lets nobody in', () => {
	const open = { address: '10.0.0.2', port: 4600, code: '7K42QF', strict: false };
	expect(scannedAddress(open)).toBe('http://10.0.0.2:4600/#7K42QF');
	expect(scannedAddress({ ...open, strict: true })).toBe('http://10.0.0.2:4600/');
});
