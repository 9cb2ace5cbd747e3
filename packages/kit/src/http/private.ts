import { lookup as systemLookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { HttpFailure } from './failure.ts'

/** Ranges that lead to this machine, its network or nowhere (IANA special-purpose registries, read 2026-11). */
const special = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // All that is not global unicast, and what of it carries an IPv4 address or documents.
  '::/3',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '4000::/2',
  '8000::/1',
]

// Two lists, because a list of both takes an IPv4 address for the IPv6 address that stands for it.
const blocked = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const range of special) {
  const [network = '', prefix] = range.split('/')
  const family = range.includes(':') ? 'ipv6' : 'ipv4'
  blocked[family].addSubnet(network, Number(prefix), family)
}

/** True for an address on the public internet. */
export function isPublicAddress(address: string): boolean {
  const translated = /^64:ff9b::(?<high>[\da-f]{1,4}):(?<low>[\da-f]{1,4})$/i.exec(address)?.groups
  // Behind NAT64 every IPv4 host has such an address, the public ones, too.
  if (translated) return isPublicAddress(fromWords(translated.high ?? '', translated.low ?? ''))
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  return !blocked[family].check(address.replace(/%.*$/, ''), family)
}

function fromWords(high: string, low: string): string {
  return [high, low].flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 255]).join('.')
}

/**
 * Throws for a host that is written as a private address. Names are looked at when they are resolved, but for those that only
 * a private network has: a proxy would resolve them.
 */
export function refusePrivateHost(hostname: string): void {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const isPrivate =
    isIP(host) === 0 ? /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/i.test(host) : !isPublicAddress(host)
  if (isPrivate) throw privateHost(host)
}

/** Resolves names to public addresses alone. The connection is made to what it gives, so no second answer can differ. */
export function publicLookup(lookup: LookupFunction = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [])
      const addresses = (typeof found === 'string' ? [] : found).filter(({ address }) => isPublicAddress(address))
      const [first] = addresses
      if (!first) return callback(privateHost(hostname), [])
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

function privateHost(host: string): HttpFailure {
  return new HttpFailure('private', `${host} is in a private network, which is not asked`)
}
