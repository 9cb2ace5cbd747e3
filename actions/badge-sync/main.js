// Made from packages/actions by npm run generate.

// packages/actions/src/main/badge-sync.ts
import { fileURLToPath } from "node:url";

// packages/kit/src/io.ts
var UserError = class extends Error {
  name = "UserError";
};
function processIo() {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    stdin: readStdin,
    now: () => /* @__PURE__ */ new Date(),
    fetch: (input, init) => fetch(input, init)
  };
}
function outputOf(stream) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    write: (text2) => {
      stream.write(text2);
    },
    isTTY: stream.isTTY === true,
    ...stream.isTTY && { columns: stream.columns }
  };
}
async function readStdin() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

// packages/actions/src/action.ts
import { statSync } from "node:fs";
import { basename, resolve } from "node:path";

// packages/kit/src/terminal.ts
var invisible = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
var bracketCommand = new RegExp("(#\\p{DI}*#[\\p{DI}\\w]*)\\[", "gu");
var colonCommand = new RegExp("^([\\s\\p{DI}]*):(?=\\p{DI}*:)", "u");
var plain = /^[ -~]*$/;
var signs = /##|::/;
function printable(text2) {
  if (plain.test(text2) && !signs.test(text2)) return text2;
  return text2.replace(invisible, escaped).replace(bracketCommand, `$1${escaped("[")}`).replace(colonCommand, `$1${escaped(":")}`);
}
function escaped(character) {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

// packages/kit/src/workflow-command.ts
function workflowCommand(name, properties, message) {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name}${pairs.length > 0 ? ` ${pairs.join(",")}` : ""}::${data(message)}`;
}
function data(text2) {
  return text2.replace(/[%\r\n]/g, percent);
}
function property(text2) {
  return printable(text2).replace(/[%\r\n:,]/g, percent);
}
function percent(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
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
async function runAction(action, bundle2, io) {
  const name = basename(bundle2, ".js");
  try {
    const { outputs, summary, failed: failed2 } = await action({ io, name, bundle: bundle2, folder: workingFolder(io) });
    writeOutputs(io.env, outputs);
    if (textInput(io.env, "summary") === void 0 || switchInput(io.env, "summary")) writeSummary(io.env, summary);
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
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new UserError(`input working-directory: there is no folder ${given}; has the repository been checked out?`);
}

// packages/actions/src/changes.ts
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

// packages/kit/src/git.ts
import { parse } from "node:path";
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
  return { code: code2, stdout: stdout.toString("utf8"), stderr: stderr.toString("utf8") };
}
async function spawnGit(io, command) {
  const { folder, limit = 64 * 1024 * 1024 } = command;
  const child = await start(io, command);
  return new Promise((resolve2, reject) => {
    const stdout = collect(child.stdout, limit, () => {
      child.kill();
      reject(new UserError(`git ${command.command} in ${folder} says more than ${limit} bytes`));
    });
    const stderr = collect(child.stderr, 64 * 1024, () => {
    });
    child.on("error", (error) => reject(cannotRun(error)));
    child.on("close", (code2) => resolve2({ code: code2 ?? 128, stdout: stdout(), stderr: stderr() }));
  });
}
async function start(io, command) {
  const { spawn: spawn2 } = await import("node:child_process");
  return spawn2("git", gitArguments(command), {
    cwd: parse(command.folder).root,
    env: { ...gitEnvironment(io.env), ...command.index && { GIT_INDEX_FILE: command.index } },
    shell: false,
    stdio: ["ignore", "pipe", "pipe"],
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
function oneLine(text2) {
  return text2.replace(/[\p{Cc}\s]+/gu, " ").trim().slice(0, 500);
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
import { mkdtempSync, readFileSync as readFileSync3 } from "node:fs";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

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
function plainMessage(text2) {
  return text2.includes("\\](") ? text2.replace(/\\([[\]\\])/g, "$1") : text2;
}
function countOf(findings, level) {
  return findings.filter((finding) => finding.level === level).length;
}

// packages/actions/src/event.ts
import { readFileSync as readFileSync2 } from "node:fs";

// packages/kit/src/manifests/values.ts
function table(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function get(value, key) {
  const own = table(value);
  return Object.hasOwn(own, key) ? own[key] : void 0;
}
function text(value) {
  const trimmed = typeof value === "string" ? value.trim() : "";
  return trimmed === "" ? void 0 : trimmed;
}

// packages/actions/src/event.ts
function readEvent({ GITHUB_EVENT_PATH: path }) {
  if (!path) return {};
  try {
    return JSON.parse(readFileSync2(path, "utf8"));
  } catch {
    return {};
  }
}
function at(value, ...keys) {
  return keys.reduce(get, value);
}
function lineAddress(env, path, line) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env;
  const commit = text(at(readEvent(env), "pull_request", "head", "sha")) ?? sha;
  if (!server || !repository || !commit) return void 0;
  const file = path.split("/").map(encodeURIComponent).join("/");
  return `${server}/${repository}/blob/${commit}/${file}?plain=1#L${line}`;
}

// packages/markdown/src/hidden.ts
var joining = [
  ...["Arabic", "Bengali", "Devanagari", "Gujarati", "Gurmukhi", "Kannada", "Khmer", "Malayalam", "Mongolian"],
  ...["Myanmar", "Nko", "Oriya", "Sinhala", "Syriac", "Tamil", "Telugu"]
].map((script) => `\\p{Script=${script}}`).join("");
var needed = [
  // Several emoji that are shown as one, and the emoji or text form of a sign.
  String.raw`(?<=\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]|(?<=[#*\d])\uFE0F(?=\u20E3)`,
  // Letters that join, or that must not.
  `(?<=[${joining}])[\\u200C\\u200D](?=[${joining}])`,
  // Variants of ideographs, as in Japanese names, and of Mongolian letters.
  String.raw`(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]|(?<=\p{Script=Mongolian})[\u180B-\u180F]`
].join("|");
var hidden = new RegExp(
  String.raw`(${needed})|[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]`,
  "gu"
);
function visibleText(value) {
  return value.replaceAll(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD").replaceAll(/[^\S\uFEFF]|\u0085/g, " ").replaceAll(hidden, (_, kept) => kept ?? "").replaceAll(/ {2,}/g, " ").trim();
}

// packages/markdown/src/text.ts
function untrustedText(value, { allow = () => false } = {}) {
  const nodes = [];
  for (const { text: text2, code: code2 } of spans(visibleText(value))) {
    if (code2 && !marker.test(text2)) {
      push(nodes, { type: "inlineCode", value: text2 });
      continue;
    }
    for (const [part] of (code2 ? text2.trim() : text2).matchAll(parts)) {
      if (!risky.test(part) || marker.test(part)) push(nodes, { type: "text", value: part });
      else pushWord(nodes, part, allow);
    }
  }
  return nodes;
}
function untrustedUrl(value) {
  const text2 = value.trim();
  if (text2 !== visibleText(text2) || /\s/.test(text2) || !URL.canParse(text2)) return void 0;
  const url = new URL(text2);
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
  return [start2, end];
}
function push(nodes, node) {
  const last = nodes.at(-1);
  if ("value" in node && node.value === "") return;
  if (last?.type === "text" && node.type === "text") last.value += node.value;
  else if (last?.type !== "inlineCode" || node.type !== "inlineCode") nodes.push(node);
  else if (!marker.test(last.value + node.value)) last.value += node.value;
  else nodes.push({ type: "text", value: " " }, node);
}

// packages/actions/src/markdown.ts
function safe(text2) {
  return untrustedText(text2).map((node) => {
    if (node.type === "inlineCode") return code(node.value);
    return node.type === "text" ? node.value.replaceAll(special, "\\$&") : "";
  }).join("");
}
function code(text2) {
  const references = visibleText(text2).replaceAll(/[!-,./:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<code>${references}</code>`;
}
var special = /[\\`*_[\]<>&|~$]/g;
function link(text2, address2) {
  const url = address2 === void 0 ? void 0 : untrustedUrl(address2);
  return url === void 0 ? safe(text2) : `[${safe(text2)}](<${url.replaceAll(/[<>|]/g, encodeURIComponent)}>)`;
}
function table2(header, rows) {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// packages/actions/src/summary.ts
var signs2 = { error: "\u274C error", warning: "\u26A0\uFE0F warning", note: "\u2139\uFE0F note" };
function findingsSummary(env, { tool, findings, most, fixedBy }) {
  const heading = `### ${tool}: ${verdict(findings)}`;
  if (findings.length === 0) return heading;
  const sorted = levels.flatMap((level) => findings.filter((finding) => finding.level === level));
  const rows = sorted.slice(0, most).map((finding) => row(env, finding));
  const left = sorted.length - rows.length;
  const fixable = findings.filter((finding) => finding.fixable).length;
  return [
    heading,
    table2(["", "Where", "What", "Rule"], rows),
    ...left > 0 ? [`\u2026 and ${left} more, in the log of the run.`] : [],
    ...fixable > 0 ? [`${fixable} of them can be mended with \`${fixedBy}\`.`] : []
  ].join("\n\n");
}
function verdict(findings) {
  const counts = levels.map((level) => ({ level, count: countOf(findings, level) })).filter(({ count }) => count > 0);
  return counts.map(({ level, count }) => counted(count, level)).join(", ") || "nothing to say";
}
function row(env, { level, path, line, message, hosts, rule, docs }) {
  const about = hosts.length > 0 ? ` (${safe(hosts.join(", "))})` : "";
  return [signs2[level], link(`${path}:${line}`, lineAddress(env, path, line)), safe(message) + about, link(rule, docs)];
}

// packages/actions/src/tool.ts
import { spawn } from "node:child_process";
function runTool(at2, argv, options = {}) {
  const { io, name, bundle: bundle2, folder } = at2;
  return new Promise((resolve2, reject) => {
    const env = { ...withoutInputs(io.env), ...options.env };
    const child = spawn(process.execPath, [bundle2, ...argv], { cwd: folder, env, windowsHide: true });
    const stdout = collect2(child.stdout, options.shown ? io.stdout : void 0);
    const stderr = collect2(child.stderr, io.stderr);
    child.on("error", (error) => reject(new UserError(`${name} cannot be run: ${error.message}`)));
    child.on("close", (code2) => {
      if (code2 === 0 || code2 === 1) return resolve2({ code: code2, stdout: stdout() });
      reject(new UserError(reasonOf(name, stderr()) || `${name} ended with ${code2 ?? "a signal"}`));
    });
    child.stdin.on("error", () => {
    });
    child.stdin.end(options.input ?? "");
  });
}
function withoutInputs(env) {
  return Object.fromEntries(Object.entries(env).filter(([key]) => !key.startsWith("INPUT_")));
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
var mostRows = 500;
var mostCommentRows = 30;
async function runReport(at2, run) {
  const { env } = at2.io;
  const failOn = choiceInput(env, "fail-on", ["warning", "error", "never"]);
  const annotations = choiceInput(env, "annotations", ["true", "false"]);
  const sarif = join2(scratchFolder(env), `${at2.name}.sarif`);
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
    { shown: true, env: run.env }
  );
  const findings = readFindings(readFileSync3(sarif, "utf8"));
  const shown = { tool: at2.name, findings, fixedBy: run.fixedBy };
  return {
    outputs: {
      ...countOutputs(findings),
      "sarif-file": sarif,
      comment: commentOf(at2.name, findingsSummary(env, { ...shown, most: mostCommentRows }))
    },
    summary: findingsSummary(env, { ...shown, most: mostRows }),
    failed: code2 !== 0 && (failOn === "warning" || failOn === "error" && countOf(findings, "error") > 0)
  };
}
function commonFlags(env) {
  const config = textInput(env, "config");
  return [...config === void 0 ? [] : [`--config=${config}`], ...linesInput(env, "args")];
}
function commentOf(name, markdown) {
  return `<!-- frontdoor ${name} -->
${markdown}`;
}
function scratchFolder({ RUNNER_TEMP }) {
  return mkdtempSync(join2(RUNNER_TEMP || tmpdir(), "frontdoor-"));
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

// packages/actions/src/main/badge-sync.ts
var bundle = fileURLToPath(new URL("../../bundles/badge-sync.js", import.meta.url));
process.exitCode = await runAction(badgeSync, bundle, processIo());
