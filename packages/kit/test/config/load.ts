// Loads the config of a folder, to see what that loads.
import { loadConfig } from '../../src/config.ts'
import { section } from './sample.ts'

const [folder = ''] = process.argv.slice(2)

await loadConfig({ cwd: folder }, { from: folder, root: folder, tool: 'readme-lint', schema: section })
