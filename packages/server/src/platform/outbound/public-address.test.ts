import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

const INSIDE: Record<string, readonly string[]> = {
  'this machine': ['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '::1', '::'],
  'a private network': [
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    'fc00::1',
    'fdff::1',
    'fec0::1',
  ],
  'the same wire, and the metadata of a cloud': ['169.254.0.1', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254'],
  'a provider’s own': ['100.64.0.1', '100.127.255.255', '100.100.100.200', '192.0.0.192', '198.18.0.1', '198.19.255.255'],
  'IPv4 inside IPv6': ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::127.0.0.1', '::ffff:0:127.0.0.1'],
  'translated into IPv4': ['64:ff9b::7f00:1', '64:ff9b::169.254.169.254', '64:ff9b:1::1', '2002:7f00:1::', '2001:0:7f00:1::1'],
  'many at once': ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1', 'ff0e::1'],
  'nobody’s': [
    '240.0.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '192.88.99.1',
    '2001:db8::1',
    '100::1',
    '3fff::1',
    '5f00::1',
  ],
  'no address': [
    '',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '1.2.3.4.5',
    '1.2.3',
    'example.org',
    '[::1]',
  ],
}

test.for(Object.entries(INSIDE))('[OB2] %s is not public', ([, addresses]) => {
  expect(addresses.filter(isPublicAddress)).toEqual([])
})

test('[OB2] what anybody on the internet reaches is', () => {
  const outside = [
    '93.184.216.34',
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::8',
    '::ffff:1.1.1.1',
  ]
  expect(outside.filter((address) => !isPublicAddress(address))).toEqual([])
})
