import type { FlagValues } from '@frontdoor/kit/command'
import { UserError } from '@frontdoor/kit/io'
import type { Check } from '../check.ts'
import { missing, rowKinds } from '../checks/missing.ts'
import type { initFlags } from '../flags.ts'

type Flags = Pick<FlagValues<typeof initFlags>, 'downloads' | 'kinds' | 'style'>

/**
 * The check that a call of `badge-sync init` wants.
 *
 * @throws {UserError} for a kind that no row has
 */
export function rowCheck({ downloads, kinds, style }: Flags): Check {
  const wanted =
    kinds?.split(',').map((kind) => kind.trim()) ?? rowKinds.filter((kind) => kind !== 'downloads' || downloads)
  const unknown = wanted.find((kind) => !rowKinds.includes(kind))
  if (unknown !== undefined)
    throw new UserError(`--kinds: there is no kind "${unknown}"; choose from ${rowKinds.join(', ')}`)
  return missing({ kinds: wanted, style })
}
