import { main } from '@frontdoor/kit/cli'
import { program } from './program.ts'

main(program)
