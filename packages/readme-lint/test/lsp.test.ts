import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type FileTable, project, type TestProject } from '@frontdoor/kit/testing'
import { expect, onTestFinished, test } from 'vitest'
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'

const command = join(import.meta.dirname, '..', 'dist', 'cli.js')
const faulty = '# Tea\n\nBrews tea on time. See [black](black) and [green](#green).\n\n## Black\n\nFour minutes.\n'

/** An editor with one open document. */
interface Editor {
  readonly connection: ProtocolConnection
  readonly server: ChildProcess
  readonly folder: TestProject
  readonly textDocument: { readonly uri: string }
  readonly text: string
  /** The diagnostics that the server says next. */
  next(): Promise<readonly Diagnostic[]>
}

function start(): Pick<Editor, 'server' | 'connection'> {
  const server = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void server.kill())
  return { server, connection: createProtocolConnection(server.stdout, server.stdin) }
}

async function edit(text: string, files: FileTable = {}, name = 'README.md'): Promise<Editor> {
  const folder = await project({ [name]: '', ...files })
  const { server, connection } = start()
  const said: (readonly Diagnostic[])[] = []
  const waiting: ((diagnostics: readonly Diagnostic[]) => void)[] = []
  connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
    const next = waiting.shift()
    if (next) next(diagnostics)
    else said.push(diagnostics)
  })
  connection.listen()
  const uri = pathToFileURL(folder.join(name)).href
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} })
  const document = { uri, languageId: 'markdown', version: 1, text }
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: document })
  const next = async () => said.shift() ?? new Promise<readonly Diagnostic[]>((resolve) => waiting.push(resolve))
  return { connection, server, folder, textDocument: { uri }, text, next }
}

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }

async function actions({ connection, textDocument }: Editor, only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only && { only }) }
  const found = await connection.sendRequest(CodeActionRequest.type, { textDocument, range: whole, context })
  return found as CodeAction[]
}

/** The text after an action. */
function applied({ text, textDocument: { uri } }: Editor, { edit: change }: CodeAction): string {
  const [first] = change?.documentChanges ?? []
  if (!first || !('edits' in first)) throw new Error('no edit of a document')
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), first.edits as never)
}

test('an open README gets its findings as diagnostics', async () => {
  const editor = await edit(faulty)
  const [dead] = (await editor.next()).filter(({ code }) => code === 'link/dead-file')
  expect(dead).toEqual({
    range: { start: { line: 2, character: 31 }, end: { line: 2, character: 36 } },
    message: 'No file black in the repository; the section is "#black"',
    severity: 1,
    source: 'readme-lint',
    code: 'link/dead-file',
    codeDescription: { href: expect.stringMatching(/^https:.*link\/dead-file\.md$/) },
  })
})

test('a change is looked at again, and so is a file that it links to when it is saved', async () => {
  const editor = await edit(faulty)
  const { connection, textDocument, folder } = editor
  await editor.next()
  const range = { start: { line: 2, character: 31 }, end: { line: 2, character: 36 } }
  const change = { textDocument: { ...textDocument, version: 2 }, contentChanges: [{ range, text: 'b.md' }] }
  await connection.sendNotification(DidChangeTextDocumentNotification.type, change)
  expect((await editor.next()).map(({ message }) => message)).toContainEqual(expect.stringContaining('No file b.md'))
  await folder.write({ 'b.md': '' })
  await connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument })
  expect((await editor.next()).map(({ code }) => code)).not.toContain('link/dead-file')
})

test('a fix is offered for what has one, and only for this version of the text', async () => {
  const editor = await edit(faulty)
  const [action] = (await actions(editor)).filter(({ title }) => title.includes('link/dead-file'))
  expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true })
  expect(applied(editor, action as CodeAction)).toBe(faulty.replace('(black)', '(#black)'))
  expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { version: 1 } }])
  const edits = [{ range: expect.anything(), newText: '#black' }]
  expect(action?.edit?.changes).toEqual({ [editor.textDocument.uri]: edits })
})

test('all that is safe is mended at once', async () => {
  const two = `${faulty}\nSee [it](black).\r\n`
  const editor = await edit(two)
  const [all, ...others] = await actions(editor, ['source.fixAll'])
  expect([all?.kind, others]).toEqual(['source.fixAll.readme-lint', []])
  expect(applied(editor, all as CodeAction)).toBe(two.replaceAll('(black)', '(#black)'))
})

test('nothing is offered where nothing can be mended', async () => {
  expect(await actions(await edit('# Tea\n\nBrews tea on time.\n'))).toEqual([])
})

test('hovering over a finding shows what the rule says', async () => {
  const { connection, textDocument } = await edit(faulty)
  const hover = (line: number, character: number) =>
    connection.sendRequest(HoverRequest.type, { textDocument, position: { line, character } })
  expect(await hover(2, 33)).toMatchObject({
    contents: { value: expect.stringMatching(/link\/dead-file.*Files move/s) },
  })
  expect(await hover(5, 0)).toBe(null)
})

test('a mistake in the config is told in the document', async () => {
  const editor = await edit(faulty, { 'frontdoor.yml': 'readme-lint: {hosts: [mars]}\n' })
  expect(await editor.next()).toMatchObject([{ severity: 1, message: expect.stringContaining('frontdoor.yml:1:23') }])
  expect(await actions(editor)).toEqual([])
})

test.each<[string, FileTable, string]>([
  ['a document that is no README', {}, 'NOTES.md'],
  ['a README that the config leaves out', { 'frontdoor.yml': 'readme-lint: {ignore: [README.md]}\n' }, 'README.md'],
])('%s is left alone', async (_, files, name) => {
  const editor = await edit(faulty, files, name)
  expect(await editor.next()).toEqual([])
})

test('the server ends when the editor says so', async () => {
  const { connection, server } = await edit(faulty)
  const ended = new Promise((resolve) => server.once('exit', resolve))
  await connection.sendRequest(ShutdownRequest.type)
  await connection.sendNotification(ExitNotification.type)
  expect(await ended).toBe(0)
})

test('a request before the first one is refused, and what is told then means nothing', async () => {
  const { connection } = start()
  connection.listen()
  const textDocument = { uri: 'file:///README.md' }
  const document = { ...textDocument, languageId: 'markdown', version: 1, text: faulty }
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: document })
  const hover = () => connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 2, character: 33 } })
  await expect(hover()).rejects.toMatchObject({ code: -32002 })
  await connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities: {} })
  expect(await hover()).toBe(null)
})

test('a request after the last one is refused', async () => {
  const { connection, textDocument } = await edit(faulty)
  await connection.sendRequest(ShutdownRequest.type)
  const asked = connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 2, character: 33 } })
  await expect(asked).rejects.toMatchObject({ code: -32600 })
  await expect(connection.sendRequest(ShutdownRequest.type)).rejects.toMatchObject({ code: -32600 })
})

test('an editor may leave without a word', async () => {
  const { connection, server } = start()
  connection.listen()
  const ended = new Promise((resolve) => server.once('exit', resolve))
  await connection.sendNotification(ExitNotification.type)
  expect(await ended).toBe(1)
})
