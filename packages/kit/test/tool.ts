// A tool that runs as a process, for what cannot be seen in memory: pipes, exit codes, modules that are loaded.

import { command } from '../src/cli/command.ts'
import { main } from '../src/cli.ts'

await main({
  name: 'tool',
  version: '1.2.3',
  summary: 'Does what the test asks.',
  issues: 'https://example.com/issues',
  commands: [
    command({
      name: 'long',
      summary: 'Writes a long text.',
      flags: {},
      run: async ({ io }) => {
        for (let line = 0; line < 4; line++) io.stdout.write('x'.repeat(1_000_000))
        return 1
      },
    }),
    command({
      name: 'input',
      summary: 'Writes its input in hexadecimal.',
      flags: {},
      run: async ({ io }) => {
        io.stdout.write(Buffer.from(await io.stdin()).toString('hex'))
        return 0
      },
    }),
    command({
      name: 'stray',
      summary: 'Throws where nobody waits.',
      flags: {},
      run: async () => {
        setTimeout(() => {
          throw new TypeError('stray')
        })
        return 0
      },
    }),
    command({ name: 'work', summary: 'Does nothing.', flags: {}, run: async () => 0 }),
  ],
})
