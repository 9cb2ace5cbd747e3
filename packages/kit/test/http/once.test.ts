import { expect, test } from 'vitest'
import { serve } from '../../src/testing-server.ts'
import { client } from './client.ts'

test('what changes something is sent once and its answer is not kept', async () => {
  let status = 200
  const server = await serve((_, response) => {
    response.statusCode = status
    response.end('made')
  })
  const http = client()
  const question = { url: `${server.url}/releases`, method: 'PATCH', body: '{}', once: true } as const
  await http.ask(question)
  await http.ask(question)
  expect(server.asked).toHaveLength(2)
  status = 502
  await expect(http.ask(question)).rejects.toMatchObject({ kind: 'server' })
  expect(server.asked).toHaveLength(3)
})

test('what changes something is not done offline', async () => {
  const server = await serve((_, response) => response.end())
  const http = client({ mode: 'offline' })
  await expect(http.ask({ url: server.url, method: 'POST', once: true })).rejects.toMatchObject({ kind: 'offline' })
  expect(server.asked).toEqual([])
})

test.each([
  [true, 1],
  [false, 2],
])('an answer that is shared (%s) serves whoever asks', async (shared, asked) => {
  const server = await serve((_, response) => response.end('same'))
  const http = client()
  for (const authorization of ['token a', 'token b']) await http.ask({ url: server.url, shared, authorization })
  expect(server.asked).toHaveLength(asked)
})
