// Made by `npm run generate` from src/hosts/. Do not edit.
import { host as artifactHub } from './hosts/artifact-hub.ts'
import { host as bitbucket } from './hosts/bitbucket.ts'
import { host as crates } from './hosts/crates.ts'
import { host as dockerHub } from './hosts/docker-hub.ts'
import { host as docsRs } from './hosts/docs-rs.ts'
import { host as forgejo } from './hosts/forgejo.ts'
import { host as gitea } from './hosts/gitea.ts'
import { host as github } from './hosts/github.ts'
import { host as gitlab } from './hosts/gitlab.ts'
import { host as hackage } from './hosts/hackage.ts'
import { host as hex } from './hosts/hex.ts'
import { host as jsr } from './hosts/jsr.ts'
import { host as npm } from './hosts/npm.ts'
import { host as npmx } from './hosts/npmx.ts'
import { host as nuget } from './hosts/nuget.ts'
import { host as openVsx } from './hosts/open-vsx.ts'
import { host as packagist } from './hosts/packagist.ts'
import { host as pkgGoDev } from './hosts/pkg-go-dev.ts'
import { host as pub } from './hosts/pub.ts'
import { host as pypi } from './hosts/pypi.ts'
import { host as readTheDocs } from './hosts/read-the-docs.ts'
import { host as vscodeMarketplace } from './hosts/vscode-marketplace.ts'
import type { Host } from './host.ts'

export const hosts: readonly Host[] = [
  artifactHub,
  bitbucket,
  crates,
  dockerHub,
  docsRs,
  forgejo,
  gitea,
  github,
  gitlab,
  hackage,
  hex,
  jsr,
  npm,
  npmx,
  nuget,
  openVsx,
  packagist,
  pkgGoDev,
  pub,
  pypi,
  readTheDocs,
  vscodeMarketplace,
]
