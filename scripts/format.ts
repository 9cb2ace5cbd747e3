// Formats the sources, and mends what the linter can mend safely: `npm run format`.
import { runBin } from './process.ts'

const { code, output } = await runBin('@biomejs/biome', 'biome', ['check', '--write', '--colors=off'])
process.stdout.write(output)
process.exitCode = code
