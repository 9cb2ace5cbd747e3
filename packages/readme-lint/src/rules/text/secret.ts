import { crc32 } from '../../readme/crc32.ts'
import { defineRule, type Rule } from '../../rule.ts'

interface Token {
  readonly owner: string
  readonly pattern: RegExp
  /** Tells a real token by a sum that it carries. */
  readonly proves?: (token: string) => boolean
}

/** Forms that the issuers document for secret scanners (read 2026-11-25). */
const tokens: readonly Token[] = [
  { owner: 'GitHub', pattern: /\bgh[pousr]_[A-Za-z0-9]{36}\b/g, proves: endsInSum },
  { owner: 'npm', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g, proves: endsInSum },
  { owner: 'GitHub', pattern: /\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/g },
  { owner: 'PyPI', pattern: /\bpypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[\w-]{70,}/g },
  { owner: 'AWS', pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g },
  { owner: 'Slack', pattern: /\bxox[abps]-\d{10,13}-\d{10,13}-(?:\d{10,13}-)?[a-zA-Z0-9]{24,34}\b/g },
  { owner: 'Slack', pattern: /\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,10}\/B[A-Z0-9]{8,10}\/[A-Za-z0-9]{24}\b/g },
  { owner: 'Stripe', pattern: /\b[sr]k_live_[A-Za-z0-9]{24,99}\b/g },
  { owner: 'GitLab', pattern: /\bglpat-[\w-]{20}\b/g },
  { owner: 'OpenAI', pattern: /\bsk-(?:proj-|svcacct-)?[\w-]{20,100}T3BlbkFJ[\w-]{20,100}/g },
  { owner: 'Anthropic', pattern: /\bsk-ant-(?:api|admin)\d\d-[\w-]{93}AA\b/g },
  { owner: 'SendGrid', pattern: /\bSG\.[\w-]{22}\.[\w-]{43}\b/g },
  { owner: 'Hugging Face', pattern: /\bhf_[A-Za-z]{34}\b/g },
  { owner: 'Google', pattern: /\bGOCSPX-[\w-]{28}\b/g },
]

/** What each of them has, so that one look is enough for most documents. */
const any = /gh[pousr]_|npm_|_pat_|pypi-|A[KS]IA|xox[abps]-|hooks\.slack|_live_|glpat-|sk-|SG\.|hf_|GOCSPX-|PRIVATE KEY/

const privateKey =
  /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----\s+(?:[ \t>]*[A-Za-z0-9+/=]{40,80}\s+){4}/g

export const rule: Rule = defineRule({
  name: 'text/secret',
  summary: 'No access token and no private key stands in the README.',
  why: "A README is copied to registries, mirrors and caches within minutes of a push, so a token in it is everybody's. Revoke it first, then write an example that cannot be taken for one.",
  severity: 'error',
  rst: true,
  *check({ document: { source } }) {
    if (!any.test(source)) return
    for (const { owner, pattern, proves = isRandom } of tokens) {
      for (const { 0: token, index } of source.matchAll(pattern)) {
        if (!proves(token) || isExample(token)) continue
        yield {
          at: { start: index, end: index + token.length },
          message: `This looks like a real token of ${owner} (${token.slice(0, 4)}…): revoke it, and write an example in its place`,
        }
      }
    }
    for (const { 0: key, index } of source.matchAll(privateKey)) {
      if (!isRandom(key.replace(/^-.*$/m, ''))) continue
      const end = index + (/^.*/.exec(key)?.[0].length ?? 0)
      yield {
        at: { start: index, end },
        message: 'This looks like a real private key: replace it where it is in use, and remove it',
      }
    }
  },
})

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The last six characters are the CRC-32 of the random part in base 62 (GitHub blog, 2021-04-05; npm does the same). */
function endsInSum(token: string): boolean {
  const random = token.slice(token.indexOf('_') + 1, -6)
  let rest = crc32(random)
  let sum = ''
  for (let digit = 0; digit < 6; digit++) {
    sum = base62.charAt(rest % 62) + sum
    rest = Math.floor(rest / 62)
  }
  return token.endsWith(sum)
}

/** Words and runs that people put into examples. */
function isExample(token: string): boolean {
  return /example|sample|dummy|fake|secret|your|test|token|x{4}|\.{3}|(.)\1{4}|0?1234567|abcdef|deadbeef/i.test(token)
}

/** Bits a character that chance gives and a made-up text does not. */
function isRandom(text: string): boolean {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits >= 3.4
}
