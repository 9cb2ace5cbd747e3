import type { Project } from '../project.ts'

/**
 * True for the README that GitHub shows on the page of a person, from `user/user`, or of an organization, from `.github`: it
 * speaks of somebody, and not of a project. A project may be called as its owner is, but it has sources or a manifest.
 */
export function isProfilePage({
  repository,
  directory,
  manifests,
  files,
}: Pick<Project, 'repository' | 'directory' | 'manifests' | 'files'>): boolean {
  if (repository?.forge !== 'github' || manifests.length > 0) return false
  if (/^\.github(?:-private)?$/i.test(repository.name)) return directory === 'profile'
  const isOwn = repository.name.toLowerCase() === repository.owner.toLowerCase() && directory === ''
  return isOwn && !files.list('.').some((name) => ofProject.test(name))
}

/** What lies beside the README of a project: sources, and what builds, tests or packs them. */
const ofProject =
  /^(?:src|lib|sources?|include|tests?|spec|doc|docs|examples?|makefile|cmakelists\.txt|configure(?:\.\w+)?|autogen\.sh|meson\.build|dockerfile|contributing\.md|changelog\.md|.+\.(?:c|h|cc|cpp|hpp|el|go|rs|nix|lua|vim|cabal|opam|nimble|zig|lisp|asd|sln|php|pl|pm))$/i
