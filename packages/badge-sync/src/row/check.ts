import type { FlagValues } from '@frontdoor/kit/cli/command'
import { UserError } from '@frontdoor/kit/io'
import type { Check } from '../check.ts'
import type { initFlags } from '../flags.ts'
import type { Settings } from '../settings.ts'
import { rowKinds } from './kinds.ts'
import { missing } from './missing.ts'

type Flags = Pick<FlagValues<typeof initFlags>, 'downloads' | 'kinds' | 'style'>

/** Above so many, the badge that matters is not found; `readme-lint` says so, too. */
const enough = 10

/**
 * The check that a call of `badge-sync init` wants; what it does not say, the config says.
 *
 * @throws {UserError} for a kind that no row has
 */
export function rowCheck({ downloads, kinds, style }: Flags, settings: Settings): Check {
  const named = kinds?.split(',').map((kind) => kind.trim()) ?? settings.kinds
  const unknown = named?.find((kind) => !rowKinds.some((one) => one === kind))
  if (unknown !== undefined)
    throw new UserError(`--kinds: there is no kind "${unknown}"; choose from ${rowKinds.join(', ')}`)
  const usual = rowKinds.filter((kind) => kind !== 'downloads' || downloads)
  const isAsked = named !== undefined || downloads
  return missing({ kinds: named ?? usual, style: style ?? settings.style, most: isAsked ? undefined : enough })
}
