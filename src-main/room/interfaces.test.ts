import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { listInterfaces } from './interfaces.ts';

const v4 = (address: string, internal = false): NetworkInterfaceInfo => ({ address, netmask: '255.255.255.0', family: 'IPv4', mac: '00:00:00:00:00:00', internal, cidr: null });
const v6 = (address: string, internal = false): NetworkInterfaceInfo => ({ address, netmask: 'ffff::', family: 'IPv6', mac: '00:00:00:00:00:00', internal, cidr: null, scopeid: 0 });
const kinds = (found: Record<string, NetworkInterfaceInfo[]>, platform: NodeJS.Platform) => listInterfaces(found, platform).map(({ name, kind }) => `${name}: ${kind}`);

describe('the networks of', () => {
	test('a Linux laptop with a hotspot, cable and Docker', () => {
		const found = {
			lo: [v4('127.0.0.1', true), v6('::1', true)],
			docker0: [v4('172.17.0.1')],
			enp0s31f6: [v4('192.168.1.20'), v6('fd00::20'), v6('fe80::1')],
			wlp2s0: [v4('10.42.0.1')],
			'br-12ab': [v4('172.18.0.1')],
		};
		expect(listInterfaces(found, 'linux')).toEqual([
			{ name: 'wlp2s0', address: '10.42.0.1', kind: 'hotspot' },
			{ name: 'enp0s31f6', address: '192.168.1.20', kind: 'wired' },
			{ name: 'docker0', address: '172.17.0.1', kind: 'virtual' },
			{ name: 'br-12ab', address: '172.18.0.1', kind: 'virtual' },
			{ name: 'enp0s31f6', address: 'fd00::20', kind: 'wired' },
			{ name: 'lo', address: '127.0.0.1', kind: 'other' },
		]);
	});

	test('a Windows laptop', () => {
		const found = {
			'vEthernet (WSL)': [v4('172.20.0.1')],
			'VirtualBox Host-Only Network': [v4('192.168.56.1')],
			Ethernet: [v4('10.0.0.4')],
			'Wi-Fi': [v4('192.168.0.12')],
			'Local Area Connection* 10': [v4('192.168.137.1')],
			'Loopback Pseudo-Interface 1': [v4('127.0.0.1', true)],
		};
		expect(kinds(found, 'win32')).toEqual([
			'Local Area Connection* 10: hotspot', 'Wi-Fi: wireless', 'Ethernet: wired', 'vEthernet (WSL): virtual', 'VirtualBox Host-Only Network: virtual',
			'Loopback Pseudo-Interface 1: other',
		]);
	});

	test('a Mac that shares its connection', () => {
		const found = { lo0: [v4('127.0.0.1', true)], utun3: [v4('10.8.0.2')], en7: [v4('192.168.1.9')], en0: [v4('192.168.1.8')], bridge100: [v4('192.168.2.1')] };
		expect(kinds(found, 'darwin')).toEqual(['bridge100: hotspot', 'en0: wireless', 'en7: wired', 'utun3: virtual', 'lo0: other']);
	});

	test('a computer that got no address put the one it gave itself behind all that were given', () => {
		expect(kinds({ wlan0: [v4('169.254.7.7')], 'Tailscale': [v4('100.64.0.1')] }, 'linux')).toEqual(['Tailscale: virtual', 'wlan0: wireless']);
	});

	test('a computer on none are the one it can try the room out on', () => {
		expect(listInterfaces({ lo: [v4('127.0.0.1', true)] }, 'linux')).toEqual([{ name: 'lo', address: '127.0.0.1', kind: 'other' }]);
		expect(listInterfaces({}, 'linux')).toEqual([]);
	});
});
