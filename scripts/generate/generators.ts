import * as actions from './actions.ts'
import * as badges from './badges.ts'
import * as blocks from './blocks.ts'
import * as commands from './commands.ts'
import * as config from './config.ts'
import * as emoji from './emoji.ts'
import * as example from './example.ts'
import type { Generator } from './generator.ts'
import * as hosts from './hosts.ts'
import * as packageReadmes from './package-readmes.ts'
import * as recipes from './recipes.ts'
import * as releaseSchema from './release-schema.ts'
import * as rules from './rules.ts'
import * as tasks from './tasks.ts'

/** What makes the files that show what the tools do, which a tool is run for. */
export const generators: readonly Generator[] = [
  actions,
  badges,
  blocks,
  commands,
  config,
  emoji,
  example,
  hosts,
  packageReadmes,
  recipes,
  releaseSchema,
  rules,
  tasks,
]
