import { type PythonFacts, untoldType } from './python-facts.ts'

/**
 * What setup.py says beyond doubt: arguments of its `setup(…)` that are plain strings, or names that the file, or one that it executes, sets
 * once to a plain string. Undefined where it does not call `setup`. Python is never run.
 *
 * @param read gives the text of a file beside it, empty where there is none
 */
export function readSetupPy(source: string, read: (path: string) => string): PythonFacts | undefined {
  // An entry of a dictionary becomes a name of its own: `about['__title__']`.
  const code = source.replace(/^[ \t]*#.*$/gm, '').replace(/\b([A-Za-z_]\w*)\[(["'])(__\w+__)\2\]/g, '$1$3')
  const calls = [...code.matchAll(/^[ \t]*(?:setuptools\.)?setup[ \t]*\(/gm)].map((call) =>
    code.slice(call.index + call[0].length),
  )
  if (calls.length === 0) return undefined
  const { all, own } = callArguments(argumentsOf(calls, code))
  const names = new Map([...constants(code), ...executed(code, read)])
  const get = (name: string) => argument(own, name, names)
  return {
    name: get('name'),
    version: get('version'),
    description: get('description'),
    license: get('license'),
    ...(get('long_description') === undefined && readmeIn(code, own)),
    runtime: get('python_requires'),
    urls: [...pair('homepage', get('url')), ...projectUrls(all)],
    classifiers: [...all.matchAll(/(["'])((?:License|Private) :: [^"'\n]*)\1/g)].map(([, , line]) => line ?? ''),
    dependencies: strings(all, 'install_requires'),
    commands: [...all.matchAll(/(["'])([\w.-]+)\s*=\s*[\w.]+:[\w.]+\1/g)].map(([, , command]) => command ?? ''),
  }
}

/**
 * The one README that the file opens, where `setup` gets a long description that is no plain string, and what it is said to be written in. None that is
 * converted first.
 */
function readmeIn(code: string, args: string): Pick<PythonFacts, 'readme' | 'readmeType'> {
  if (!/\blong_description\b/.test(args) || /\b(?:pypandoc|m2r2?)\b/.test(code)) return {}
  const opened = code.matchAll(/(?:\b(?:open|read\w*|join|Path)\(|\/ ?)[^\n]*?(["'])((?:\.\/)?readme(?:\.\w+)?)\1/gi)
  const names = new Set([...opened].map(([, , name = '']) => name))
  const [readme] = names
  if (names.size !== 1 || readme === undefined) return {}
  const [type] = /\btext\/(?:markdown|x-rst|plain)\b/.exec(code) ?? []
  // What a name stands for is not known.
  const isSaid = code.includes('content_type')
  return { readme, readmeType: type ?? (isSaid ? undefined : untoldType) }
}

/** The source from the first argument on; none where calls differ. `setup(**kwargs)` leads to the dictionary `kwargs`. */
function argumentsOf(calls: readonly string[], code: string): string {
  const kwargs = new Set(calls.map((call) => /^\s*\*\*(\w+)\s*,?\s*\)/.exec(call)?.[1]))
  const [name] = kwargs
  if (kwargs.size === 1 && name !== undefined)
    return new RegExp(`^${name}[ \\t]*=[ \\t]*\\{([\\s\\S]*)`, 'm').exec(code)?.[1] ?? ''
  return calls.length === 1 ? (calls[0] ?? '') : ''
}

const token = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[([{]|[)\]}]|[^"'()[\]{}]+|["']/g

/** The arguments up to the end of their call, and of these the ones that are not inside another call or list. */
function callArguments(source: string): { readonly all: string; readonly own: string } {
  let [depth, own] = [0, '']
  for (const [text] of source.matchAll(token)) {
    if (/^[)\]}]$/.test(text)) depth -= 1
    if (depth < 0) return { all: source.slice(0, own.length), own: own + text }
    own += depth > 0 ? ' '.repeat(text.length) : text
    if (/^[([{]$/.test(text)) depth += 1
  }
  return { all: source, own }
}

const string = String.raw`(?:"((?:[^"\\\n{}]|\\.)*)"|'((?:[^'\\\n{}]|\\.)*)')`
/** A string that is the whole argument: two strings in a row are one in Python. */
const stringArgument = new RegExp(String.raw`^${string}\s*[,)}]`)
const stringStatement = new RegExp(String.raw`^${string}[ \t]*(?:#.*)?$`)

/** Strings that the top of the file gives a name, once. */
function constants(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const seen = new Set<string>()
  for (const [, name = '', value = ''] of source.matchAll(/^([A-Za-z_]\w*)[ \t]*=[ \t]*(.*)$/gm)) {
    const constant = stringAt(value, stringStatement)
    if (constant !== undefined && !seen.has(name)) found.set(name, constant)
    else found.delete(name)
    seen.add(name)
  }
  return found
}

/** What `exec(f.read(), about)` puts into `about`, where `f` is a file of Python that the code has opened. */
function executed(code: string, read: (path: string) => string): (readonly [string, string])[] {
  const [, dictionary] = /\bexec\([^\n]*,\s*([A-Za-z_]\w*)\s*\)/.exec(code) ?? []
  const [, written = ''] = /\bopen\(([^\n]*?\.py["'])/.exec(code) ?? []
  if (dictionary === undefined || written === '') return []
  const names = constants(code)
  const parts = [...written.matchAll(/(["'])([^"'\n]*)\1|\b([A-Za-z_]\w*)(?=\s*,)/g)]
  // What is not known here is the folder of setup.py itself.
  const path = parts.flatMap(([, , text, name = '']) => text ?? names.get(name) ?? []).join('/')
  return [...constants(read(path))].map(([name, value]) => [dictionary + name, value] as const)
}

function argument(args: string, name: string, names: ReadonlyMap<string, string>): string | undefined {
  const found = new RegExp(`(?:^|[,({\\s])(?:${name}[ \\t]*=(?!=)|(["'])${name}\\1[ \\t]*:)\\s*`).exec(args)
  if (found === null) return undefined
  const value = args.slice(found.index + found[0].length)
  const [, constant = ''] = /^([A-Za-z_]\w*)\s*[,)}]/.exec(value) ?? []
  return stringAt(value, stringArgument) ?? names.get(constant)
}

function stringAt(value: string, form: RegExp): string | undefined {
  const [, double, single] = form.exec(value) ?? []
  const text = (double ?? single)?.replace(/\\(["'\\])/g, '$1').trim()
  return text === '' || text?.includes('\\') ? undefined : text
}

function projectUrls(args: string): (readonly [string, string])[] {
  const [, block = ''] = /\bproject_urls[ \t]*=[ \t]*(?:dict\()?\{([^{}]*)\}/.exec(args) ?? []
  return [...block.matchAll(/(["'])([^"'\n]+)\1\s*:\s*(["'])(https?:[^"'\n]+)\3/g)].flatMap(([, , label = '', , url]) =>
    pair(label, url),
  )
}

/** The plain strings of an argument that is a list. */
function strings(args: string, name: string): string[] {
  const [, list = ''] =
    new RegExp(`\\b${name}[ \\t]*=[ \\t]*\\[((?:[^\\]"']|"[^"\\n]*"|'[^'\\n]*')*)\\]`).exec(args) ?? []
  return [...list.matchAll(/(["'])([^"'\n]+)\1/g)].map(([, , text]) => text ?? '')
}

function pair(label: string, url: string | undefined): (readonly [string, string])[] {
  return url ? [[label, url]] : []
}
