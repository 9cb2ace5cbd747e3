import { isMainThread } from 'node:worker_threads'
import { main } from '@frontdoor/kit/cli'
import { program } from './program.ts'

// The bundle is one file, so the worker that parses is started from it, too.
if (isMainThread) main(program)
else import('@frontdoor/kit/parse-worker')
