import { isIP } from 'node:net'
import { UserError } from '@frontdoor/kit/io'

/** Names of variables, for messages. */
interface Names {
  /** Where the address comes from. */
  readonly name: string
  /** Where the token comes from; absent where there is none. */
  readonly secret: string | undefined
}

/**
 * A token does not travel in the clear, except to this very machine.
 *
 * @throws {UserError} for an address that would make it, and for what is no address
 */
export function refuseOpenWire(base: string, { name, secret }: Names): void {
  if (!URL.canParse(base)) throw new UserError(`${name} is no address; give one such as https://example.com/api`)
  const { protocol, hostname } = new URL(base)
  const isLocal =
    hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))
  if (secret !== undefined && protocol !== 'https:' && !isLocal)
    throw new UserError(`${name} is not https:, and the token in ${secret} would be sent in the clear`)
}
