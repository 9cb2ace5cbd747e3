// Made by `npm run generate` from src/blocks/. Do not edit.
import type { Generator } from './block.ts'
import { block as badges } from './blocks/badges.ts'
import { block as changelog } from './blocks/changelog.ts'
import { block as contributors } from './blocks/contributors.ts'
import { block as funding } from './blocks/funding.ts'
import { block as help } from './blocks/help.ts'
import { block as include } from './blocks/include.ts'
import { block as install } from './blocks/install.ts'
import { block as links } from './blocks/links.ts'
import { block as notice } from './blocks/notice.ts'
import { block as packages } from './blocks/packages.ts'
import { block as sponsors } from './blocks/sponsors.ts'
import { block as toc } from './blocks/toc.ts'
import { block as usage } from './blocks/usage.ts'
import { block as version } from './blocks/version.ts'

export const generators: readonly Generator[] = [
  badges,
  changelog,
  contributors,
  funding,
  help,
  include,
  install,
  links,
  notice,
  packages,
  sponsors,
  toc,
  usage,
  version,
]
