// Packs the tools as they would be published (`-- FOLDER`): `npm run pack`.
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildTools } from './build.ts'
import { pack } from './checks/packed.ts'
import { findTools } from './workspace.ts'

const folder = resolve(process.argv[2] ?? 'tarballs')
mkdirSync(folder, { recursive: true })
await buildTools()
for (const tool of findTools().filter((one) => !one.private)) console.log((await pack(tool, folder)).filename)
