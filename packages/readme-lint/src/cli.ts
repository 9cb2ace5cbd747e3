import { main } from '@frontdoor/kit/cli'
import { program } from './program.ts'

// Not awaited: a bundled tool is CommonJS, which has no await outside a function.
void main(program)
