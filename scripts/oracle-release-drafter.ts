// Compares the releases that changelog-gen makes with those of release-drafter, for a file of cases: `npm run oracle:release-drafter -- FILE`.
import { readFileSync } from 'node:fs'
import { differing, type OracleCase } from './oracle/release-drafter.ts'

const [file] = process.argv.slice(2)
process.exitCode = file === undefined ? usage() : await compare(file)

function usage(): number {
  console.error('Say which file has the cases: npm run oracle:release-drafter -- FILE')
  return 2
}

async function compare(path: string): Promise<number> {
  const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { cases: readonly OracleCase[] }
  let equal = 0
  for (const [index, one] of cases.entries()) {
    const fields = await differing(one).catch((error) => [error instanceof Error ? error.message : String(error)])
    if (fields.length === 0) equal++
    else console.log(`${index + 1} ${one.name}: ${fields.join(', ')}`)
  }
  console.log(`equal ${equal} of ${cases.length}`)
  return equal === cases.length ? 0 : 1
}
