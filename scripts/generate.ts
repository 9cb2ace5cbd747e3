// Writes the files that are made from others (`--check` only names the stale ones): `npm run generate`.

import * as actions from './generate/actions.ts'
import * as badges from './generate/badges.ts'
import * as blocks from './generate/blocks.ts'
import * as commands from './generate/commands.ts'
import * as config from './generate/config.ts'
import * as emoji from './generate/emoji.ts'
import * as example from './generate/example.ts'
import { type Generator, writeGenerated } from './generate/generator.ts'
import * as hosts from './generate/hosts.ts'
import * as packageReadmes from './generate/package-readmes.ts'
import * as recipes from './generate/recipes.ts'
import * as rules from './generate/rules.ts'
import * as tasks from './generate/tasks.ts'
import { root } from './workspace.ts'

const generators: readonly Generator[] = [
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
  rules,
  tasks,
]

await writeGenerated(generators, root, 'npm run generate')
