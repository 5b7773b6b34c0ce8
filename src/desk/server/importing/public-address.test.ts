import { describe, expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';

const cases = [
  ['93.184.216.34', true],
  ['8.8.8.8', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['127.0.0.1', false],
  ['127.8.9.10', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false], // where a cloud machine keeps its keys
  ['100.64.0.1', false],
  ['198.18.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:93.184.216.34', false], // written so, nobody needs it
  ['64:ff9b::7f00:1', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['fd12:3456::1', false],
  ['ff02::1', false],
  ['2002:7f00:1::', false],
  ['2001::1', false],
  ['2001:db8::1', false],
  ['exemple.fr', false],
  ['', false],
] as const;
describe('an address that the whole internet reaches', () => {
  for (const [address, isPublic] of cases)
    test(`${address || '(empty)'}: ${isPublic}`, () => expect(isPublicAddress(address)).toBe(isPublic));
});
