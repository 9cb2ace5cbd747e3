import { defineRule, type Rule } from '../../rule.ts'

/** microsoft/vscode-vsce, src/package.ts, 2026-07-24. */
const sentence = 'This is the README for your extension '

export const rule: Rule = defineRule({
  name: 'host/vsce-template',
  summary: 'The README of an extension for VS Code is no longer the one of the template.',
  why: 'vsce refuses to package an extension whose README still has the first sentence of its template.',
  severity: 'error',
  *check({ document, showings }) {
    const start = document.source.indexOf(sentence)
    if (start < 0 || !showings.some(({ host }) => host.name === 'vscode-marketplace')) return
    yield {
      at: { start, end: start + sentence.length - 1 },
      message: 'vsce refuses a README that still has this sentence of the template: say what the extension does',
      hosts: ['vscode-marketplace'],
    }
  },
})
