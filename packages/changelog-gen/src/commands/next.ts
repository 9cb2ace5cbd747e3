import type { Call, ExitCode } from '@frontdoor/kit/command'
import type { nextFlags } from './flags.ts'
export async function next(_call: Call<typeof nextFlags>): Promise<ExitCode> {
  return 0
}
