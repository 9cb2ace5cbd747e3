import type { ExitCode, Program } from '@frontdoor/kit/cli/command'
import type { Io } from '@frontdoor/kit/io'
import { type CodeAction, type CodeActionParams, TextDocumentSyncKind } from 'vscode-languageserver'
import { createConnection, TextDocuments } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { fixAll, fixAllKind, quickFixes } from './actions.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { hoverAt } from './hover.ts'
import { lifecycle, refuse, refused } from './lifecycle.ts'
import { findingsOf, fixedText, lookingWith } from './look.ts'

/** A pause in typing after which a document is looked at, in milliseconds. */
const pause = 200

/** `readme-lint lsp`: serves an editor over standard input and output until it says goodbye. */
export async function serve({ name, version }: Program, { env }: Pick<Io, 'env'>): Promise<ExitCode> {
  const connection = createConnection(process.stdin, process.stdout, { messageStrategy: lifecycle() })
  const documents = new TextDocuments(TextDocument)
  const look = lookingWith(env)
  const waiting = new Map<string, NodeJS.Timeout>()

  const publish = async (document: TextDocument): Promise<void> => {
    const diagnostics = diagnosticsOf(document, await findingsOf(document, look))
    // The text may have changed, or the document been closed, meanwhile.
    if (documents.get(document.uri)?.version !== document.version) return
    await connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics })
  }
  const publishSoon = (document: TextDocument, delay: number): void => {
    clearTimeout(waiting.get(document.uri))
    const timer = setTimeout(() => publish(document).catch((error) => connection.console.error(String(error))), delay)
    waiting.set(document.uri, timer)
  }

  connection.onRequest(refused, refuse)
  connection.onInitialize(() => ({
    serverInfo: { name, version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
      hoverProvider: true,
    },
  }))
  documents.onDidChangeContent(({ document }) => publishSoon(document, document.version === 1 ? 0 : pause))
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri))
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  // A manifest, a config or a file that a README links may be the one that was saved.
  const publishAll = () => {
    for (const document of documents.all()) publishSoon(document, 0)
  }
  documents.onDidSave(publishAll)
  connection.onDidChangeWatchedFiles(publishAll)

  connection.onCodeAction(async ({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> => {
    const document = documents.get(textDocument.uri)
    if (!document) return []
    const wants = (kind: string) => context.only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? true
    const single = wants('quickfix') ? quickFixes(document, await findingsOf(document, look), range) : []
    return wants(fixAllKind) ? [...single, ...fixAll(document, await fixedText(document, look))] : single
  })
  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri)
    return document && hoverAt(document, await findingsOf(document, look), document.offsetAt(position))
  })

  documents.listen(connection)
  connection.listen()
  // The connection ends the process when the editor says so, or is gone.
  return new Promise(() => {})
}
