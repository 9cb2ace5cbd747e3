import type { GeneratedFile } from './generator.ts'
import { listUnits } from './units.ts'

export const folders: readonly string[] = []

const source = 'packages/readme-lint/src'

/** The lists of rules and hosts in the code of readme-lint. */
export async function files(): Promise<readonly GeneratedFile[]> {
  return [
    { path: `${source}/rules.generated.ts`, text: listing('rules', 'Rule', listUnits('rules')) },
    { path: `${source}/hosts.generated.ts`, text: listing('hosts', 'Host', listUnits('hosts')) },
  ]
}

function listing(folder: string, type: string, names: readonly string[]): string {
  const unit = type.toLowerCase()
  const imports = names.map((name) => `import { ${unit} as ${camelCase(name)} } from './${folder}/${name}.ts'`)
  return `// Made by \`npm run generate\` from src/${folder}/. Do not edit.
${[...imports, `import type { ${type} } from './${unit}.ts'`].join('\n')}

export const ${folder}: readonly ${type}[] = [
${names.map((name) => `  ${camelCase(name)},`).join('\n')}
]
`
}

function camelCase(name: string): string {
  return name.replaceAll(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase())
}
