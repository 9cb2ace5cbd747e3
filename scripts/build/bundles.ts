import type { GeneratedFile } from '../generate/generator.ts'
import { findTools, root } from '../workspace.ts'
import { bundle } from './bundle.ts'
import { collectLicenses } from './licenses.ts'

/** All that may lie there. */
export const folders: readonly string[] = ['bundles']

/** The tools as they stand in git, for whoever installs them from there: a file each, and what all of them are made of. */
export async function files(workspace: string = root): Promise<readonly GeneratedFile[]> {
  const tools = findTools(workspace)
  const bundles = await Promise.all(tools.map((tool) => bundle(tool, workspace)))
  const inputs = [...new Set(bundles.flatMap((one) => one.inputs))].sort()
  return [
    ...bundles.map(({ code }, index) => ({ path: `bundles/${tools[index]?.name}.js`, text: code })),
    // The sources around them are ES modules, the bundles are none.
    { path: 'bundles/package.json', text: '{"type":"commonjs"}\n' },
    { path: 'bundles/THIRD-PARTY-LICENSES.txt', text: collectLicenses(inputs, workspace) },
  ]
}
