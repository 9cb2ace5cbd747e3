// Made from packages/actions by npm run generate.

// packages/actions/src/main.ts
import { existsSync as existsSync3, realpathSync as realpathSync2 } from "node:fs";
import { fileURLToPath } from "node:url";

// packages/kit/src/io.ts
import { fstatSync, statSync, writeSync } from "node:fs";
import { devNull } from "node:os";
var UserError = class extends Error {
  name = "UserError";
};
function processIo() {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr),
    stdin: readStdin,
    now: () => /* @__PURE__ */ new Date()
  };
}
function outputOf(descriptor, streamOf) {
  let opened;
  const terminal = () => {
    opened ??= mayBeTerminal(descriptor) && streamOf().on("error", (error) => {
      if (!isClosedPipe(error)) throw outputError(error, descriptor);
    });
    return opened;
  };
  return {
    write: (text3) => {
      const stream = terminal();
      if (stream) stream.write(text3);
      else writeAll(descriptor, Buffer.from(text3));
    },
    get isTTY() {
      const stream = terminal();
      return stream !== false && stream.isTTY;
    },
    get columns() {
      const stream = terminal();
      return stream ? stream.columns : void 0;
    }
  };
}
function mayBeTerminal(descriptor) {
  if (process.platform === "win32") return true;
  try {
    const output = fstatSync(descriptor);
    return output.isCharacterDevice() && output.rdev !== statSync(devNull).rdev;
  } catch {
    return true;
  }
}
function writeAll(descriptor, bytes) {
  let written = 0;
  while (written < bytes.length) written += writeSome(descriptor, bytes.subarray(written));
}
function writeSome(descriptor, bytes) {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    const failure = error;
    if (isClosedPipe(failure)) return bytes.length;
    if (failure.code !== "EAGAIN") throw outputError(failure, descriptor);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}
function isClosedPipe({ code: code2 }) {
  return code2 === "EPIPE" || code2 === "EOF";
}
function outputError({ message }, descriptor) {
  const reason = message.replace(/^(E[A-Z]+): (.+), write$/, "$2 ($1)");
  return new UserError(`cannot write to standard ${descriptor === 1 ? "output" : "error"}: ${reason}`);
}
async function readStdin() {
  if (fstatSync(0).isDirectory()) throw new UserError("standard input is a folder: give its path as an argument");
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

// packages/actions/src/action.ts
import { existsSync, statSync as statSync2 } from "node:fs";
import { basename, resolve } from "node:path";

// packages/markdown/src/percent.ts
function percentEncoded(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

// packages/kit/src/terminal.ts
var plain = /^[ -~]*$/;
var signs = /##|::/;
function printable(text3) {
  if (plain.test(text3) && !signs.test(text3)) return text3;
  return text3.replace(invisible(), escaped).replace(bracketCommand(), `$1${escaped("[")}`).replace(colonCommand(), `$1${escaped(":")}`);
}
function invisible() {
  return /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
}
function bracketCommand() {
  return new RegExp("(#\\p{DI}*#[\\p{DI}\\w]*)\\[", "gu");
}
function colonCommand() {
  return new RegExp("^([\\s\\p{DI}]*):(?=\\p{DI}*:)", "u");
}
function escaped(character) {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

// packages/kit/src/report/workflow-command.ts
function workflowCommand(name, properties, message) {
  const pairs = Object.entries(properties).map(([key2, value]) => `${key2}=${property(String(value))}`);
  return `::${name}${pairs.length > 0 ? ` ${pairs.join(",")}` : ""}::${data(message)}`;
}
function data(text3) {
  return text3.replace(/[%\r\n]/g, percentEncoded);
}
function property(text3) {
  return printable(text3).replace(/[%\r\n:,]/g, percentEncoded);
}

// packages/actions/src/inputs.ts
function textInput(env, name) {
  return env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() || void 0;
}
function linesInput(env, name) {
  return (textInput(env, name) ?? "").split("\n").flatMap((line) => line.trim() || []);
}
function switchInput(env, name) {
  return choiceInput(env, name, ["false", "true"]) === "true";
}
function choiceInput(env, name, choices) {
  const given = textInput(env, name);
  const found = choices.find((choice) => choice === (given ?? choices[0]));
  if (found !== void 0) return found;
  throw new UserError(`input ${name}: ${given} is none of ${choices.join(", ")}`);
}
function wantsSummary(env) {
  return choiceInput(env, "summary", ["true", "false"]) === "true";
}

// packages/actions/src/outputs.ts
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
var longestSummary = 1024 * 1024;
function writeOutputs({ GITHUB_OUTPUT: file }, outputs) {
  if (!file) return;
  for (const [name, value] of Object.entries(outputs)) {
    const delimiter = `frontdoor_${randomUUID()}`;
    appendFileSync(file, `${name}<<${delimiter}
${value}
${delimiter}
`);
  }
}
function writeSummary({ GITHUB_STEP_SUMMARY: file }, markdown) {
  if (!file || markdown === "") return;
  const isTooLong = Buffer.byteLength(markdown) > longestSummary;
  appendFileSync(
    file,
    isTooLong ? "The summary is longer than GitHub takes; the log has all of it.\n" : `${markdown}
`
  );
}

// packages/actions/src/action.ts
async function runAction(action, bundle, io) {
  const name = basename(bundle, ".js");
  try {
    if (!existsSync(bundle)) throw new UserError(`this commit has no bundles/${name}.js; name that of a release`);
    const { outputs, summary, failed: failed2 } = await action({ io, name, bundle, folder: workingFolder(io) });
    writeOutputs(io.env, outputs);
    if (wantsSummary(io.env)) writeSummary(io.env, summary);
    return failed2 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    io.stdout.write(`${workflowCommand("error", { title: name }, error.message)}
`);
    return 1;
  }
}
function workingFolder({ cwd, env }) {
  const given = textInput(env, "working-directory") ?? ".";
  const folder = resolve(env.GITHUB_WORKSPACE || cwd, given);
  if (statSync2(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new UserError(`input working-directory: there is no folder ${given}; has the repository been checked out?`);
}

// packages/actions/src/changes.ts
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

// packages/kit/src/git.ts
import { parse } from "node:path";
var defaultLimit = 64 * 1024 * 1024;
async function git(io, command) {
  const { code: code2, stdout, stderr } = await runGit(io, command);
  if (code2 === 0) return stdout;
  throw failed(command, { code: code2, stderr });
}
async function gitRecords(io, command) {
  const output = await git(io, command);
  return output.split("\0").slice(0, -1);
}
async function runGit(io, command) {
  const { code: code2, stdout, stderr } = await spawnGit(io, command);
  return { code: code2, stdout: stdout.toString("utf8"), stderr };
}
async function spawnGit(io, command) {
  const { folder, limit = defaultLimit } = command;
  const child = await start(io, command);
  return new Promise((resolve3, reject) => {
    const stdout = collect(child.stdout, limit, () => {
      child.kill();
      reject(new UserError(`git ${command.command} in ${folder} says more than ${limit} bytes`));
    });
    endOf(child).then((end) => resolve3({ ...end, stdout: stdout() }), reject);
  });
}
function endOf(child) {
  const stderr = collect(child.stderr, 64 * 1024, () => {
  });
  return new Promise((resolve3, reject) => {
    child.on("error", (error) => reject(cannotRun(error)));
    child.on("close", (code2) => resolve3({ code: code2 ?? 128, stderr: stderr().toString("utf8") }));
  });
}
async function start(io, command, stdin = "ignore") {
  const { spawn: spawn2 } = await import("node:child_process");
  return spawn2("git", gitArguments(command), {
    cwd: parse(command.folder).root,
    env: { ...gitEnvironment(io.env), ...command.index && { GIT_INDEX_FILE: command.index } },
    shell: false,
    stdio: [stdin, "pipe", "pipe"],
    windowsHide: true
  });
}
function failed({ command, folder }, { code: code2, stderr }) {
  return new UserError(`git ${command} failed in ${folder}: ${oneLine(stderr) || `exit code ${code2}`}`);
}
function gitArguments({ folder, command, options = [], revisions = [], paths = [] }) {
  return [
    ...["-C", folder, "--no-pager", "--literal-pathspecs"],
    ...settings.flatMap((setting) => ["-c", setting]),
    command,
    ...options,
    ...revisions.length > 0 ? ["--end-of-options", ...revisions] : [],
    ...paths.length > 0 || takesPaths.has(command) ? ["--", ...paths] : []
  ];
}
var takesPaths = /* @__PURE__ */ new Set(["diff", "diff-tree", "log", "rev-list", "show"]);
var settings = [
  "color.ui=false",
  "column.ui=never",
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.quotePath=false",
  "diff.external=",
  "log.showSignature=false",
  // People's own names for other people: only the repository's `.mailmap` is the same for everyone.
  "mailmap.file=",
  "safe.bareRepository=explicit"
];
var dropped = /* @__PURE__ */ new Set([
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_COMMON_DIR",
  "GIT_CONFIG",
  "GIT_CONFIG_PARAMETERS",
  "GIT_DIR",
  "GIT_GLOB_PATHSPECS",
  "GIT_GRAFT_FILE",
  "GIT_ICASE_PATHSPECS",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_INTERNAL_SUPER_PREFIX",
  "GIT_NAMESPACE",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_OBJECT_DIRECTORY",
  "GIT_PREFIX",
  "GIT_REPLACE_REF_BASE",
  "GIT_SHALLOW_FILE",
  "GIT_WORK_TREE",
  "LANGUAGE"
]);
function gitEnvironment(env) {
  const kept = Object.entries(env).filter(([name]) => !dropped.has(name.toUpperCase()));
  return {
    ...Object.fromEntries(kept),
    // Into a pipe, git writes each commit by itself: a log of 10,000 took 112 ms to read, and takes 64 by the buffer.
    GIT_FLUSH: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_PAGER: "cat",
    GIT_TERMINAL_PROMPT: "0",
    LC_ALL: "C.UTF-8"
  };
}
function collect(stream, limit, overrun) {
  const chunks = [];
  let size = 0;
  stream.on("data", (chunk) => {
    size += chunk.length;
    if (size > limit) return overrun();
    chunks.push(chunk);
  });
  return () => Buffer.concat(chunks);
}
function cannotRun(error) {
  if (error.code !== "ENOENT") return new UserError(`git cannot be run: ${error.message}`);
  return new UserError("git is not there: install git 2.30 or later, or put it on the PATH");
}
function oneLine(text3) {
  return text3.replace(/[\p{Cc}\s]+/gu, " ").trim().slice(0, 500);
}

// packages/actions/src/changes.ts
async function changes(at2, writes, work) {
  if (!writes) return { value: await work(), changed: "false" };
  const before = await digest(at2);
  const value = await work();
  return { value, changed: await digest(at2) === before ? "false" : "true" };
}
async function digest({ io, folder }) {
  const root = (await git(io, { folder, command: "rev-parse", options: ["--show-toplevel"] })).replace(/\n$/, "");
  const options = ["--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"];
  const hash = createHash("sha256");
  for (const record of await gitRecords(io, { folder, command: "status", options })) {
    hash.update(`${record}\0`).update(contentOf(join(root, record.slice(3))));
  }
  return hash.digest("hex");
}
function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return "gone";
  }
}

// packages/actions/src/report.ts
import { existsSync as existsSync2, mkdtempSync, readFileSync as readFileSync4 } from "node:fs";
import { tmpdir } from "node:os";
import { join as join3 } from "node:path";

// packages/actions/src/findings.ts
var levels = ["error", "warning", "note"];
function readFindings(sarif) {
  const { runs } = JSON.parse(sarif);
  return runs.flatMap((run) => (run.results ?? []).map((result) => findingOf(result, run)));
}
function findingOf({ level, message, ruleId = "", ruleIndex = -1, ...result }, { tool }) {
  const place = result.locations?.[0]?.physicalLocation;
  if (place?.artifactLocation?.uri === void 0)
    throw new UserError(`the report has a finding without a place: ${ruleId}`);
  const docs = tool.driver.rules?.[ruleIndex]?.helpUri;
  return {
    level: level === "error" || level === "warning" ? level : "note",
    message: plainMessage(message.text ?? ""),
    rule: ruleId,
    ...docs !== void 0 && { docs },
    path: decodeURIComponent(place.artifactLocation.uri),
    line: place.region?.startLine ?? 1,
    hosts: result.properties?.hosts ?? [],
    fixable: (result.fixes ?? []).length > 0
  };
}
function plainMessage(text3) {
  return text3.includes("\\](") ? text3.replace(/\\([[\]\\])/g, "$1") : text3;
}
function countOf(findings, level) {
  return findings.filter((finding) => finding.level === level).length;
}

// packages/kit/src/cache/recent.ts
var most = 1e3;
function recent(make) {
  const known = /* @__PURE__ */ new Map();
  return (text3) => {
    const found = known.get(text3);
    if (found) return found.value;
    if (known.size >= most) known.clear();
    const value = make(text3);
    known.set(text3, { value });
    return value;
  };
}

// packages/kit/src/forge/of-host.ts
var refusedHosts = /^(?:gist\..*|ssh\.dev\.azure\.com|vs-ssh\.visualstudio\.com|.*\.github(?:assets|usercontent)\.com)$/;
var publicForges = {
  "github.com": "github",
  "gitlab.com": "gitlab",
  "bitbucket.org": "bitbucket",
  "codeberg.org": "gitea",
  "gitea.com": "gitea",
  "git.sr.ht": "sourcehut",
  "framagit.org": "gitlab",
  "invent.kde.org": "gitlab",
  "salsa.debian.org": "gitlab"
};
function forgeOf(host, path, forges = {}) {
  if (refusedHosts.test(host)) return void 0;
  if (Object.hasOwn(publicForges, host)) return publicForges[host];
  if (Object.hasOwn(forges, host) && forges[host] !== "unknown") return forges[host];
  return forgeByName(host) ?? forgeByAddress(path);
}
function forgeByName(host) {
  const [first = "", , third] = host.split(".");
  if (host.endsWith(".ghe.com")) return "github";
  if (third === void 0) return void 0;
  if (/^(?:github|ghes?)$/.test(first)) return "github";
  if (first === "gitlab") return "gitlab";
  return /^(?:gitea|forgejo|codeberg)$/.test(first) ? "gitea" : void 0;
}
function forgeByAddress(path) {
  if (path.indexOf("-") >= 2 && /^(?:blob|tree|raw|issues|merge_requests)$/.test(path[path.indexOf("-") + 1] ?? ""))
    return "gitlab";
  return path[2] === "src" && /^(?:branch|tag|commit)$/.test(path[3] ?? "") ? "gitea" : "unknown";
}

// packages/kit/src/text/percent.ts
function decode(text3) {
  if (!text3.includes("%")) return text3;
  try {
    return decodeURIComponent(text3);
  } catch {
    return text3;
  }
}

// packages/kit/src/forge/remote.ts
function readRemote(text3, shorthand = false) {
  const remote = text3.trim().replace(/#.*$/, "");
  if (!isPlain(remote)) return void 0;
  const found = fromUrl(remote) ?? fromPrefix(remote) ?? fromScp(remote) ?? fromBareHost(remote);
  return found ?? (shorthand ? fromShorthand(remote) : void 0);
}
function isPlain(text3) {
  return text3 !== "" && !/[\s\p{Cc}<>"'`\\^{|}]|^\w+::/u.test(text3);
}
var credentials = /^[^/]*@/;
var webPorts = { https: "443", http: "80" };
function fromUrl(text3) {
  const [, written = "", rest = ""] = /^(?:git\+)?([a-z]+):\/\/(.+)$/i.exec(text3) ?? [];
  const scheme = written.toLowerCase();
  if (!["https", "http", "ssh", "git"].includes(scheme)) return void 0;
  const url = parseAsHttps(rest);
  if (url === void 0) return void 0;
  const port = scheme in webPorts && url.port !== webPorts[scheme] ? url.port : "";
  return remoteAt(
    url.hostname + (port && `:${port}`),
    url.pathname,
    scheme === "http" && port !== "" ? "http" : "https"
  );
}
function parseAsHttps(rest) {
  const url = `https://${rest.replace(credentials, "")}`;
  if (URL.canParse(url)) return new URL(url);
  const repaired = url.replace(/^(https:\/\/[^/:]*):(?=[^/:]*[^\d/:])/, "$1/");
  return URL.canParse(repaired) ? new URL(repaired) : void 0;
}
var prefixes = {
  github: "github.com",
  gitlab: "gitlab.com",
  bitbucket: "bitbucket.org",
  sourcehut: "git.sr.ht"
};
function fromPrefix(text3) {
  const [, prefix = "", path = ""] = /^([a-z]+):(?!\/)(.+)$/.exec(text3) ?? [];
  const host = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : void 0;
  const bare = path.replace(credentials, "");
  return host === void 0 || /[@:]/.test(bare) ? void 0 : remoteAt(host, bare);
}
function fromScp(text3) {
  const [, host = "", slash, path = ""] = /^([^/:@[\]]+):(\/?)(?!\/)(.+)$/.exec(text3.replace(/^[^@/]*@(?=[^@/]*:)/, "")) ?? [];
  if (!host.includes(".") || slash && !looksLikeForge(host)) return void 0;
  return remoteAt(host, path);
}
function fromBareHost(text3) {
  const [host = "", ...path] = text3.split("/");
  return path.length >= 2 && looksLikeForge(host) ? remoteAt(host, path.join("/")) : void 0;
}
function fromShorthand(text3) {
  return /^\w[\w.-]*\/[\w.-]+$/.test(text3) ? remoteAt("github.com", text3) : void 0;
}
function looksLikeForge(host) {
  return /^(?:www\.|ssh\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|git\.sr\.ht)(?:-[\w-]+)?$/i.test(
    host
  );
}
function remoteAt(host, path, scheme = "https") {
  const segments = path.replace(/\?.*$/, "").split("/").filter(Boolean).map(decode);
  const known = webHost(host);
  if (!known.includes(".") || segments.length === 0 || segments.some(isUnsafe)) return void 0;
  return { host: known, path: segments, scheme };
}
function webHost(host) {
  const name = host.toLowerCase().replace(/\.(?=:|$)/, "").replace(/^www\./, "");
  const [, forge] = /^(?:ssh\.|altssh\.)?(github\.com|gitlab\.com|bitbucket\.org)$/.exec(name) ?? [];
  return forge ?? name.replace(/^(github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)-[\w-]+$/, "$1");
}
function isUnsafe(segment, index) {
  const names = segment.split("/");
  return index < 2 && names.length > 1 || names.some((name) => name === "." || name === ".." || /[\p{Cc}\\]/u.test(name));
}

// packages/kit/src/forge.ts
function parseRepository(text3, hints = {}) {
  const remote = readRemote(text3, hints.shorthand);
  const found = remote && locate(remote, hints);
  if (found === void 0) return void 0;
  return found.view === "folder" && found.path ? { ...found.repository, directory: found.path } : found.repository;
}
var onPublicForge = recent((url) => {
  const remote = webRemote(url);
  return remote && locate(remote, {});
});
var webRemote = recent((url) => {
  const remote = readRemote(url);
  return remote && (rawHosts[remote.host]?.(remote) ?? remote);
});
function fullName({ owner, name }) {
  return `${owner}/${name}`.toLowerCase();
}
var two = () => 2;
var gitlabViews = /^(?:-|badges|blame|blob|builds|commits|edit|find_file|issues|merge_requests|raw|tree|wikis)$/;
function untilView(path) {
  const dotGit = path.findIndex((segment) => /.\.git$/.test(segment));
  const view = path.findIndex((segment, index) => index >= 2 && gitlabViews.test(segment));
  return Math.min(dotGit === -1 ? path.length : dotGit + 1, view === -1 ? path.length : view);
}
var grammars = {
  github: {
    pages: { file: "blob/REF/PATH", folder: "tree/REF/PATH", raw: "raw/REF/PATH" },
    depth: two,
    reserved: /^(?:about|account|apps|codespaces|collections|contact|customer-stories|enterprise|events|explore|features|issues|join|login|marketplace|new|notifications|orgs|pricing|pulls|readme|resources|search|security|settings|signup|site|solutions|sponsors|stars|team|topics|trending|user-attachments|users)$/
  },
  gitlab: {
    pages: { file: "-/blob/REF/PATH", folder: "-/tree/REF/PATH", raw: "-/raw/REF/PATH" },
    depth: untilView,
    reserved: /^(?:-|api|admin|dashboard|explore|groups|help|projects|public|search|snippets|uploads|users)$/
  },
  bitbucket: {
    pages: { file: "src/REF/PATH", folder: "src/REF/PATH", raw: "raw/REF/PATH" },
    depth: two,
    reserved: /^(?:account|api|dashboard|product|repo|site|snippets|support|workspaces)$/
  },
  gitea: {
    pages: { file: "src/branch/REF/PATH", folder: "src/branch/REF/PATH", raw: "raw/branch/REF/PATH" },
    depth: two,
    reserved: /^(?:-|admin|api|assets|attachments|avatars|explore|issues|notifications|org|pulls|repo|user)$/
  },
  sourcehut: {
    pages: { file: "tree/REF/item/PATH", folder: "tree/REF/item/PATH", raw: "blob/REF/PATH" },
    depth: two,
    reserved: /^[^~]/,
    words: { blob: "raw" }
  },
  unknown: { depth: untilView, reserved: /^-$/ }
};
var rawHosts = {
  "raw.githubusercontent.com": ({ path: [owner = "", name = "", ...rest] }) => onGithub(owner, name, "raw", ...rest),
  "media.githubusercontent.com": ({ path: [, owner = "", name = "", ...rest] }) => onGithub(owner, name, "raw", ...rest),
  "codeload.github.com": ({ path }) => onGithub(...path),
  "api.github.com": ({ path: [repos, ...path] }) => onGithub(...repos === "repos" ? path : [])
};
function onGithub(...path) {
  return { host: "github.com", path, scheme: "https" };
}
function locate({ host, path, scheme }, { forges = {} }) {
  const forge = forgeOf(host, path, forges);
  if (forge === void 0 || grammars[forge].reserved.test(path[0] ?? "")) return void 0;
  const depth = grammars[forge].depth(path);
  const last2 = path[depth - 1];
  const name = last2?.replace(/\.git$/, "");
  const owner = path.slice(0, depth - 1);
  if (name === void 0 || owner.length === 0 && (forge !== "unknown" || name === last2)) return void 0;
  const allowed = forge === "unknown" ? /^(?!.*\.git$)[^\s<>"'`]+$/ : /^(?!.*\.git$)~?[\w.-]+$/;
  if (![...owner, name].every((segment) => allowed.test(segment))) return void 0;
  const url = `${scheme}://${[host, ...owner, name].map(encodeURI).join("/")}`;
  return { repository: { forge, host, owner: owner.join("/"), name, url }, ...viewOf(forge, path.slice(depth)) };
}
var views = { blob: "file", tree: "folder", raw: "raw", src: "folder" };
function viewOf(forge, rest) {
  const [word = "", ...path] = rest[0] === "-" ? rest.slice(1) : rest;
  const view = grammars[forge].words?.[word] ?? (Object.hasOwn(views, word) ? views[word] : void 0);
  if (view === void 0 || path.length === 0) return { view: "other" };
  const [ref = "", ...segments] = withoutRefKind(forge, path);
  if (forge === "sourcehut" && segments[0] === "item") segments.shift();
  const isFile = word === "src" && /.\./.test(segments.at(-1) ?? "");
  return { view: isFile ? "file" : view, ref, path: segments.join("/") };
}
function withoutRefKind(forge, path) {
  if (path[0] === "refs" && path.length > 2) return path.slice(2);
  return forge === "gitea" && /^(?:branch|tag|commit)$/.test(path[0] ?? "") ? path.slice(1) : path;
}

// packages/kit/src/git/facts.ts
import { readFileSync as readFileSync2, readlinkSync, realpathSync, statSync as statSync3 } from "node:fs";
import { dirname, join as join2, resolve as resolve2 } from "node:path";

// packages/kit/src/attempt.ts
function attempt(work) {
  try {
    return work();
  } catch {
    return void 0;
  }
}

// packages/kit/src/git/config.ts
function parseGitConfig(source) {
  const text3 = source.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const values = /* @__PURE__ */ new Map();
  let section;
  let at2 = 0;
  while (at2 < text3.length) {
    const [skipped, title] = [match(blank, text3, at2), match(header, text3, at2)];
    if (title) section = sectionName(title.groups.simple ?? "", title.groups.sub);
    at2 = skipped?.end ?? title?.end ?? at2;
    if (skipped || title) continue;
    const name = match(key, text3, at2);
    const value = name?.groups.equals ? readValue(text3, name.end) : name && { value: "true", end: name.end };
    if (name === void 0 || value === void 0 || section === void 0) return void 0;
    if (/^include(?:if)?(?:\.|$)/.test(section)) return void 0;
    const full = `${section}.${name.groups.name?.toLowerCase()}`;
    values.set(full, [...values.get(full) ?? [], value.value]);
    at2 = value.end;
  }
  return values;
}
var blank = /[ \t\r\n]+|[#;][^\n]*/y;
var header = /\[(?<simple>[A-Za-z0-9.-]+)(?:[ \t]+"(?<sub>(?:\\[^\n]|[^"\\\n])*)")?\]/y;
var key = /(?<name>[A-Za-z][A-Za-z0-9-]*)[ \t]*(?:(?<equals>=)|(?=\n|$))/y;
function match(pattern, text3, at2) {
  pattern.lastIndex = at2;
  const found = pattern.exec(text3);
  return found === null ? void 0 : { end: at2 + found[0].length, groups: found.groups ?? {} };
}
function sectionName(simple, sub) {
  return sub === void 0 ? simple.toLowerCase() : `${simple.toLowerCase()}.${sub.replace(/\\(.)/g, "$1")}`;
}
var valueText = /(?:"(?:\\[tbn"\\\n]|[^"\\\n])*"|\\[tbn"\\\n]|[^"\\#;\n])*(?=[#;\n]|$)/y;
var escapes = { t: "	", b: "\b", n: "\n", "\\": "\\", '"': '"' };
function readValue(text3, start2) {
  const found = match(valueText, text3, start2);
  if (found === void 0) return void 0;
  const trimmed = text3.slice(start2, found.end).replace(/^(?:[ \t\r]|""|\\\n)+|[ \t\r]+$/g, "");
  return { value: trimmed.replace(/"|\\([\s\S])/g, (_, char) => escapes[char] ?? ""), end: found.end };
}

// packages/kit/src/git/facts.ts
async function gitFacts(io, folder) {
  const read = readGitFacts(io.env, folder);
  if (read === "unsure") return askGitFacts(io, folder);
  return read === "outside" ? void 0 : read;
}
async function askGitFacts(io, folder) {
  const root = await git(io, { folder, command: "rev-parse", options: ["--show-toplevel"] });
  const listing = await runGit(io, {
    folder,
    command: "config",
    options: ["--null", "--show-scope", "--get-regexp", "^remote\\..*\\.url$"]
  });
  const remote = chooseRemote(ownEntries(listing.stdout));
  const branch = await branchAt(io, folder, "HEAD", "refs/heads/");
  const ref = `refs/remotes/${remote?.name}/`;
  const defaultBranch = remote && await branchAt(io, folder, `${ref}HEAD`, ref);
  return facts(resolve2(root.replace(/\n$/, "")), remote, { branch, defaultBranch });
}
function readGitFacts(env, folder) {
  if (env.GIT_CEILING_DIRECTORIES || env.GIT_DISCOVERY_ACROSS_FILESYSTEM) return "unsure";
  const place = findRepository(realpathSync.native(folder));
  if (typeof place === "string") return place;
  const config = parseGitConfig(text(join2(place.common, "config")) ?? "[");
  const head = readSymbolicRef(join2(place.gitDir, "HEAD"), "refs/heads/");
  if (config === void 0 || head === "unsure" || isUnusual(config, place)) return "unsure";
  const remote = chooseRemote(config);
  const ref = `refs/remotes/${remote?.name}/`;
  const defaultBranch = remote && readSymbolicRef(join2(place.common, `${ref}HEAD`), ref);
  if (defaultBranch === "unsure") return "unsure";
  return facts(place.root, remote, { branch: head.branch, defaultBranch: defaultBranch?.branch });
}
function findRepository(start2) {
  const device = stat(start2)?.dev;
  for (let folder = start2; ; folder = dirname(folder)) {
    if (stat(folder)?.dev !== device) return "outside";
    const dotGit = join2(folder, ".git");
    const kind = stat(dotGit);
    if (kind?.isFile()) return linkedPlace(folder, dotGit);
    if (kind && isGitDirectory(dotGit, dotGit)) return { root: folder, gitDir: dotGit, common: dotGit };
    if (isGitDirectory(folder, folder) || dirname(folder) === folder) return "outside";
  }
}
function linkedPlace(root, dotGit) {
  const [, target] = /^gitdir: ([^\n]+?)\r?\n*$/.exec(text(dotGit) ?? "") ?? [];
  if (target === void 0) return "unsure";
  const gitDir = resolve2(root, target);
  const commonDir = text(join2(gitDir, "commondir"))?.trimEnd();
  const common = commonDir === void 0 ? gitDir : resolve2(gitDir, commonDir);
  return isGitDirectory(gitDir, common) ? { root, gitDir, common } : "unsure";
}
function isGitDirectory(gitDir, common) {
  const isFolder = (name) => stat(join2(common, name))?.isDirectory() === true;
  return (stat(join2(gitDir, "HEAD")) ?? link(join2(gitDir, "HEAD"))) !== void 0 && isFolder("objects") && isFolder("refs");
}
var harmlessExtensions = /^extensions\.(?:noop|objectformat|partialclone|preciousobjects|relativeworktrees)$/;
function isUnusual(config, { root, gitDir, common }) {
  if (Number(last(config, "core.repositoryformatversion") ?? "0") > 1) return true;
  if ([...config.keys()].some((name) => name.startsWith("extensions.") && !harmlessExtensions.test(name))) return true;
  const isLinked = gitDir !== common;
  const worktree = last(config, "core.worktree");
  if (!isLinked && worktree !== void 0 && resolve2(gitDir, worktree) !== root) return true;
  return !isLinked && !/^(?:false|no|off|0)?$/i.test(last(config, "core.bare") ?? "");
}
function last(config, name) {
  return config.get(name)?.at(-1);
}
function readSymbolicRef(path, prefix) {
  if (link(path) !== void 0) return "unsure";
  const [, ref] = /^ref:\s*(\S.*?)\s*$/.exec(text(path) ?? "") ?? [];
  return ref?.startsWith(prefix) ? { branch: ref.slice(prefix.length) } : {};
}
async function branchAt(io, folder, name, prefix) {
  const { stdout } = await runGit(io, { folder, command: "symbolic-ref", options: ["--quiet", name] });
  const ref = stdout.replace(/\n$/, "");
  return ref.startsWith(prefix) ? ref.slice(prefix.length) : void 0;
}
function ownEntries(output) {
  const records = output.split("\0");
  const entries = /* @__PURE__ */ new Map();
  for (let at2 = 0; at2 + 1 < records.length; at2 += 2) {
    const [name = "", ...lines] = (records[at2 + 1] ?? "").split("\n");
    if (!/^(?:local|worktree)$/.test(records[at2] ?? "")) continue;
    entries.set(name, [...entries.get(name) ?? [], lines.join("\n")]);
  }
  return entries;
}
function chooseRemote(config) {
  const remotes = [...config].flatMap(([key2, urls]) => {
    const [, name] = /^remote\.([\s\S]+)\.url$/.exec(key2) ?? [];
    const url = urls.find((value) => value !== "");
    return name === void 0 || url === void 0 ? [] : [{ name, url }];
  });
  return remotes.find(({ name }) => name === "origin") ?? (remotes.length === 1 ? remotes[0] : void 0);
}
function facts(root, remote, branches) {
  const { branch, defaultBranch } = branches;
  return {
    root,
    ...remote && { remote: remote.url.replace(/^([\w+.-]+:\/\/)[^/]*@/, "$1") },
    ...branch !== void 0 && { branch },
    ...defaultBranch !== void 0 && { defaultBranch }
  };
}
function text(path) {
  return attempt(() => readFileSync2(path, "utf8"));
}
function stat(path) {
  return attempt(() => statSync3(path));
}
function link(path) {
  return attempt(() => readlinkSync(path));
}

// packages/kit/src/manifests/values.ts
function table(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function get(value, key2) {
  const own = table(value);
  return Object.hasOwn(own, key2) ? own[key2] : void 0;
}
function text2(value) {
  const trimmed = typeof value === "string" ? value.trim() : "";
  return trimmed === "" ? void 0 : trimmed;
}

// packages/actions/src/event.ts
import { readFileSync as readFileSync3 } from "node:fs";
function readEvent({ GITHUB_EVENT_PATH: path }) {
  if (!path) return {};
  try {
    return JSON.parse(readFileSync3(path, "utf8"));
  } catch {
    return {};
  }
}
function at(value, ...keys) {
  return keys.reduce(get, value);
}

// packages/actions/src/place.ts
async function lineAddresses(here) {
  const commit = await commitAddress(here);
  return (path, line) => {
    if (commit === void 0) return void 0;
    const file = path.split("/").map(encodeURIComponent).join("/");
    return `${commit}/${file}?plain=1#L${line}`;
  };
}
async function commitAddress({ io, folder }) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: running = "", GITHUB_SHA: sha } = io.env;
  const there = parseRepository((await gitFacts(io, folder).catch(() => void 0))?.remote ?? "");
  if (there && fullName(there) !== running.toLowerCase()) {
    const { code: code2, stdout } = await runGit(io, { folder, command: "rev-parse", options: ["HEAD"] });
    return there.forge === "github" && code2 === 0 ? `${there.url}/blob/${stdout.trim()}` : void 0;
  }
  const commit = text2(at(readEvent(io.env), "pull_request", "head", "sha")) ?? sha;
  return server && running && commit ? `${server}/${running}/blob/${commit}` : void 0;
}

// packages/kit/src/text/counted.ts
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// packages/markdown/src/visible-text.ts
function visibleText(value) {
  if (/^[!-~]+(?: [!-~]+)*$/.test(value)) return value;
  return value.replaceAll(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD").replaceAll(/[^\S\uFEFF]|\u0085/g, " ").replaceAll(hidden(), (_, kept) => kept ?? "").replaceAll(/ {2,}/g, " ").trim();
}
var made;
function hidden() {
  made ??= new RegExp(
    String.raw`(${needed()})|[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]`,
    "gu"
  );
  return made;
}
var scripts = [
  ...["Arabic", "Bengali", "Devanagari", "Gujarati", "Gurmukhi", "Kannada", "Khmer", "Malayalam", "Mongolian"],
  ...["Myanmar", "Nko", "Oriya", "Sinhala", "Syriac", "Tamil", "Telugu"]
];
function needed() {
  const joining = scripts.map((script) => `\\p{Script=${script}}`).join("");
  return [
    // Several emoji that are shown as one, and the emoji or text form of a sign.
    String.raw`(?<=\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D(?=\p{Extended_Pictographic})`,
    String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]|(?<=[#*\d])\uFE0F(?=\u20E3)`,
    // Letters that join, or that must not.
    `(?<=[${joining}])[\\u200C\\u200D](?=[${joining}])`,
    // Variants of ideographs, as in Japanese names, and of Mongolian letters.
    String.raw`(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]|(?<=\p{Script=Mongolian})[\u180B-\u180F]`
  ].join("|");
}

// packages/markdown/src/untrusted.ts
function untrustedText(value, { allow = () => false } = {}) {
  const nodes = [];
  const visible = visibleText(value);
  if (visible !== "" && !visible.includes("`") && !risky.test(visible)) return [{ type: "text", value: visible }];
  for (const { text: text3, code: code2 } of spans(visible)) {
    if (code2 && !marker.test(text3)) {
      push(nodes, { type: "inlineCode", value: text3 });
      continue;
    }
    for (const [part] of (code2 ? text3.trim() : text3).matchAll(parts)) {
      if (!risky.test(part) || marker.test(part)) push(nodes, { type: "text", value: part });
      else pushWord(nodes, part, allow);
    }
  }
  return nodes;
}
function untrustedUrl(value) {
  const text3 = value.trim();
  if (text3 !== visibleText(text3) || /\s/.test(text3) || !URL.canParse(text3)) return void 0;
  const url = new URL(text3);
  if (url.protocol === "mailto:") return /^mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(url.href) ? url.href : void 0;
  const web = url.protocol === "https:" || url.protocol === "http:";
  return web && url.username === "" && url.password === "" ? url.href : void 0;
}
var marker = /<!--|--!?>|##\[/;
var parts = /<!--|--!?>|##\[|<\/?[a-z](?:[^<>#-]|-(?!-)|#(?!#))*>|\$?\{[{%][^{}<>#]*[}%]\}|[\s,;]+|(?:(?!<!--|--!?>|##\[)[^\s,;])+/gi;
var risky = /[@$]|#\d|\bGH-\d|\b[\da-f]{7,}\b|:(?:100|1234|(?=[\d_]*[a-z+-])[\w+-]+):|:\/\/|www\.|<[a-z/!?]|\{[{%#]/i;
var address = /^https?:\/\/\S+$/i;
var reference = /^(?:@[a-z\d][a-z\d-]{0,38}(?:\/[\w.-]+)?|(?:[\w.-]+(?:\/[\w.-]+)?)?#\d+|GH-\d+|[\da-f]{7,40})$/i;
function* spans(value) {
  let done = 0;
  for (const { start: start2, end, length } of backticks(value)) {
    if (start2 < done) continue;
    yield { text: value.slice(done, start2), code: false };
    yield { text: unpadded(value.slice(start2 + length, end)), code: true };
    done = end + length;
  }
  yield { text: value.slice(done), code: false };
}
function backticks(value) {
  const nearest = /* @__PURE__ */ new Map();
  const pairs = [];
  for (const { index: start2, 0: run } of [...value.matchAll(/`+/g)].reverse()) {
    const end = nearest.get(run.length);
    if (end !== void 0) pairs.push({ start: start2, end, length: run.length });
    nearest.set(run.length, start2);
  }
  return pairs.reverse();
}
function unpadded(code2) {
  return code2.startsWith(" ") && code2.endsWith(" ") && code2.trim() !== "" ? code2.slice(1, -1) : code2;
}
function pushWord(nodes, word, allow) {
  const [start2, end] = coreOf(word);
  push(nodes, { type: "text", value: word.slice(0, start2) });
  push(nodes, coreNode(word.slice(start2, end), allow));
  push(nodes, { type: "text", value: word.slice(end) });
}
function coreNode(core, allow) {
  const isAddress = address.test(core);
  const answer = (isAddress || reference.test(core)) && allow(core);
  const url = answer === true && isAddress ? untrustedUrl(core) && core : answer;
  if (typeof url === "string") return { type: "link", url, children: [{ type: "text", value: core }] };
  return { type: url === true ? "text" : "inlineCode", value: core };
}
function coreOf(word) {
  let start2 = 0;
  let end = word.length;
  while (start2 < end - 1 && `"'([*_~`.includes(word.charAt(start2))) start2++;
  const behind = word.indexOf(":") === word.length - 1 ? `"')].!?*_~:` : `"')].!?*_~`;
  while (end > start2 + 1 && behind.includes(word.charAt(end - 1))) end--;
  const isOpen = word.lastIndexOf("(", end - 1) > Math.max(start2, word.lastIndexOf(")", end - 1));
  return [start2, isOpen && word.charAt(end) === ")" ? end + 1 : end];
}
function push(nodes, node) {
  const last2 = nodes.at(-1);
  if ("value" in node && node.value === "") return;
  if (last2?.type === "text" && node.type === "text") last2.value += node.value;
  else if (last2?.type !== "inlineCode" || node.type !== "inlineCode") nodes.push(node);
  else if (!marker.test(last2.value + node.value)) last2.value += node.value;
  else nodes.push({ type: "text", value: " " }, node);
}

// packages/kit/src/text/github-markdown.ts
function safe(text3) {
  return untrustedText(text3).map((node) => {
    if (node.type === "inlineCode") return code(node.value);
    return node.type === "text" ? node.value.replaceAll(special, "\\$&") : "";
  }).join("");
}
function code(text3) {
  const references = visibleText(text3).replaceAll(/[!-,./:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<code>${references}</code>`;
}
var special = /[\\`*_[\]<>&|~$]/g;
function link2(text3, address2) {
  const url = address2 === void 0 ? void 0 : untrustedUrl(address2);
  return url === void 0 ? safe(text3) : `[${safe(text3)}](<${url.replaceAll(/[<>|]/g, encodeURIComponent)}>)`;
}
function table2(header2, rows) {
  return [header2, header2.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function details(summary, body) {
  return `<details>
<summary>${summary}</summary>

${body.trim()}

</details>`;
}

// packages/actions/src/summary.ts
var signs2 = { error: "\u274C error", warning: "\u26A0\uFE0F warning", note: "\u2139\uFE0F note" };
var mostRows = 500;
function findingsSummary(shown, longest) {
  for (let rows = mostRows; ; rows = Math.floor(rows / 2)) {
    const text3 = withRows(shown, rows);
    if (rows === 0 || Buffer.byteLength(text3) <= longest) return text3;
  }
}
function withRows({ tool, findings, addressOf, fixedBy }, most2) {
  const heading = `### ${tool}: ${verdict(findings)}`;
  if (findings.length === 0) return heading;
  const sorted = levels.flatMap((level) => findings.filter((finding) => finding.level === level));
  const rows = sorted.slice(0, most2).map((finding) => row(finding, addressOf(finding.path, finding.line)));
  const left = sorted.length - rows.length;
  const fixable = findings.filter((finding) => finding.fixable).length;
  return [
    heading,
    ...rows.length > 0 ? [table2(["", "Where", "What", "Rule"], rows)] : [],
    ...left > 0 ? [`\u2026 and ${left} more, in the log of the run.`] : [],
    ...fixable > 0 && fixedBy !== void 0 ? [`${fixable} of them can be mended with \`${fixedBy}\`.`] : []
  ].join("\n\n");
}
function verdict(findings) {
  const counts = levels.map((level) => ({ level, count: countOf(findings, level) })).filter(({ count }) => count > 0);
  return counts.map(({ level, count }) => counted(count, level)).join(", ") || "nothing to say";
}
function row({ level, path, line, message, hosts, rule, docs }, address2) {
  const about = hosts.length > 0 ? ` (${safe(hosts.join(", "))})` : "";
  return [signs2[level], link2(`${path}:${line}`, address2), safe(cut(message)) + about, link2(rule, docs)];
}
var longestMessage = 500;
function cut(message) {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage)}\u2026`;
}

// packages/actions/src/tool.ts
import { spawn } from "node:child_process";
function runTool(at2, argv, options = {}) {
  const { io, name, bundle, folder } = at2;
  return new Promise((resolve3, reject) => {
    const env = { ...withoutInputs(io.env), ...options.env };
    const child = spawn(process.execPath, [bundle, ...argv], { cwd: folder, env, windowsHide: true });
    const stdout = collect2(child.stdout, options.shown ? io.stdout : void 0);
    const stderr = collect2(child.stderr, io.stderr);
    child.on("error", (error) => reject(new UserError(`${name} cannot be run: ${error.message}`)));
    child.on("close", (code2) => {
      if (code2 === 0 || code2 === 1) return resolve3({ code: code2, stdout: stdout() });
      reject(new UserError(reasonOf(name, stderr()) || `${name} ended with ${code2 ?? "a signal"}`));
    });
    child.stdin.on("error", () => {
    });
    child.stdin.end(options.input ?? "");
  });
}
function withoutInputs(env) {
  return Object.fromEntries(Object.entries(env).filter(([key2]) => !key2.startsWith("INPUT_")));
}
function collect2(stream, to) {
  const chunks = [];
  stream.setEncoding("utf8");
  stream.on("data", (chunk) => {
    chunks.push(chunk);
    to?.write(chunk);
  });
  return () => chunks.join("");
}
function reasonOf(name, stderr) {
  const lines = stderr.trim().split("\n").slice(-5);
  return lines.map((line) => line.startsWith(`${name}: `) ? line.slice(name.length + 2) : line).join("\n");
}

// packages/actions/src/report.ts
var longestTable = 8e5;
var longestComment = 2e4;
async function runReport(at2, run) {
  const { env } = at2.io;
  const failOn = choiceInput(env, "fail-on", ["warning", "error", "never"]);
  const annotations = choiceInput(env, "annotations", ["true", "false"]);
  const sarif = join3(scratchFolder(env), `${at2.name}.sarif`);
  const { code: code2 } = await runTool(
    at2,
    [
      ...run.command === void 0 ? [] : [run.command],
      `--format=${annotations === "true" ? "github" : "text"}`,
      `--report=sarif=${sarif}`,
      ...run.flags,
      ...commonFlags(env),
      ...run.operands?.length ? ["--", ...run.operands] : []
    ],
    { shown: true, env: run.env, input: run.input }
  );
  if (!existsSync2(sarif))
    throw new UserError(`input args: ${at2.name} makes no report with these; leave --help and its like out`);
  const findings = readFindings(readFileSync4(sarif, "utf8"));
  const shown = { tool: at2.name, findings, addressOf: run.addressOf ?? await lineAddresses(at2), fixedBy: run.fixedBy };
  return {
    outputs: {
      ...countOutputs(findings),
      "sarif-file": sarif,
      comment: commentOf(at2.name, findingsSummary(shown, longestComment))
    },
    summary: findingsSummary(shown, longestTable),
    failed: code2 !== 0 && (failOn === "warning" || failOn === "error" && countOf(findings, "error") > 0)
  };
}
function commonFlags(env) {
  const config = textInput(env, "config");
  const added = linesInput(env, "args");
  const several = added.find((line) => /^-[^\s=]*\s/.test(line));
  if (several !== void 0)
    throw new UserError(`input args: write one flag a line, and its value behind "=": ${several}`);
  return [...config === void 0 ? [] : [`--config=${config}`], ...added];
}
function commentOf(name, markdown) {
  return `<!-- frontdoor ${name} -->
${markdown}`;
}
function scratchFolder({ RUNNER_TEMP }) {
  return mkdtempSync(join3(RUNNER_TEMP || tmpdir(), "frontdoor-"));
}
function countOutputs(findings) {
  return {
    errors: String(countOf(findings, "error")),
    warnings: String(countOf(findings, "warning")),
    advice: String(countOf(findings, "note")),
    fixable: String(findings.filter(({ fixable }) => fixable).length)
  };
}

// packages/actions/src/badge-sync.ts
async function badgeSync(at2) {
  const { env } = at2.io;
  const command = choiceInput(env, "command", ["sync", "migrate", "render"]);
  const writes = switchInput(env, "write");
  const flags = writes ? [] : ["--check"];
  const { value, changed } = await changes(at2, writes, () => {
    if (command === "render") return render(at2, flags);
    const name = command === "sync" ? void 0 : command;
    return runReport(at2, {
      command: name,
      flags,
      operands: linesInput(env, "paths"),
      fixedBy: name === void 0 ? "npx badge-sync" : `npx badge-sync ${name}`,
      // Sponsors are told to holders of a token only.
      env: { GITHUB_TOKEN: textInput(env, "token") ?? env.GITHUB_TOKEN }
    });
  });
  return { ...value, outputs: { ...value.outputs, changed } };
}
async function render(at2, flags) {
  const { code: code2 } = await runTool(at2, ["render", ...flags, ...commonFlags(at2.io.env)], { shown: true });
  const verdict2 = code2 === 0 ? "the drawn badges are true" : "drawn badges are behind: run `npx badge-sync render`";
  return { outputs: {}, summary: `### badge-sync: ${verdict2}`, failed: code2 !== 0 };
}

// packages/actions/src/pull-request.ts
function readPull(env) {
  const pull = at(readEvent(env), "pull_request");
  const number = get(pull, "number");
  if (typeof number !== "number")
    throw new UserError("this command is about a pull request: run it in a workflow on pull_request");
  const title = (text2(get(pull, "title")) ?? `Pull request ${number}`).replaceAll(/[\s\0]+/g, " ");
  return { title, url: text2(get(pull, "html_url")) };
}

// packages/actions/src/preview.ts
async function preview(at2) {
  const { env } = at2.io;
  const method = choiceInput(env, "merge-method", ["squash", "merge"]);
  readPull(env);
  const name = textInput(env, "package");
  const flags = [...name === void 0 ? [] : [`--package=${name}`], ...commonFlags(env)];
  const { stdout } = await runTool(at2, ["preview", "--format=json", `--merge-method=${method}`, ...flags]);
  const found = JSON.parse(stdout);
  const releases = get(found, "releases");
  const [only, second] = Array.isArray(releases) ? releases : [];
  const markdown = text2(get(found, "markdown")) ?? "";
  return {
    outputs: {
      // Each of several packages has a version of its own.
      ...versionOutputs(second === void 0 ? only : void 0),
      notes: String(get(found, "notes") ?? ""),
      comment: commentOf(`${at2.name} preview`, markdown)
    },
    summary: markdown,
    failed: false
  };
}
function versionOutputs(next2) {
  const pick = (key2) => text2(get(next2, key2)) ?? "";
  return { version: pick("version"), previous: pick("previous"), bump: pick("bump") };
}

// packages/actions/src/changelog-gen.ts
var commands = {
  ...{ check, verify, preview, next, notes, update, release, publish, label },
  "check-title": checkTitle
};
async function changelogGen(at2) {
  return commands[choiceInput(at2.io.env, "command", Object.keys(commands))](at2);
}
function check(at2) {
  return runReport(at2, { flags: ["--check", ...packageFlags(at2.io.env)], fixedBy: "npx changelog-gen" });
}
function verify(at2) {
  const flags = packageFlags(at2.io.env);
  return runReport(at2, { command: "verify", flags, fixedBy: "npx changelog-gen verify --fix" });
}
function checkTitle(at2) {
  const { title, url } = readPull(at2.io.env);
  return runReport(at2, {
    command: "check-message",
    flags: [],
    operands: ["-"],
    input: `${title}
`,
    addressOf: () => url
  });
}
async function next(at2) {
  const found = await nextVersion(at2);
  const { version, previous } = versionOutputs(found);
  const line = version ? `the next version is ${safe(version)}${previous && `, after ${safe(previous)}`}` : "no release is due";
  return { outputs: versionOutputs(found), summary: `### ${at2.name}: ${line}`, failed: false };
}
async function notes(at2) {
  const { env } = at2.io;
  const tag = textInput(env, "tag") ?? (env.GITHUB_REF_TYPE === "tag" ? env.GITHUB_REF_NAME : void 0);
  const flags = ["notes", "--format=github", ...packageFlags(env), ...commonFlags(env)];
  const { stdout } = await runTool(at2, [...flags, ...tag ? ["--", tag] : ["--unreleased"]]);
  return {
    outputs: { notes: stdout },
    summary: `### Notes of ${tag ? code(tag) : "what is not released"}

${stdout}`,
    failed: false
  };
}
async function update(at2) {
  const run = { flags: packageFlags(at2.io.env), fixedBy: "npx changelog-gen" };
  const { value, changed } = await changes(at2, true, () => runReport(at2, run));
  const done = changed === "true" ? "the changelog was brought up to date" : "the changelog is up to date";
  return { ...value, outputs: { ...value.outputs, changed }, summary: summaryOf(at2, value, done) };
}
function summaryOf({ name }, { outputs, summary }, done) {
  return outputs.errors === "0" ? `### ${name}: ${done}` : summary;
}
async function release(at2) {
  const { env } = at2.io;
  const given = textInput(env, "version") ?? "auto";
  const version = given === "auto" ? versionOutputs(await nextVersion(at2)).version : given;
  if (!version)
    return { outputs: { version: "", changed: "false" }, summary: `### ${at2.name}: no release is due`, failed: false };
  const run = { command: "release", flags: packageFlags(env), operands: [version], fixedBy: "npx changelog-gen" };
  const { value, changed } = await changes(at2, true, () => runReport(at2, run));
  const summary = summaryOf(at2, value, `${safe(version)} is in the changelog`);
  return { ...value, outputs: { ...value.outputs, version, changed }, summary };
}
async function publish(at2) {
  const { env } = at2.io;
  const draft = choiceInput(env, "draft", ["true", "false"]) === "true";
  const [version, tag] = [textInput(env, "version"), textInput(env, "tag")];
  const flags = [
    ...draft ? ["--draft"] : [],
    ...version === void 0 ? [] : [`--release=${version}`],
    ...tag === void 0 ? [] : [`--tag=${tag}`]
  ];
  const { code: ended, stdout } = await runTool(at2, ["publish", ...flags, ...commonFlags(env)], { env: tokenFor(env) });
  const url = stdout.trim();
  const title = draft ? "the draft of the release" : "the release";
  return { outputs: { url }, summary: `### ${at2.name}: ${link2(title, url)}`, failed: ended !== 0 };
}
async function label(at2) {
  const { env } = at2.io;
  const { stdout } = await runTool(at2, ["label", ...commonFlags(env)], { env: tokenFor(env) });
  const labels = stdout.split("\n").filter(Boolean);
  const names = labels.map(code).join(", ");
  return {
    outputs: { labels: labels.join("\n") },
    summary: `### ${at2.name}: ${counted(labels.length, "new label")}${names && `, ${names}`}`,
    failed: false
  };
}
async function nextVersion(at2) {
  const { env } = at2.io;
  const { stdout } = await runTool(at2, ["next", "--format=json", ...packageFlags(env), ...commonFlags(env)]);
  const found = JSON.parse(stdout);
  if (!Array.isArray(found)) return found;
  if (found.length === 1) return found[0];
  throw new UserError("input package: name one package, since each has a version of its own");
}
function packageFlags(env) {
  const name = textInput(env, "package");
  return name === void 0 ? [] : [`--package=${name}`];
}
function tokenFor(env) {
  const token = textInput(env, "token") ?? env.GITHUB_TOKEN;
  if (token) return { GITHUB_TOKEN: token };
  throw new UserError(
    "input token: this needs the token of the workflow, and the permission to write that its recipe gives"
  );
}

// packages/actions/src/readme-lint.ts
async function readmeLint(at2) {
  const { env } = at2.io;
  const paths = linesInput(env, "paths");
  const fix = switchInput(env, "fix");
  const hosts = linesInput(env, "hosts").flatMap((line) => line.split(/[\s,]+/).filter(Boolean));
  const hostFlags = hosts.map((host) => `--host=${host}`);
  const run = {
    flags: [...fix ? ["--fix"] : [], ...switchInput(env, "link") ? ["--link"] : [], ...hostFlags],
    operands: paths,
    fixedBy: "npx readme-lint --fix"
  };
  const { value, changed } = await changes(at2, fix, () => runReport(at2, run));
  const tables = wantsSummary(env) ? await truthTables(at2, hostFlags, paths) : [];
  return {
    ...value,
    outputs: { ...value.outputs, changed },
    summary: [value.summary, ...tables].join("\n\n")
  };
}
var mostTables = 5;
async function truthTables(at2, hostFlags, paths) {
  const config = commonFlags({ INPUT_CONFIG: at2.io.env.INPUT_CONFIG });
  const asked = paths.length === 0 ? [void 0] : paths.slice(0, mostTables);
  const tables = [];
  for (const path of asked) {
    const operands = path === void 0 ? [] : ["--", path];
    const argv = ["hosts", "--format=markdown", ...hostFlags, ...config, ...operands];
    const { stdout } = await runTool(at2, argv).catch(() => ({ stdout: "" }));
    if (stdout === "") continue;
    const title = `What each place that shows ${path === void 0 ? "the README" : code(path)} makes of it`;
    tables.push(details(title, stdout));
  }
  return tables;
}

// packages/actions/src/actions.ts
var actions = {
  "badge-sync": badgeSync,
  "changelog-gen": changelogGen,
  "readme-lint": readmeLint
};

// packages/actions/src/main.ts
async function runTool2(name) {
  const bundle = fileURLToPath(new URL(`../bundles/${name}.js`, import.meta.url));
  process.exitCode = await runAction(actions[name], bundle, processIo());
}
function isStarted(url) {
  const [, program = ""] = process.argv;
  return !existsSync3(program) || realpathSync2(program) === realpathSync2(fileURLToPath(url));
}
export {
  isStarted,
  runTool2 as runTool
};
