// Loaded before a program that is measured: tells what it has used when it ends.
'use strict'
const { writeFileSync } = require('node:fs')
process.on('exit', () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())))
