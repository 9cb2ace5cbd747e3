import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { Generator } from '../../packages/badge-sync/src/block.ts'
import { program as badgeSync } from '../../packages/badge-sync/src/program.ts'
import { replacedBy } from '../../packages/badge-sync/src/takeover.ts'
import { inSampleRepository } from '../sample.ts'
import { type BlockExample, blockExamples } from './block-examples.ts'
import { fence, table } from './markdown.ts'
import { printed } from './session.ts'

/** The time at which the examples are made: a notice stands for a month only. */
const now = new Date('2026-11-26T12:00:00Z')

/** The page of one block: its markers, its options, and what badge-sync writes between the markers in the sample project. */
export async function blockPage(block: Generator): Promise<string> {
  const { name, summary, example } = block
  const tried = blockExamples[name] ?? {}
  const replaced = replacedBy(name)
  const parts = [
    `<!-- Made by \`npm run generate\` from packages/badge-sync/src/blocks/${name}.ts. Do not edit. -->`,
    `# ${name}`,
    summary,
    fence('md', `<!-- badge-sync:start ${example} -->\n<!-- badge-sync:end ${name} -->`),
    '[All blocks](../blocks.md) says how markers are written, and what happens to a block that was edited by hand.',
    ...(Object.keys(block.options).length > 0 ? ['## Options', optionTable(block)] : []),
    '## Example',
    ...Object.entries(tried.files ?? {}).flatMap(([path, text]) => [
      `\`${path}\`:`,
      fence(extname(path).slice(1) || 'json', text),
    ]),
    ...(tried.body ? ['With this between the markers:', fence('md', tried.body)] : []),
    `What \`npx badge-sync${(tried.flags ?? []).map((flag) => ` ${flag}`).join('')}\` writes into the README of [examples/sample](../../examples/sample/README.md)${tried.files || tried.body ? ' with that' : ''}:`,
    fence('md', await written(block, tried)),
    ...(replaced.length > 0 ? ['## Instead of', listOf(replaced)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

/** The block as it stands in the README afterwards, markers and all. */
function written({ name, example }: Generator, { files = {}, body = '', flags = [] }: BlockExample): Promise<string> {
  return inSampleRepository(async (folder) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const readme = join(folder, 'README.md')
    const empty = [
      `<!-- badge-sync:start ${example} -->`,
      ...(body ? ['', body, ''] : []),
      `<!-- badge-sync:end ${name} -->`,
    ]
    writeFileSync(
      readme,
      readFileSync(readme, 'utf8').replace('* [Install]', () => `${empty.join('\n')}\n\n* [Install]`),
    )
    await printed(badgeSync, { cwd: folder, now }, ['--offline', ...flags])
    const [block] = /<!-- badge-sync:start [\s\S]*<!-- badge-sync:end .*-->/.exec(readFileSync(readme, 'utf8')) ?? []
    if (block === undefined || block === empty.join('\n'))
      throw new Error(`badge-sync writes nothing into the block ${name}: give it more in block-examples.ts`)
    return block
  })
}

function optionTable({ options }: Generator): string {
  const rows = Object.entries(options).map(([option, schema]) => [
    `\`${option}\``,
    `\`${JSON.stringify(schema.default)}\``,
    `${schema.description.replaceAll('|', '\\|')}${choices(schema)}`,
  ])
  return table([['Option', 'Default', 'What it does'], ...rows])
}

function choices({ enum: own, items }: Generator['options'][string]): string {
  const all = own ?? items?.enum
  return all ? ` One of ${all.map((choice) => `\`${String(choice)}\``).join(', ')}.` : ''
}

function listOf(names: readonly string[]): string {
  return `\`npx badge-sync migrate --markers\` makes this block of ${names.map((name) => `\`${name}\``).join(', ')}.`
}
