import process from 'node:process'

/** Put in by the build; absent when the source runs unbundled. */
declare const __VERSION__: string | undefined

const help = `badge-sync has no command yet: see the roadmap in the README of Frontdoor.

Usage: badge-sync --version | --help
`

const [flag] = process.argv.slice(2)
if (flag === '--version') process.stdout.write(`${typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0'}\n`)
else if (flag === '--help') process.stdout.write(help)
else {
  process.stderr.write(help)
  process.exitCode = 2
}
