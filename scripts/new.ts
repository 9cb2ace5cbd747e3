// Starts a rule with its fixtures: `npm run new rule group/name`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type GeneratedFile, mend } from './generate/generator.ts'
import { ruleFiles, ruleSteps } from './new/rule.ts'
import { root } from './workspace.ts'

/** A kind of thing that there are many of, each in a file of its own. */
interface Kind {
  files(name: string): readonly GeneratedFile[]
  steps(name: string): readonly string[]
}

const kinds: ReadonlyMap<string, Kind> = new Map([['rule', { files: ruleFiles, steps: ruleSteps }]])

const [kind = '', name = ''] = process.argv.slice(2)
process.exitCode = start(kinds.get(kind), name)

function start(wanted: Kind | undefined, called: string): number {
  if (wanted === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(called)) {
    console.error(
      `Say what to start, and its name in kebab-case: npm run new ${[...kinds.keys()].join('|')} group/name`,
    )
    return 2
  }
  const files = wanted.files(called)
  const taken = files.find(({ path }) => existsSync(join(root, path)))
  if (taken) {
    console.error(`${taken.path} is there already; choose another name`)
    return 2
  }
  mend(files, root)
  for (const { path } of files) console.log(`Wrote ${path}`)
  console.log(
    `\nNext:\n${wanted
      .steps(called)
      .map((step, index) => `${index + 1}. ${step}`)
      .join('\n')}`,
  )
  return 0
}
