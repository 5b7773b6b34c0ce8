import { BlockList, isIP } from 'node:net';

// The address ranges that nobody outside of a network answers at: IANA's registries of special-purpose addresses
// (RFC 6890 and those after it). A name that leads into one of them leads into the reader's own machine or office.

const v4 = new BlockList();
for (const range of [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // behind a carrier's translation
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local, and the metadata of cloud machines
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and broadcast
]) {
  const [net, bits] = range.split('/') as [string, string];
  v4.addSubnet(net, Number(bits), 'ipv4');
}

/** Of IPv6 only 2000::/3 is routed at all; within it, what is for documents or carries an IPv4 address inside. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const special6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 23], // protocol assignments, Teredo among them
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['3fff::', 20], // documentation
] as const)
  special6.addSubnet(net, bits, 'ipv6');

/** True for an IP address that anybody on the internet may answer at. A name is none. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !v4.check(address, 'ipv4');
  if (family === 6) return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
  return false;
}
