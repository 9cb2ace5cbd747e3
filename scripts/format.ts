// Formats the sources, and mends what the linter can mend safely: `npm run format`.
import { runBin } from './process.ts'

const { code, output, errors } = await runBin('@biomejs/biome', 'biome', ['check', '--write', '--colors=off'])
process.stdout.write(output + errors)
process.exitCode = code
