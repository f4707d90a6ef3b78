import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { notFound } from '../platform/refusal.ts'

/** A path with an ending is a file; the app's own addresses have none. */
const isFile = (path: string): boolean => /\.[a-z0-9]+$/i.test(path)

/**
 * Serves the built web app. Files under /assets never change under their name; a file that is not there is not-found and
 * never the app in disguise, so that a page from before an update learns that it is old. Every other address is the app.
 * What lies compressed beside a file is sent to whoever takes it.
 */
export const serveWebApp = async (app: FastifyInstance, folder: string): Promise<void> => {
  if (!existsSync(join(folder, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    cacheControl: false,
    index: false,
    preCompressed: true,
  })
  app.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/'
    if (path.startsWith('/api/')) throw notFound()
    if (!isFile(path)) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    const forever = path.startsWith('/assets/')
    return reply
      .header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      .sendFile(path.slice(1))
  })
}
