// What a bundle starts with. The parts of the program stand behind it, in a comment, and are evaluated when first required.
// No import and no type at run time: it runs on Node 20.19, as CommonJS or, where the package around it says so, as an ES module.
// The module that programs import is the same loader again, which takes the parts from the command beside it.
/** Tool and content; `bundle.ts` puts both in. */
declare const __ID__: string
/** For each part how far before the end of the comment it starts, and its length. */
declare const __PARTS__: Readonly<Record<string, readonly [fromEnd: number, length: number]>>
/** What the comment stands in: its text is that of the file, which Node has read already, so no part is read twice. */
declare function parts(): void
/** The part to start with. */
declare const __ENTRY__: string
/** True in the module, false in the command. */
declare const __MODULE__: boolean

type Module = { exports: unknown }
type Script = import('node:vm').Script
type Part = (require: typeof load, module: Module, filename: string, dirname: string) => void

const { getBuiltinModule, env, version, arch, platform, pid } = process
const fs = getBuiltinModule('node:fs')
const path = getBuiltinModule('node:path')
const vm = getBuiltinModule('node:vm')
const file = __MODULE__ ? path.join(import.meta.dirname, 'cli.js') : fs.realpathSync(process.argv[1] as string)
const folder = path.dirname(file)
const outside = getBuiltinModule('node:module').createRequire(file)
const text = __MODULE__ ? fs.readFileSync(file, 'latin1') : String(parts)
const end = text.lastIndexOf('\n*/')
const modules: Record<string, Module> = {}
const scripts = new Map<string, Script>()
const compiled = readCompiled()

/** Length of the code that was compiled anew. */
let fresh = 0

process.once('exit', writeCompiled)
load(__ENTRY__)

function load(name: string): unknown {
  if (!Object.hasOwn(__PARTS__, name)) return outside(name)
  const known = modules[name]
  if (known) return known.exports
  const module: Module = { exports: {} }
  modules[name] = module
  const cachedData = compiled.get(name)
  const code = codeOf(name)
  const script = new vm.Script(code, {
    filename: file + name.slice(1),
    ...(cachedData && { cachedData }),
  })
  scripts.set(name, script)
  if (!cachedData || script.cachedDataRejected) fresh += code.length
  ;(script.runInThisContext() as Part)(load, module, file, folder)
  return module.exports
}

function codeOf(name: string): string {
  const [fromEnd, length] = __PARTS__[name] as readonly [number, number]
  const code = text.slice(end - fromEnd, end - fromEnd + length)
  // `inComment` has hidden the end of comments, and what is not ASCII.
  return code.includes('\x7f') ? code.replaceAll(/\x7f(\/|[\da-f]{4})/g, shown) : code
}

function shown(_: string, hidden: string): string {
  return hidden === '/' ? hidden : String.fromCharCode(Number.parseInt(hidden, 16))
}

// V8 takes a quarter of a short run to compile what runs. So it keeps that for the next run, as Node itself does for modules
// (`module.enableCompileCache`, which knows only files), in a folder that nobody else may write to.

/**
 * Where all caches of this person lie; a relative path would be one that a project can put a file at. The rule of `cacheFolder` in kit once more: what
 * reads the parts of the program cannot be in one.
 */
function cacheFolder(): string | undefined {
  // What a program imports leaves no files behind.
  if (__MODULE__ || env.NODE_DISABLE_COMPILE_CACHE) return undefined
  const { FRONTDOOR_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = env
  const home = HOME && path.join(HOME, platform === 'darwin' ? 'Library/Caches' : '.cache', 'frontdoor')
  const usual = platform === 'win32' ? LOCALAPPDATA && path.join(LOCALAPPDATA, 'frontdoor', 'Cache') : home
  const folder = FRONTDOOR_CACHE || (XDG_CACHE_HOME ? path.join(XDG_CACHE_HOME, 'frontdoor') : usual)
  return folder && path.isAbsolute(folder) ? folder : undefined
}

function cacheFile(): string | undefined {
  const cache = cacheFolder()
  return cache && path.join(cache, `${__ID__}-${version}-${arch}.bin`)
}

/** How often the file was written, then the names and lengths of what stands behind it. */
type Header = readonly [writes: number, ...parts: (readonly [name: string, length: number])[]]

interface Compiled {
  readonly writes: number
  has(name: string): boolean
  get(name: string): Buffer | undefined
}

/** What V8 kept, part by part; each is read when it is asked for. The file is a header, a zero, then the parts. */
function readCompiled(): Compiled {
  const places = new Map<string, readonly [start: number, length: number]>()
  let handle = -1
  let writes = 0
  try {
    handle = openOwn(cacheFile() as string)
    const head = readAt(handle, 0, 16 * 1024)
    const [count, ...names]: Header = JSON.parse(head.toString('utf8', 0, head.indexOf(0)))
    let start = head.indexOf(0) + 1
    for (const [name, length] of names) {
      places.set(name, [start, length])
      start += length
    }
    if (fs.fstatSync(handle).size !== start) places.clear()
    else writes = count
  } catch {}
  return {
    writes,
    has: (name) => places.has(name),
    get: (name) => {
      const place = places.get(name)
      return place && readAt(handle, ...place)
    },
  }
}

function readAt(handle: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  return bytes.subarray(0, fs.readSync(handle, bytes, 0, length, start))
}

/** Opens a file that only this user can have written: it becomes code. */
function openOwn(name: string): number {
  const handle = fs.openSync(name, 'r')
  const { uid, mode } = fs.fstatSync(handle)
  if (!process.getuid || (uid === process.getuid() && (mode & 0o022) === 0)) return handle
  fs.closeSync(handle)
  throw new Error('not ours')
}

/**
 * Keeps the code of a run that compiled something of size anew, and of a second and a third one: each meets functions that
 * those before had no need of. Whatever stands in the way, the next run only takes longer.
 */
function writeCompiled(): void {
  const target = cacheFile()
  if (target === undefined || (fresh < 20_000 && (compiled.writes === 0 || compiled.writes > 2))) return
  try {
    const names = Object.keys(__PARTS__).filter((name) => compiled.has(name) || scripts.has(name))
    const kept = names.map((name) => scripts.get(name)?.createCachedData() ?? (compiled.get(name) as Buffer))
    const header: Header = [
      compiled.writes + 1,
      ...names.map((name, index) => [name, kept[index]?.length as number] as const),
    ]
    fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
    const temporary = `${target}.${pid}`
    fs.writeFileSync(temporary, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\0`), ...kept]), { mode: 0o600 })
    fs.renameSync(temporary, target)
    removeOld(path.dirname(target))
  } catch {}
}

/** Other versions of the tool and of Node leave files behind. One that is still in use is made again; what else is kept there is not ours. */
function removeOld(cache: string): void {
  const month = 30 * 24 * 3600 * 1000
  for (const name of fs.readdirSync(cache)) {
    if (!/-[\da-f]{16}-v[\d.]+-\w+\.bin$/.test(name)) continue
    const other = path.join(cache, name)
    if (Date.now() - fs.statSync(other).mtimeMs > month) fs.unlinkSync(other)
  }
}
