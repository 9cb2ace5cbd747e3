#!/usr/bin/env node
// Plays GitHub's command `gh` for the scripts of recipes: `gh api` really asks, all else is written down in $GH_LOG.
import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync } from 'node:fs'

const [, , ...argv] = process.argv
const { GH_LOG = '', GH_TOKEN, GITHUB_API_URL, GH_ANSWERS = '{}' } = process.env
if (!GH_TOKEN) fail('gh: set GH_TOKEN')

if (argv[0] === 'api') await api(argv.slice(1))
else {
  const input = argv.includes('-') ? readFileSync(0, 'utf8') : undefined
  appendFileSync(GH_LOG, `${JSON.stringify({ argv, ...(input !== undefined && { input }) })}\n`)
  const answer = JSON.parse(GH_ANSWERS)[argv.slice(0, 2).join(' ')]
  if (answer === undefined) process.exitCode = 1
  else process.stdout.write(answer)
}

/** Only what the recipes use of it. */
async function api(given) {
  const { path, method = 'GET', jq, fields, silent } = read(given)
  const answer = await fetch(`${GITHUB_API_URL}/${path}`, {
    method,
    headers: { authorization: `token ${GH_TOKEN}`, 'content-type': 'application/json' },
    ...(method !== 'GET' && { body: JSON.stringify(fields) }),
  })
  const body = await answer.text()
  if (!answer.ok) fail(`gh: ${body}`)
  if (silent) return
  if (jq === undefined) process.stdout.write(body)
  else {
    const { stdout, stderr, status } = spawnSync('jq', ['--raw-output', jq], { input: body, encoding: 'utf8' })
    if (status !== 0) fail(stderr)
    process.stdout.write(stdout)
  }
}

function read(given) {
  const read = { fields: {} }
  for (let at = 0; at < given.length; at++) {
    const one = given[at]
    if (one === '--silent') read.silent = true
    else if (one === '--paginate') continue
    else if (one === '--method') read.method = given[++at]
    else if (one === '--jq') read.jq = given[++at]
    else if (one === '--raw-field') {
      const [, name, value] = /^([^=]+)=([\s\S]*)$/.exec(given[++at])
      read.fields[name] = value
    } else if (one.startsWith('-') || read.path) fail(`gh: unknown ${one}`)
    else read.path = one
  }
  return read
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
