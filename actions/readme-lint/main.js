// Made from packages/actions by npm run generate.
import { isStarted, runTool } from '../run.js'

export const run = () => runTool('readme-lint')

if (isStarted(import.meta.url)) await run()
