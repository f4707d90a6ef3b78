import assert from 'node:assert/strict'
import { test } from 'node:test'
import { regionOfAddress } from './region-of-address.ts'

test('addresses of both kinds, at home and abroad', () => {
  for (const [address, region] of [
    ['202.96.209.5', 'CN-SH'],
    ['::ffff:202.96.209.5', 'CN-SH'],
    ['202.98.192.67', 'CN-GZ'],
    ['2409:8c1e:75b0:80:8000::1', 'CN-SH'],
    ['168.95.1.1', 'CN-TW'],
    ['202.175.3.3', 'CN-MO'],
    ['8.8.8.8', 'US'],
  ] as const)
    assert.equal(regionOfAddress(address), region, address)
})

test('of an inner network, of this machine and of what is no address nothing is said', () => {
  for (const address of [
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '192.168.1.2',
    '100.64.0.1',
    'fe80::1',
    '',
    'unknown',
    '2408:8000::1',
  ])
    assert.equal(regionOfAddress(address), undefined, address)
})
