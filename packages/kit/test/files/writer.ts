// A process to be killed or starved: writes `size` letters to a file, once or forever, and says when it starts and ends.
import { join } from 'node:path'
import { writeText } from '../../src/files/write.ts'
import { readText } from '../../src/files.ts'

const [root = '', name = '', size = '0', mode = 'once'] = process.argv.slice(2)

try {
  if (mode === 'forever') process.stdout.write('started\n')
  do {
    for (const letter of ['y', 'x'])
      await writeText(await readText(join(root, name), root), letter.repeat(Number(size)))
  } while (mode === 'forever')
} catch (error) {
  process.stdout.write(`${error}\n`)
}
